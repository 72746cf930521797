namespace Descent;

/// <summary>The second derivatives of a risk's penalty by all parameters: 0 for the biases.</summary>
internal sealed class PenaltyHessian(Risk risk, ISmoothPenalty penalty, Vector weights) : IHessian
{
    public int Dimension => risk.Dimension;

    public Vector Times(Vector direction) =>
        risk.WithWeights(Vector.Zeros(Dimension), TimesWeights(risk.WeightsOf(direction)));

    public Matrix ToMatrix()
    {
        // Where the weights are among the parameters.
        var places = risk.WeightsOf(Vector.From(Enumerable.Range(0, Dimension).Select(j => (double)j)));
        var entries = new double[Dimension * Dimension];
        for (var j = 0; j < places.Count; j++)
        {
            var column = TimesWeights(Vector.Unit(places.Count, j)).AsSpan();
            for (var k = j; k < places.Count; k++)
            {
                entries[((int)places[j] * Dimension) + (int)places[k]] = column[k];
                entries[((int)places[k] * Dimension) + (int)places[j]] = column[k];
            }
        }

        return Matrix.Fill(
            Dimension, Dimension, (i, row) => entries.AsSpan(i * Dimension, Dimension).CopyTo(row));
    }

    private Vector TimesWeights(Vector direction)
    {
        var product = penalty.HessianTimes(weights, direction);
        Guard.GradientLength(product.Count, weights.Count);
        return product;
    }
}
