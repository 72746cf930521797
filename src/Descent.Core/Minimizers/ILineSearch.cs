namespace Descent;

/// <summary>A rule that chooses how far to go along a direction.</summary>
/// <remarks>
/// A pure value: what it finds depends on the line and the first step alone. It steps back from points whose
/// loss or gradient is no number. That it finds nothing is an outcome, told by
/// <see cref="LineSearchResult.Stall"/>.
/// </remarks>
public interface ILineSearch
{
    /// <summary>Searches a line for an acceptable step.</summary>
    /// <param name="line">The line; a search succeeds only where its slope at the origin is negative.</param>
    /// <param name="first">The first step to try; finite and greater than 0.</param>
    /// <param name="longest">No step beyond this is tried; at least <paramref name="first"/>, and +∞ for no
    /// limit.</param>
    LineSearchResult Search(Line line, double first, double longest = double.PositiveInfinity);
}
