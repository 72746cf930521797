using Descent.Linq;

namespace Descent.Properties;

/// <summary>A minimizer under the contract laws.</summary>
/// <param name="name">What a failure calls it.</param>
/// <param name="minimizer">The minimizer.</param>
/// <param name="penalty">R, where it minimizes f + R.</param>
/// <param name="ofKinks">Whether it takes risks whose loss has a kink, and no others.</param>
public sealed class MinimizerSubject<TObjective, TMemory>(
    string name,
    IMinimizer<TObjective, TMemory> minimizer,
    IProximalPenalty? penalty = null,
    bool ofKinks = false)
    : IContractSubject
    where TObjective : class, IObjective
{
    public bool IsOptimizer => false;

    public IProximalPenalty? Penalty => penalty;

    public bool Takes(IObjective objective) =>
        objective is TObjective and not IStochasticObjective && HasKink(objective) == ofKinks;

    public IState Init(IObjective objective, Vector from) => minimizer.Init(Own(objective), from);

    public IState Step(IObjective objective, IState state) => minimizer.Step(Own(objective), Own(state));

    public IEnumerable<IState> Minimize(IObjective objective, Vector from) =>
        minimizer.Minimize(Own(objective), from);

    public IEnumerable<IState> Resume(IObjective objective, IState at) =>
        minimizer.Resume(Own(objective), Own(at));

    public long Evaluations(IState state) => Own(state).Evaluations;

    public object Memory(IState state) => Own(state).Memory!;

    public override string ToString() => name;

    private static bool HasKink(IObjective objective) =>
        objective is EmpiricalRisk risk && double.IsPositiveInfinity(risk.Loss.CurvatureBound);

    private static TObjective Own(IObjective objective) => (TObjective)objective;

    private static State<TMemory> Own(IState state) => (State<TMemory>)state;
}
