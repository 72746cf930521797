namespace Descent.Properties;

/// <summary>One subject on one objective: what a contract law is stated for.</summary>
public sealed record ContractCase(IContractSubject Subject, ContractObjective On)
{
    /// <summary>Every subject on every objective that it takes.</summary>
    public static IEnumerable<ContractCase> All =>
        from subject in ContractSubjects.All
        from objective in ContractObjective.All
        where subject.Takes(objective.Objective)
        select new ContractCase(subject, objective);

    /// <summary>Those whose subject takes the objective with its evaluations counted, too.</summary>
    public static IEnumerable<ContractCase> Counted =>
        All.Where(one => one.Subject.Takes(new Counting(one.On.Objective).Objective));

    /// <summary>What a state must tell: loss and gradient of what its step saw, and R.</summary>
    public Evaluation Seen(IState state)
    {
        var seen = On.SeenAt(state.Step).Evaluate(state.Parameters);
        if (Subject.Penalty is not { } penalty)
            return seen;

        var weights = On.Objective is Risk { HasBias: true } ? state.Parameters[..^1] : state.Parameters;
        return seen with { Loss = seen.Loss + penalty.Value(weights) };
    }

    public IEnumerable<IState> Run() => Subject.Minimize(On.Objective, On.Start);

    public override string ToString() => $"{Subject} on {On}";
}
