namespace Descent.TestFunctions;

/// <summary>A sum of squares with a published start and published minima: <c>f(x) = Σ rᵢ(x)²</c>.</summary>
/// <remarks>No factor ½, as in Moré, Garbow and Hillstrom (1981).</remarks>
/// <param name="Name">The name.</param>
/// <param name="Start">The standard start.</param>
/// <param name="Minima">f at each published minimum.</param>
/// <param name="Residuals">r(x).</param>
/// <param name="Jacobian">∂rᵢ/∂xⱼ, a row for each residual.</param>
/// <param name="Bend">(x, c) ↦ Σ cᵢ ∇²rᵢ(x).</param>
public sealed record TestFunction(
    string Name,
    Vector Start,
    Vector Minima,
    Func<Vector, Vector> Residuals,
    Func<Vector, Matrix> Jacobian,
    Func<Vector, Vector, Matrix> Bend)
{
    // Of the way from the start down to a minimum: what is left at a point that counts as being there.
    private const double Share = 1e-12;

    /// <summary>How many variables there are.</summary>
    public int Dimension => Start.Count;

    /// <summary>f with its gradient, 2 Jᵀ r.</summary>
    public IObjective Objective => Descent.Objective.From(Dimension, x =>
    {
        var residuals = Residuals(x);
        return new Evaluation(residuals.Dot(residuals), 2 * Jacobian(x).TransposeMultiply(residuals));
    });

    /// <summary>f(x).</summary>
    public double Loss(Vector x) => Residuals(x).Dot(Residuals(x));

    /// <summary>∇²f(x) = 2 (Jᵀ J + Σ rᵢ ∇²rᵢ).</summary>
    public Matrix Hessian(Vector x)
    {
        var (jacobian, bend) = (Jacobian(x), Bend(x, Residuals(x)));
        var columns = Enumerable.Range(0, Dimension).Select(jacobian.Column).ToArray();
        return Matrix.From(Dimension, Dimension, (i, j) => 2 * (columns[i].Dot(columns[j]) + bend[i, j]));
    }

    /// <summary>The published minimum that a point is at, or null.</summary>
    /// <remarks><c>|f(x) − f*| ≤ 10⁻¹² (f(x₀) − f*)</c>.</remarks>
    public double? MinimumAt(Vector x)
    {
        var (loss, first) = (Loss(x), Loss(Start));
        foreach (var minimum in Minima)
        {
            if (Math.Abs(loss - minimum) <= Share * (first - minimum))
                return minimum;
        }

        return null;
    }

    /// <summary>Whether the gradient is all but 0: <c>‖∇f‖ ≤ 10⁻⁸</c>.</summary>
    public bool IsStationary(Vector x) => Objective.Evaluate(x).Gradient.Norm <= 1e-8;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
