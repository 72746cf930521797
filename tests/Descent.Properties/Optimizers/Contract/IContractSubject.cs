namespace Descent.Properties;

/// <summary>An optimizer or a minimizer, its memory type out of sight, so that one list holds all.</summary>
public interface IContractSubject
{
    /// <summary>Whether it is an optimizer: it may see batches, and evaluates once a step.</summary>
    bool IsOptimizer { get; }

    /// <summary>R, of a minimizer of f + R.</summary>
    IProximalPenalty? Penalty { get; }

    /// <summary>Whether it can run on an objective: a minimizer on those of its kind.</summary>
    bool Takes(IObjective objective);

    IState Init(IObjective objective, Vector from);

    IState Step(IObjective objective, IState state);

    IEnumerable<IState> Minimize(IObjective objective, Vector from);

    IEnumerable<IState> Resume(IObjective objective, IState at);

    long Evaluations(IState state);

    object Memory(IState state);
}
