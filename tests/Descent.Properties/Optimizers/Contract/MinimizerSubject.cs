using Descent.Linq;

namespace Descent.Properties;

/// <summary>A minimizer under the contract laws.</summary>
public sealed class MinimizerSubject<TMemory>(string name, IMinimizer<TMemory> minimizer) : IContractSubject
{
    public bool IsOptimizer => false;

    public IState Init(IObjective objective, Vector from) => minimizer.Init(objective, from);

    public IState Step(IObjective objective, IState state) => minimizer.Step(objective, Own(state));

    public IEnumerable<IState> Minimize(IObjective objective, Vector from) =>
        minimizer.Minimize(objective, from);

    public IEnumerable<IState> Resume(IObjective objective, IState at) =>
        minimizer.Resume(objective, Own(at));

    public long Evaluations(IState state) => Own(state).Evaluations;

    public object Memory(IState state) => Own(state).Memory!;

    public override string ToString() => name;

    private static State<TMemory> Own(IState state) => (State<TMemory>)state;
}
