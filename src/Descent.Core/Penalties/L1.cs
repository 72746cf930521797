namespace Descent;

/// <summary>The lasso penalty, <c>R(w) = λ ‖w‖₁</c>.</summary>
/// <remarks>
/// Its proximal map is soft thresholding, <c>sign(w) max(0, |w| − λ step)</c>: weights that the data do not
/// hold up become 0 exactly. The bias is not penalised (Tibshirani 1996; Donoho, Johnstone 1994).
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public sealed record L1(double Strength) : IProximalPenalty
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <inheritdoc/>
    public double Value(Vector weights) => Strength is 0 ? 0 : Strength * weights.Norm1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not in its range.</exception>
    public Vector Proximal(Vector weights, double step) =>
        weights.Combine(weights, new Thresholded(Strength * Guard.NonNegative(step)), nameof(weights));

    /// <summary>The name and λ.</summary>
    public override string ToString() => Guard.Text($"L1({Strength})");
}
