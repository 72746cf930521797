using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>The product of a softmax's second derivatives with scores, from probabilities.</summary>
/// <remarks>
/// <c>uₖ = pₖ (tₖ − Σ pⱼ tⱼ)</c>, with each t less that of the likeliest class, which changes nothing but
/// keeps the digits of the small probabilities where one is nearly 1.
/// </remarks>
/// <param name="probabilities">Eight lanes for each class, for each eight samples.</param>
/// <param name="classes">How many classes there are.</param>
internal readonly struct SoftmaxProduct(double[] probabilities, int classes) : IClassPhase
{
    /// <summary>pₖ ([k = l] − pₗ) of a sample.</summary>
    public double Curvature(int sample, int k, int l)
    {
        if (k != l)
            return -(At(sample, k) * At(sample, l));

        var others = 0.0;
        for (var j = 0; j < classes; j++)
            others += j == k ? 0 : At(sample, j);
        return At(sample, k) * others;
    }

    public Vector512<double> Evaluate(
        Span<double> scores, int classes, Vector512<double> targets, int place)
    {
        var shares = probabilities.AsSpan(place * classes, classes * Lanes.Count);
        var (greatest, origin) = (Lanes.Load(shares, 0), Lanes.Load(scores, 0));
        for (var k = 1; k < classes; k++)
        {
            var share = Lanes.Load(shares, k * Lanes.Count);
            var isGreater = Vector512.GreaterThan(share, greatest);
            greatest = Vector512.ConditionalSelect(isGreater, share, greatest);
            origin = Vector512.ConditionalSelect(isGreater, Lanes.Load(scores, k * Lanes.Count), origin);
        }

        var mean = Vector512<double>.Zero;
        for (var k = 0; k < classes; k++)
        {
            var score = Lanes.Load(scores, k * Lanes.Count) - origin;
            mean = Vector512.FusedMultiplyAdd(Lanes.Load(shares, k * Lanes.Count), score, mean);
            Lanes.Store(score, scores, k * Lanes.Count);
        }

        for (var k = 0; k < classes; k++)
        {
            var factor = Lanes.Load(shares, k * Lanes.Count) * (Lanes.Load(scores, k * Lanes.Count) - mean);
            Lanes.Store(factor, scores, k * Lanes.Count);
        }

        return Vector512<double>.Zero;
    }

    private double At(int sample, int k)
    {
        var (block, lane) = (sample / Lanes.Count, sample % Lanes.Count);
        return probabilities[(((block * classes) + k) * Lanes.Count) + lane];
    }
}

/// <summary>Keeps the probabilities of all samples, and adds nothing.</summary>
internal readonly struct SoftmaxRecord(double[] probabilities) : IClassPhase
{
    public Vector512<double> Evaluate(
        Span<double> scores, int classes, Vector512<double> targets, int place)
    {
        // Of no class at all, the slopes are the probabilities.
        SoftmaxLoss.Evaluate(scores, classes, Vector512.Create(-1.0));
        scores[..(classes * Lanes.Count)].CopyTo(probabilities.AsSpan(place * classes));
        scores.Clear();
        return Vector512<double>.Zero;
    }
}
