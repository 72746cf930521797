namespace Descent.Models;

/// <summary>
/// The ridge penalty, <c>R(w) = (λ/2) ‖w‖²</c>: <see cref="L2"/> by its name in statistics.
/// </summary>
/// <remarks>
/// With a <see cref="LinearRegression"/> it makes ridge regression. It shrinks all weights and makes none of
/// them 0 (Hoerl, Kennard 1970).
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public sealed record Ridge(double Strength) : L2(Strength);
