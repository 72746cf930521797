namespace Descent.Models;

/// <summary>A setting that was scored.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Learner">The learner it makes.</param>
/// <param name="Validation">How that scored.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Learner"/> or <paramref name="Validation"/> is null.
/// </exception>
public sealed record GridPoint<TSetting>(TSetting Setting, ILearner Learner, CrossValidation Validation)
{
    /// <summary>The learner it makes.</summary>
    public ILearner Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <summary>How that scored.</summary>
    public CrossValidation Validation
    {
        get;
        init => field = Guard.NotNull(value, nameof(Validation));
    } = Guard.NotNull(Validation);

    /// <summary>The mean of the scores.</summary>
    public double Mean => Validation.Mean;

    /// <summary>The setting and its scores.</summary>
    public override string ToString() => $"{ScoreTable.Cell(Setting)}: {Validation}";
}
