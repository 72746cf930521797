namespace Descent;

/// <summary>The ridge penalty, <c>R(w) = (λ/2) ‖w‖²</c>.</summary>
/// <remarks>
/// <para>Gradient <c>λ w</c>. The ½ is in, so that the gradient has no 2: where a text writes λ‖w‖², pass 2λ.
/// The bias is not penalised (Hoerl, Kennard 1970; Tikhonov 1963).</para>
/// <para>With <see cref="Factors"/> it is <c>(λ/2) Σ cⱼ wⱼ²</c>, gradient <c>λ cⱼ wⱼ</c>.</para>
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public record L2(double Strength) : ISmoothPenalty, ISpanPenalty
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>
    /// A factor of λ for each weight, finite and at least 0 (0 leaves it alone); null where all are 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative or not finite.</exception>
    public Vector? Factors { get; init => field = PenaltyFactors.Checked(value, nameof(Factors)); }

    /// <summary>λ, times the greatest factor.</summary>
    public double CurvatureBound => Factors is { } factors ? Strength * factors.NormInf : Strength;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public double Value(Vector weights) => Value(weights.AsSpan(), Multiples(weights.AsSpan()));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public Vector Gradient(Vector weights) =>
        Factors is null ? Strength * weights : Strength * Vector.Create(Multiples(weights.AsSpan()));

    /// <inheritdoc/>
    /// <remarks>λ d, or λ cⱼ dⱼ, whatever the weights.</remarks>
    /// <exception cref="ArgumentException">
    /// There is not one factor per weight, or the direction is not as long as the weights.
    /// </exception>
    public Vector HessianTimes(Vector weights, Vector direction)
    {
        Guard.SameLength(direction.Count, weights.Count, "the list of weights", nameof(direction));
        return Gradient(direction);
    }

    void ISpanPenalty.CheckLength(int weights)
    {
        if (Factors is { } factors)
            PenaltyFactors.For(weights, factors);
    }

    double ISpanPenalty.AddTo(Span<double> gradient, ReadOnlySpan<double> weights, double factor)
    {
        var multiples = Multiples(weights);
        Kernels.Elementwise(gradient, multiples, gradient, new RidgeSum(Strength, factor));
        return factor * Value(weights, multiples);
    }

    private double Value(ReadOnlySpan<double> weights, ReadOnlySpan<double> multiples) =>
        Strength is 0 ? 0 : Strength * Kernels.Dot(weights, multiples) / 2;

    /// <summary>cⱼ wⱼ: the weights themselves where there are no factors.</summary>
    private ReadOnlySpan<double> Multiples(ReadOnlySpan<double> weights)
    {
        if (Factors is not { } factors)
            return weights;

        var multiples = new double[weights.Length];
        var each = PenaltyFactors.For(weights.Length, factors);
        Kernels.Elementwise(weights, each, multiples, default(Product));
        return multiples;
    }

    /// <summary>The name, λ and the factors.</summary>
    public sealed override string ToString() =>
        Guard.Text($"{GetType().Name}({Strength}{PenaltyFactors.Text(Factors)})");
}
