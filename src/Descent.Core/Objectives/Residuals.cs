namespace Descent;

/// <summary>Objectives that are half a sum of squares, from functions.</summary>
public static class Residuals
{
    /// <summary><c>½ Σ cᵢ rᵢ(x)²</c> from residuals and their Jacobian.</summary>
    /// <remarks>
    /// With weights, the residuals that are told are <c>√cᵢ rᵢ</c>, and the rows of the Jacobian alike. For a
    /// curve y = g(t; x) the residuals are g(tᵢ; x) − yᵢ, and cᵢ is 1 / σᵢ².
    /// </remarks>
    /// <param name="dimension">The number of parameters, n, at least 1.</param>
    /// <param name="count">The number of residuals, m, at least 1.</param>
    /// <param name="residuals">x ↦ r(x), m entries.</param>
    /// <param name="jacobian">x ↦ ∂rᵢ / ∂xⱼ, m × n.</param>
    /// <param name="weights">c, one per residual, finite and at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is less than 1, or a weight is negative or not finite.
    /// </exception>
    /// <exception cref="ArgumentException">There is not one weight per residual.</exception>
    public static IResidualObjective From(
        int dimension,
        int count,
        Func<Vector, Vector> residuals,
        Func<Vector, Matrix> jacobian,
        Vector? weights = null)
    {
        Guard.NotNull(residuals);
        Guard.NotNull(jacobian);
        return new Functions(
            Guard.AtLeast(dimension, 1),
            Guard.AtLeast(count, 1),
            x => new(residuals(x), jacobian(x)),
            Roots(count, weights));
    }

    /// <summary><c>½ Σ cᵢ rᵢ(x)²</c> from residuals alone.</summary>
    /// <remarks>
    /// The Jacobian is <see cref="FiniteDifferences.Jacobian"/>, right to about 10 digits: a fit is as exact
    /// as a gradient of so many, and an evaluation asks 2 n + 1 times for the residuals.
    /// </remarks>
    /// <inheritdoc cref="From"/>
    public static IResidualObjective ByDifferences(
        int dimension, int count, Func<Vector, Vector> residuals, Vector? weights = null)
    {
        Guard.NotNull(residuals);
        return From(
            dimension,
            count,
            residuals,
            x => x.IsFinite
                ? FiniteDifferences.Jacobian(residuals, x)
                : Matrix.From(count, dimension, (_, _) => double.NaN),
            weights);
    }

    private static double[]? Roots(int count, Vector? weights)
    {
        if (weights is not { } given)
            return null;
        Guard.SameLength(given.Count, count, "the list of residuals", nameof(weights));
        return [.. given.Select((weight, i) =>
            Math.Sqrt(Guard.NonNegative(weight, Guard.Text($"{nameof(weights)}[{i}]"))))];
    }

    private sealed class Functions(
        int dimension, int count, Func<Vector, ResidualEvaluation> evaluate, double[]? roots)
        : IResidualObjective
    {
        public int Dimension => dimension;

        public int ResidualCount => count;

        public Evaluation Evaluate(Vector parameters) => EvaluateResiduals(parameters).ToEvaluation();

        public ResidualEvaluation EvaluateResiduals(Vector parameters)
        {
            Guard.SameLength(parameters.Count, dimension, "the objective", nameof(parameters));
            var result = evaluate(parameters);
            var (r, jacobian) = (result.Residuals, result.Jacobian);
            if (r.Count != count || jacobian.Rows != count || jacobian.Columns != dimension)
            {
                throw new InvalidOperationException(
                    Guard.Text($"There are {r.Count} residuals and a Jacobian of {jacobian.Rows} by ")
                    + Guard.Text($"{jacobian.Columns} for {count} residuals of {dimension} parameters; ")
                    + "return one row per residual and one column per parameter.");
            }

            return roots is null ? result : Weighted(r, jacobian);
        }

        private ResidualEvaluation Weighted(Vector r, Matrix jacobian) => new(
            r.Zip(Vector.Own(roots!), (residual, root) => root * residual),
            Matrix.From(count, dimension, (i, j) => roots![i] * jacobian[i, j]));
    }
}
