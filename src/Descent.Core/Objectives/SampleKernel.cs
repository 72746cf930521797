using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>The loss of one sample after the other, without a sum.</summary>
internal readonly ref struct SampleKernel<TBlocks, TLoss>(
    TBlocks blocks, TLoss loss, scoped in RiskRows rows, double divisor)
    where TBlocks : struct, IRowBlocks, allows ref struct
    where TLoss : struct, IBlockLoss
{
    private readonly TBlocks _blocks = blocks;
    private readonly RiskRows _rows = rows;

    /// <summary>Loss and gradient of the first sample: the bits of a sum over one row.</summary>
    /// <param name="weights">As long as a padded row.</param>
    /// <param name="bias">The bias, or 0.</param>
    /// <param name="gradient">Takes the gradient by the weights.</param>
    /// <param name="slope">The gradient by the bias.</param>
    public double Evaluate(ReadOnlySpan<double> weights, double bias, Span<double> gradient, out double slope)
    {
        if (TBlocks.PlacesAhead > 0)
            _rows.Prefetch(_blocks, TBlocks.PlacesAhead);

        var number = _rows.NumberAt(0, out var target, out var weight);
        var scores = _blocks.Dot(number, weights) + Vector512.Create(bias);
        loss.Evaluate(scores, Vector512.Create(target), 1, out var terms, out var growths, out var slopes);
        if (_rows.IsWeighted)
            slopes = RiskRows.Weigh(slopes, Vector512.Create(weight));
        _blocks.Write(number, slopes, Vector512.Create(divisor), gradient);
        slope = (slopes.ToScalar() + 0.0) / divisor;

        if (TLoss.HasLogarithm)
            terms += RiskTotal.Log1p(growths);
        if (_rows.IsWeighted)
            terms = RiskRows.Weigh(terms, Vector512.Create(weight));
        return (terms.ToScalar() + 0.0) / divisor;
    }

    /// <summary>Gradient descent in place that sees the first samples, one for each rate.</summary>
    /// <remarks>
    /// Each move has the bits of a state's: the gradient is rounded as if it were written down. A number that
    /// is not finite stays in the weights it reaches, and so one look at the end finds it; that a loss was
    /// not finite is remembered in a sum of zeros.
    /// </remarks>
    /// <param name="rates">η of each move.</param>
    /// <param name="weights">As long as a padded row; changed.</param>
    /// <param name="bias">The bias, changed; empty where there is none.</param>
    /// <returns>Whether all losses, weights and the bias have stayed finite.</returns>
    public bool Descend(ReadOnlySpan<double> rates, Span<double> weights, Span<double> bias)
    {
        var b = bias.IsEmpty ? Vector512<double>.Zero : Vector512.Create(bias[0]);
        var zeros = Vector512<double>.Zero;
        var divisors = Vector512.Create(divisor);
        for (var k = 0; k < rates.Length; k++)
        {
            if (TBlocks.PlacesAhead > 0)
                _rows.Prefetch(_blocks, k + TBlocks.PlacesAhead);

            var number = _rows.NumberAt(k, out var target, out var weight);
            var scores = _blocks.Dot(number, weights) + b;
            loss.Evaluate(scores, Vector512.Create(target), 1, out var terms, out _, out var slope);
            if (_rows.IsWeighted)
            {
                // The whole loss may overflow where its term does not; no logarithm is more than 1.
                if (TLoss.HasLogarithm)
                    terms += Vector512<double>.One;
                terms = RiskRows.Weigh(terms, Vector512.Create(weight)) / divisors;
                slope = RiskRows.Weigh(slope, Vector512.Create(weight));
            }

            var rate = Vector512.Create(rates[k]);
            _blocks.Descend(number, slope, divisors, rate, weights);
            if (!bias.IsEmpty)
                b -= slope / divisors * rate;
            zeros = Vector512.FusedMultiplyAdd(terms, Vector512<double>.Zero, zeros);
        }

        if (!bias.IsEmpty)
            bias[0] = b.ToScalar();
        return zeros.ToScalar() == 0 && double.IsFinite(b.ToScalar()) && Kernels.AllFinite(weights);
    }
}
