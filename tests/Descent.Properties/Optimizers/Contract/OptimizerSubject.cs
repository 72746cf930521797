using Descent.Linq;

namespace Descent.Properties;

/// <summary>An optimizer under the contract laws.</summary>
public sealed class OptimizerSubject<TMemory>(string name, IOptimizer<TMemory> optimizer) : IContractSubject
{
    public bool IsOptimizer => true;

    public IProximalPenalty? Penalty => null;

    public bool Takes(IObjective objective) => true;

    public IState Init(IObjective objective, Vector from) => optimizer.Init(objective, from);

    public IState Step(IObjective objective, IState state) => optimizer.Step(objective, Own(state));

    public IEnumerable<IState> Minimize(IObjective objective, Vector from) =>
        objective is IStochasticObjective stochastic
            ? optimizer.Minimize(stochastic, from)
            : optimizer.Minimize(objective, from);

    public IEnumerable<IState> Resume(IObjective objective, IState at) =>
        objective is IStochasticObjective stochastic
            ? optimizer.Resume(stochastic, Own(at))
            : optimizer.Resume(objective, Own(at));

    public long Evaluations(IState state) => Own(state).Evaluations;

    public object Memory(IState state) => Own(state).Memory!;

    public override string ToString() => name;

    private static State<TMemory> Own(IState state) => (State<TMemory>)state;
}
