namespace Descent.Properties;

/// <summary>One subject on one objective: what a contract law is stated for.</summary>
public sealed record ContractCase(IContractSubject Subject, ContractObjective On)
{
    /// <summary>Every subject on every objective that it takes.</summary>
    public static IEnumerable<ContractCase> All =>
        from subject in ContractSubjects.All
        from objective in ContractObjective.All
        where subject.IsOptimizer || !objective.IsStochastic
        select new ContractCase(subject, objective);

    public IEnumerable<IState> Run() => Subject.Minimize(On.Objective, On.Start);

    public override string ToString() => $"{Subject} on {On}";
}
