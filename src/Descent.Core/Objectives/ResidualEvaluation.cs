namespace Descent;

/// <summary>Residuals and their derivatives at one point.</summary>
/// <param name="Residuals">r(x), m entries.</param>
/// <param name="Jacobian">∂rᵢ / ∂xⱼ, m × n.</param>
/// <exception cref="ArgumentNullException"><paramref name="Jacobian"/> is null.</exception>
public sealed record ResidualEvaluation(Vector Residuals, Matrix Jacobian)
{
    /// <summary>∂rᵢ / ∂xⱼ, m × n.</summary>
    public Matrix Jacobian { get; init => field = Guard.NotNull(value, nameof(Jacobian)); } =
        Guard.NotNull(Jacobian);

    /// <summary><c>½ ‖r‖²</c> and its gradient <c>Jᵀ r</c>.</summary>
    /// <exception cref="ArgumentException">There is not one row per residual.</exception>
    public Evaluation ToEvaluation() =>
        new(0.5 * Residuals.Dot(Residuals), Jacobian.TransposeMultiply(Residuals));
}
