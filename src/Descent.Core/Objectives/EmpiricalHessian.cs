namespace Descent;

/// <summary>Xᵀ D X, D a curvature for each row: the second derivatives of one score a sample.</summary>
/// <param name="quadratic">The risk Σ ½ Dᵢ (x̃ᵢ·d)², whose gradient at d is the product with d.</param>
internal sealed class EmpiricalHessian(EmpiricalRisk quadratic) : IHessian
{
    public int Dimension => quadratic.Dimension;

    public Vector Times(Vector direction)
    {
        Guard.SameLength(direction.Count, Dimension, "a row of the Hessian", nameof(direction));
        return quadratic.Evaluate(direction).Gradient;
    }

    public Matrix ToMatrix()
    {
        var data = quadratic.Data;
        var (n, entries) = (Dimension, new double[Dimension * Dimension]);
        WeightedGram.Write(
            data.Features, data.Targets, quadratic.HasBias, quadratic.MaxDegreeOfParallelism, entries, n);
        return Matrix.Fill(n, n, (i, row) => entries.AsSpan(i * n, n).CopyTo(row));
    }
}
