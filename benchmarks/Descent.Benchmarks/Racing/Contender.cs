namespace Descent.Benchmarks;

/// <summary>One way to do the work of a workload.</summary>
/// <param name="name">Its name in tables and aims; unique in the workload.</param>
internal abstract class Contender(string name)
{
    /// <summary>Its name in tables and aims.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is a bound of the machine's, which does only a part of the work.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Whether it takes the rows in an order of its own, so that its loss is only near.</summary>
    public bool HasOwnOrder { get; init; }

    /// <summary>Whom its time is compared with; the first of the workload where it is null.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>Does the work once.</summary>
    /// <param name="count">How many evaluations, steps or epochs; see the workload.</param>
    public abstract Lap Run(int count);
}
