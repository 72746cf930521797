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
public sealed record L2(double Strength) : ISmoothPenalty
{
    /// <summary>λ, finite and at least 0.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <inheritdoc/>
    public double Value(Vector weights) => Strength is 0 ? 0 : Strength * weights.Dot(weights) / 2;

    /// <inheritdoc/>
    public Vector Gradient(Vector weights) => Strength * weights;

    /// <summary>The name and λ.</summary>
    public override string ToString() => Guard.Text($"L2({Strength})");
}
