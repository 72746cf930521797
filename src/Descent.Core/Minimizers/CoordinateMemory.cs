namespace Descent;

/// <summary>What <see cref="CoordinateDescent"/> knows of its state.</summary>
/// <param name="Certificate">How far the state is above the minimum at most.</param>
/// <param name="Optimality">The norm of the least subgradient of f + R, 0 exactly at a minimum.</param>
/// <param name="Stall">Why no further step can be taken.</param>
/// <exception cref="ArgumentNullException"><paramref name="Certificate"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Stall"/> is no named value.</exception>
public sealed record CoordinateMemory(Certificate Certificate, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>How far the state is above the minimum at most.</summary>
    public Certificate Certificate { get; init => field = Guard.NotNull(value, nameof(Certificate)); } =
        Guard.NotNull(Certificate);

    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);

    /// <summary>The duality gap; NaN where a weight that nothing penalises lets no bound be.</summary>
    public double Gap => Certificate.Gap;

    /// <summary>The gap as a share of the objective.</summary>
    public double RelativeGap => Certificate.RelativeGap;
}
