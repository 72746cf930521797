namespace Descent.Models;

/// <summary>How far two rows are apart.</summary>
/// <remarks>
/// A value: distances of one kind are equal, a user's own where they are the same function. Entry j of a sum
/// goes to lane j mod 8, so that the bits are the same on every machine.
/// </remarks>
public abstract record Distance
{
    private protected Distance()
    {
    }

    /// <summary>The length of the straight line, <c>√(Σ (xⱼ − yⱼ)²)</c>.</summary>
    /// <remarks>Right too where the squares would overflow or underflow.</remarks>
    public static Distance Euclidean { get; } = new EuclideanDistance();

    /// <summary>The way along the axes, <c>Σ |xⱼ − yⱼ|</c>.</summary>
    public static Distance Manhattan { get; } = new ManhattanDistance();

    /// <summary>The greatest difference, <c>max |xⱼ − yⱼ|</c>: the limit of Minkowski's.</summary>
    public static Distance Chebyshev { get; } = new ChebyshevDistance();

    /// <summary>One less the cosine of the angle, <c>1 − x·y / (‖x‖ ‖y‖)</c>, from 0 to 2.</summary>
    /// <remarks>
    /// It does not see lengths. A row of zeros has no direction: its distance is 1, and 0 from another such
    /// row.
    /// </remarks>
    public static Distance Cosine { get; } = new CosineDistance();

    /// <summary>The p-norm of the difference, <c>(Σ |xⱼ − yⱼ|ᵖ)^(1/p)</c>.</summary>
    /// <remarks>p = 1 is <see cref="Manhattan"/> and p = 2 <see cref="Euclidean"/>, bit for bit.</remarks>
    /// <param name="p">Finite and at least 1: below, the way round would be shorter than the way.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="p"/> is less than 1 or not finite.
    /// </exception>
    public static Distance Minkowski(double p) => Guard.AtLeast(p, 1.0) switch
    {
        1 => Manhattan,
        2 => Euclidean,
        _ => new MinkowskiDistance(p),
    };

    /// <summary>A distance of one's own.</summary>
    /// <remarks>Every row is looked at: nothing is known that could leave out some.</remarks>
    /// <param name="between">
    /// A pure function of two rows of features; it gives no NaN and nothing below 0.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="between"/> is null.</exception>
    public static Distance From(Func<Vector, Vector, double> between) =>
        new CustomDistance(Guard.NotNull(between));

    /// <summary>The distance of two rows.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or an entry is not finite.</exception>
    /// <exception cref="InvalidOperationException">
    /// A function of one's own gave NaN or a negative number.
    /// </exception>
    public double Between(Vector x, Vector y)
    {
        Guard.SameLength(y.Count, x.Count, "x", nameof(y));
        Guard.AllFinite(x.AsSpan(), nameof(x));
        Guard.AllFinite(y.AsSpan(), nameof(y));
        var (paddedX, paddedY) = (new double[Lanes.Padded(x.Count)], new double[Lanes.Padded(y.Count)]);
        x.AsSpan().CopyTo(paddedX);
        y.AsSpan().CopyTo(paddedY);
        return Of(paddedX, paddedY, x.Count);
    }

    /// <summary>
    /// Whether no entry of the difference can grow without the distance growing, but for rounding.
    /// </summary>
    /// <remarks>Then no point of a box is nearer than the box's own nearest point.</remarks>
    internal virtual bool IsOfDifferences => true;

    /// <summary>The distance of rows that zeros fill up to whole groups of eight.</summary>
    internal abstract double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count);
}
