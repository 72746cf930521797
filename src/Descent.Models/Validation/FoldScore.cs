namespace Descent.Models;

/// <summary>What one fold of a cross-validation gave.</summary>
/// <param name="Repeat">The number of the repetition, from 0.</param>
/// <param name="Fold">The number of the fold in it, from 0.</param>
/// <param name="Fit">What was fitted to the fold's training part, and to nothing else.</param>
/// <param name="Score">The score of that model on the fold's test part.</param>
/// <exception cref="ArgumentNullException"><paramref name="Fit"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Repeat"/> or <paramref name="Fold"/> is negative.
/// </exception>
public sealed record FoldScore(int Repeat, int Fold, IFit<IModel> Fit, double Score)
{
    /// <summary>The number of the repetition, from 0.</summary>
    public int Repeat { get; init => field = Guard.AtLeast(value, 0, nameof(Repeat)); } =
        Guard.AtLeast(Repeat, 0);

    /// <summary>The number of the fold in it, from 0.</summary>
    public int Fold { get; init => field = Guard.AtLeast(value, 0, nameof(Fold)); } = Guard.AtLeast(Fold, 0);

    /// <summary>What was fitted to the fold's training part, and to nothing else.</summary>
    public IFit<IModel> Fit { get; init => field = Guard.NotNull(value, nameof(Fit)); } = Guard.NotNull(Fit);

    /// <summary>The repetition, the fold and the score.</summary>
    public override string ToString() => Guard.Text($"repeat {Repeat}, fold {Fold}: {Score:G6}");
}
