namespace Descent;

/// <summary>The ridge penalty, <c>R(w) = (λ/2) ‖w‖²</c>.</summary>
/// <remarks>
/// Gradient <c>λ w</c>. The ½ is in, so that the gradient has no 2: where a text writes λ‖w‖², pass 2λ. The
/// bias is not penalised (Hoerl, Kennard 1970; Tikhonov 1963).
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public sealed record L2(double Strength) : ISmoothPenalty, ISpanPenalty
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <inheritdoc/>
    public double Value(Vector weights) => Value(weights.AsSpan());

    /// <inheritdoc/>
    public Vector Gradient(Vector weights) => Strength * weights;

    double ISpanPenalty.AddTo(Span<double> gradient, ReadOnlySpan<double> weights, double factor)
    {
        Kernels.Elementwise(gradient, weights, gradient, new RidgeSum(Strength, factor));
        return factor * Value(weights);
    }

    private double Value(ReadOnlySpan<double> weights) =>
        Strength is 0 ? 0 : Strength * Kernels.Dot(weights, weights) / 2;

    /// <summary>The name and λ.</summary>
    public override string ToString() => Guard.Text($"L2({Strength})");
}
