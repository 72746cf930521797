namespace Descent.Models;

/// <summary>A strength that was scored, and the model it makes of all rows.</summary>
/// <param name="Strength">λ.</param>
/// <param name="Model">The model that was fitted to all rows at λ.</param>
/// <param name="Certificate">How far that is above its minimum at most.</param>
/// <param name="Summary">The scores of the folds' models at λ.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Model"/>, <paramref name="Certificate"/> or <paramref name="Summary"/> is null.
/// </exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Strength"/> is not in its range.</exception>
public sealed record SelectedPoint<TModel>(
    double Strength, TModel Model, Certificate Certificate, ScoreSummary Summary)
    where TModel : class, IModel
{
    /// <summary>λ.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>The model that was fitted to all rows at λ.</summary>
    public TModel Model { get; init => field = Guard.NotNull(value, nameof(Model)); } = Guard.NotNull(Model);

    /// <summary>How far that is above its minimum at most.</summary>
    public Certificate Certificate { get; init => field = Guard.NotNull(value, nameof(Certificate)); } =
        Guard.NotNull(Certificate);

    /// <summary>The scores of the folds' models at λ.</summary>
    public ScoreSummary Summary { get; init => field = Guard.NotNull(value, nameof(Summary)); } =
        Guard.NotNull(Summary);

    /// <summary>The mean of the scores.</summary>
    public double Mean => Summary.Mean;

    /// <summary>λ and its scores.</summary>
    public override string ToString() => Guard.Text($"λ {Strength:G6}: {Summary}");
}
