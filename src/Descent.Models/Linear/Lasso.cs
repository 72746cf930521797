namespace Descent.Models;

/// <summary>The lasso penalty, <c>R(w) = λ ‖w‖₁</c>: <see cref="L1"/> by its name in statistics.</summary>
/// <remarks>
/// With a <see cref="LinearRegression"/> it makes the lasso. Weights that the data do not hold up become 0
/// exactly (Tibshirani 1996).
/// </remarks>
/// <param name="Strength">λ, finite and at least 0; 0 is no penalty.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Strength"/> is negative or not finite.
/// </exception>
public sealed record Lasso(double Strength) : L1(Strength);
