namespace Descent;

/// <summary>The weights that are 0 or greater, coordinate by coordinate.</summary>
/// <remarks>
/// The projection is <c>max(0, w)</c>; least squares under it is non-negative least squares (Lawson, Hanson
/// 1974). NaN is outside, and its projection is NaN. A proximal run from outside begins at the projection.
/// </remarks>
public sealed record NonNegative : ICoordinateSet, ISpanProximal
{
    /// <inheritdoc/>
    /// <returns>0 inside, +∞ outside.</returns>
    public double Value(Vector weights)
    {
        foreach (var weight in weights)
        {
            if (!(weight >= 0))
                return double.PositiveInfinity;
        }

        return 0;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not in its range.</exception>
    public Vector Proximal(Vector weights, double step)
    {
        Guard.NonNegative(step);
        return Project(weights);
    }

    /// <inheritdoc/>
    public Vector Project(Vector point) =>
        point.Combine(point, new Clamped(0, double.PositiveInfinity), nameof(point));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coordinate"/> is negative.</exception>
    public double ProjectAt(int coordinate, double value)
    {
        Guard.AtLeast(coordinate, 0);
        return default(NotBelow).Apply(value, 0);
    }

    void ISpanProximal.Shrink(Span<double> weights, double step) =>
        Kernels.Elementwise(weights, weights, weights, new Clamped(0, double.PositiveInfinity));

    /// <summary>The name.</summary>
    public override string ToString() => nameof(NonNegative);
}
