namespace Descent;

/// <summary>Σ cᵢ (diag(pᵢ) − pᵢ pᵢᵀ) ⊗ x̃ᵢ x̃ᵢᵀ: the second derivatives of a softmax.</summary>
internal sealed class SoftmaxHessian(SoftmaxRisk risk, SoftmaxProduct product) : IHessian
{
    public int Dimension => risk.Dimension;

    public Vector Times(Vector direction)
    {
        Guard.SameLength(direction.Count, Dimension, "a row of the Hessian", nameof(direction));
        return risk.Sum(direction, product).Gradient;
    }

    public Matrix ToMatrix()
    {
        var (n, length) = (Dimension, Dimension / risk.Classes);
        var entries = new double[n * n];
        for (var k = 0; k < risk.Classes; k++)
        {
            for (var l = k; l < risk.Classes; l++)
            {
                WeightedGram.Write(
                    risk.Data.Features,
                    Curvatures(k, l),
                    risk.HasBias,
                    risk.MaxDegreeOfParallelism,
                    entries.AsSpan((k * length * n) + (l * length)),
                    n);
            }
        }

        return Matrix.From(n, n, (i, j) => entries[i / length <= j / length ? (i * n) + j : (j * n) + i]);
    }

    /// <summary>∂²ℓ / ∂sₖ ∂sₗ of each sample, weighted.</summary>
    private Vector Curvatures(int k, int l)
    {
        var data = risk.Data;
        var divisor = risk.DivisorOf(data.Count);
        var curvatures = new double[data.Count];
        for (var i = 0; i < curvatures.Length; i++)
        {
            var weight = data.IsWeighted ? data.Weights[i] : 1;
            curvatures[i] = weight is 0 ? 0 : weight * product.Curvature(i, k, l) / divisor;
        }

        return Vector.Own(curvatures);
    }
}
