namespace Descent.Models;

/// <summary>One point of a <see cref="LearningCurve"/>.</summary>
/// <param name="Setting">Where it is: how many rows were learned from, or how complex the learner is.</param>
/// <param name="Train">The scores on the rows that were learned from, one for each fold.</param>
/// <param name="Test">The scores on rows that were not, one for each fold.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Train"/> or <paramref name="Test"/> is null.
/// </exception>
public sealed record ScorePoint<TSetting>(TSetting Setting, ScoreSummary Train, ScoreSummary Test)
{
    /// <summary>The scores on the rows that were learned from, one for each fold.</summary>
    public ScoreSummary Train { get; init => field = Guard.NotNull(value, nameof(Train)); } =
        Guard.NotNull(Train);

    /// <summary>The scores on rows that were not, one for each fold.</summary>
    public ScoreSummary Test { get; init => field = Guard.NotNull(value, nameof(Test)); } =
        Guard.NotNull(Test);

    /// <summary>The setting, and mean ± spread of both scores.</summary>
    public override string ToString() => $"{ScoreTable.Cell(Setting)}: train {Train}, test {Test}";
}
