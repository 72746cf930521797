namespace Descent.Models;

/// <summary>By how much a learner's scores differ, fold by fold, from those of the best.</summary>
/// <remarks>
/// <c>dᵢ = sᵢ − bestᵢ</c> on the same fold i: what all learners find hard in a fold cancels, so the spread of
/// the differences is often far less than that of the scores.
/// </remarks>
/// <param name="Name">The learner.</param>
/// <param name="Summary">The differences, their mean and spread.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public sealed record ScoreDifference(string Name, ScoreSummary Summary)
{
    /// <summary>The learner.</summary>
    public string Name { get; init => field = Guard.NotNull(value, nameof(Name)); } = Guard.NotNull(Name);

    /// <summary>The differences, their mean and spread.</summary>
    public ScoreSummary Summary { get; init => field = Guard.NotNull(value, nameof(Summary)); } =
        Guard.NotNull(Summary);

    /// <summary>The name, and the mean ± the spread of the differences.</summary>
    public override string ToString() => $"{Name}: {Summary}";
}
