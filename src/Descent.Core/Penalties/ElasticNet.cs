namespace Descent;

/// <summary>
/// The elastic net, <c>R(w) = λ (α ‖w‖₁ + (1 − α)/2 ‖w‖²)</c>: a lasso that keeps correlated weights
/// together.
/// </summary>
/// <remarks>
/// <para>The convention of glmnet, whose alpha is α, and of scikit-learn, whose alpha is λ and l1_ratio α.
/// For strengths of each part, λ₁ ‖w‖₁ + (λ₂/2) ‖w‖², pass λ = λ₁ + λ₂ and α = λ₁ / λ. The paper's own form
/// has no ½ (Zou, Hastie 2005). The bias is not penalised.</para>
/// <para>The λ of both holds for the mean of <see cref="Loss.HalfSquared"/>; with <see cref="Loss.Squared"/>
/// pass 2λ. glmnet rescales its penalty.factor to a sum of the number of features; <see cref="Factors"/> are
/// taken as they are.</para>
/// <para>Its proximal map is that of the lasso, shrunk: <c>soft(w, λ α step) / (1 + λ (1 − α) step)</c>. With
/// α = 1 it is <see cref="L1"/>, bit for bit.</para>
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <param name="L1Ratio">α, in [0, 1]: the lasso's share. ½ is scikit-learn's default.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public sealed record ElasticNet(double Strength, double L1Ratio = 0.5) : IProximalPenalty, ISpanProximal
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>α, in [0, 1].</summary>
    public double L1Ratio { get; init => field = Guard.Probability(value, nameof(L1Ratio)); } =
        Guard.Probability(L1Ratio);

    /// <summary>
    /// A factor of λ for each weight, finite and at least 0 (0 leaves it alone); null where all are 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative or not finite.</exception>
    public Vector? Factors { get; init => field = PenaltyFactors.Checked(value, nameof(Factors)); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public double Value(Vector weights) =>
        new L1(Absolute) { Factors = Factors }.Value(weights)
        + new L2(Square) { Factors = Factors }.Value(weights);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not in its range.</exception>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public Vector Proximal(Vector weights, double step)
    {
        Guard.NonNegative(step);
        if (Factors is not { } factors)
        {
            return weights.Combine(
                weights, new Shrunk(Absolute * step, 1 + (Square * step)), nameof(weights));
        }

        PenaltyFactors.For(weights.Count, factors);
        return weights.Combine(factors, new ShrunkInProportion(Absolute, Square, step), nameof(weights));
    }

    void ISpanProximal.Shrink(Span<double> weights, double step)
    {
        if (Factors is not { } factors)
        {
            var shrunk = new Shrunk(Absolute * step, 1 + (Square * step));
            Kernels.Elementwise(weights, weights, weights, shrunk);
        }
        else
        {
            PenaltyFactors.Shrink(weights, factors, Absolute, Square, step);
        }
    }

    /// <summary>The name, λ, α and the factors.</summary>
    public override string ToString() =>
        Guard.Text($"ElasticNet({Strength}, {L1Ratio}{PenaltyFactors.Text(Factors)})");

    /// <summary>The strength of the lasso's part.</summary>
    private double Absolute => Strength * L1Ratio;

    /// <summary>The strength of the ridge's part.</summary>
    private double Square => Strength * (1 - L1Ratio);
}
