namespace Descent.Properties;

/// <summary>An optimizer or a minimizer, its memory type out of sight, so that one list holds all.</summary>
public interface IContractSubject
{
    /// <summary>Whether it is an optimizer: it may see batches, and evaluates once a step.</summary>
    bool IsOptimizer { get; }

    IState Init(IObjective objective, Vector from);

    IState Step(IObjective objective, IState state);

    IEnumerable<IState> Minimize(IObjective objective, Vector from);

    IEnumerable<IState> Resume(IObjective objective, IState at);

    long Evaluations(IState state);

    object Memory(IState state);
}
