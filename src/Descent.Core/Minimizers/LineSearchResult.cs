namespace Descent;

/// <summary>What a line search found.</summary>
/// <param name="Point">
/// The accepted point; where none is, the one of the lowest loss that was seen, the origin included.
/// </param>
/// <param name="Stall">Why no step was accepted; <see cref="Stall.None"/> where one was.</param>
/// <param name="Evaluations">How often the objective was asked.</param>
/// <exception cref="ArgumentNullException"><paramref name="Point"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Evaluations"/> is negative.</exception>
public sealed record LineSearchResult(LinePoint Point, Stall Stall, int Evaluations)
{
    /// <summary>The accepted point, or the one of the lowest loss.</summary>
    public LinePoint Point { get; init => field = Guard.NotNull(value, nameof(Point)); } =
        Guard.NotNull(Point);

    /// <summary>Why no step was accepted; <see cref="Stall.None"/> where one was.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);

    /// <summary>How often the objective was asked.</summary>
    public int Evaluations { get; init => field = Guard.AtLeast(value, 0, nameof(Evaluations)); } =
        Guard.AtLeast(Evaluations, 0);

    /// <summary>Whether the point satisfies what the search demands.</summary>
    public bool IsAccepted => Stall == Stall.None;
}
