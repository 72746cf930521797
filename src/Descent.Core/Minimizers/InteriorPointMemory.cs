namespace Descent;

/// <summary>What <see cref="InteriorPoint"/> remembers.</summary>
/// <param name="Center">Where it is inside the set of all pairs of primal and dual points.</param>
/// <param name="Certificate">How far the state is above the minimum at most.</param>
/// <param name="IsSettled">Whether the state was solved for exactly, from the samples at the kink.</param>
/// <param name="Idle">How many steps ago the gap last fell.</param>
/// <param name="Stall">Why no further step can be taken.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Center"/> or <paramref name="Certificate"/> is null.
/// </exception>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Idle"/> is negative or <paramref name="Stall"/> is no named value.
/// </exception>
public sealed record InteriorPointMemory(
    CentralPoint Center, Certificate Certificate, bool IsSettled, int Idle, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Where it is inside the set of all pairs of primal and dual points.</summary>
    public CentralPoint Center { get; init => field = Guard.NotNull(value, nameof(Center)); } =
        Guard.NotNull(Center);

    /// <summary>How far the state is above the minimum at most.</summary>
    public Certificate Certificate { get; init => field = Guard.NotNull(value, nameof(Certificate)); } =
        Guard.NotNull(Certificate);

    /// <summary>How many steps ago the gap last fell.</summary>
    public int Idle { get; init => field = Guard.AtLeast(value, 0, nameof(Idle)); } = Guard.AtLeast(Idle, 0);

    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);

    /// <summary>The duality gap.</summary>
    public double Gap => Certificate.Gap;

    /// <summary>The gap as a share of the objective.</summary>
    public double RelativeGap => Certificate.RelativeGap;

    /// <summary>The duality gap: at a kink the gradient tells nothing.</summary>
    public double Optimality => Certificate.Gap;
}
