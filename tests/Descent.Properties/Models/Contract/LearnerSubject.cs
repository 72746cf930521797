using Descent.Models;

namespace Descent.Properties;

/// <summary>A learner with what it reads, for the laws that every learner obeys.</summary>
/// <param name="Name">What it is called in the list of tests.</param>
/// <param name="Learner">The settings.</param>
/// <param name="Task">What targets it reads.</param>
/// <param name="Near">
/// How near predictions are where the same data come in another form, of numbers about 1: 0 where they are
/// the same bits. A fit that ends at a tolerance is that near.
/// </param>
public sealed record LearnerSubject(string Name, ILearner Learner, LearnerTask Task, double Near)
{
    /// <summary>Rows to learn from: points about two lines, or classes that overlap.</summary>
    public Dataset Data { get; } = LearnerData.Of(Task, 24, seed: 5);

    /// <summary>Rows to predict.</summary>
    public Matrix Rows { get; } = LearnerData.Of(Task, 12, seed: 6).Features;

    public override string ToString() => Name;
}
