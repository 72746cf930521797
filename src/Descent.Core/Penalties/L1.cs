namespace Descent;

/// <summary>The lasso penalty, <c>R(w) = λ ‖w‖₁</c>.</summary>
/// <remarks>
/// <para>Its proximal map is soft thresholding, <c>sign(w) max(0, |w| − λ step)</c>: weights that the data do
/// not hold up become 0 exactly. The bias is not penalised (Tibshirani 1996; Donoho, Johnstone 1994).</para>
/// <para>With <see cref="Factors"/> it is <c>λ Σ cⱼ |wⱼ|</c>: the adaptive lasso (Zou 2006), or weights that
/// are left alone.</para>
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public record L1(double Strength) : IProximalPenalty, ISpanProximal
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>
    /// A factor of λ for each weight, finite and at least 0 (0 leaves it alone); null where all are 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative or not finite.</exception>
    public Vector? Factors { get; init => field = PenaltyFactors.Checked(value, nameof(Factors)); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public double Value(Vector weights)
    {
        var sum = Factors is { } factors
            ? Kernels.AbsoluteDot(weights.AsSpan(), PenaltyFactors.For(weights.Count, factors))
            : weights.Norm1;
        return Strength is 0 ? 0 : Strength * sum;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not in its range.</exception>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public Vector Proximal(Vector weights, double step)
    {
        Guard.NonNegative(step);
        if (Factors is not { } factors)
            return weights.Combine(weights, new Thresholded(Strength * step), nameof(weights));

        PenaltyFactors.For(weights.Count, factors);
        return weights.Combine(factors, new ShrunkInProportion(Strength, 0, step), nameof(weights));
    }

    void ISpanProximal.Shrink(Span<double> weights, double step)
    {
        if (Factors is not { } factors)
            Kernels.Elementwise(weights, weights, weights, new Thresholded(Strength * step));
        else
            PenaltyFactors.Shrink(weights, factors, Strength, 0, step);
    }

    /// <summary>The name, λ and the factors.</summary>
    public sealed override string ToString() =>
        Guard.Text($"{GetType().Name}({Strength}{PenaltyFactors.Text(Factors)})");
}
