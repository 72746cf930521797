namespace Descent;

/// <summary>The weights' part of a duality gap, and how the dual point is scaled for it.</summary>
/// <remarks>
/// With v = Σ s cᵢ uᵢ xᵢ, known up to an error e, the part of a weight is <c>l₁ |w| + ½ l₂ w² + g*(v) + v
/// w</c>, where g* is <c>max(0, |v| − l₁)² / 2 l₂</c>, and without l₂ 0 where |v| ≤ l₁ and +∞ elsewhere:
/// there the point is moved towards 0 until it is inside, error included.
/// </remarks>
internal static class WeightGap
{
    private const double Rounding = 16 * MachineEpsilon.Value;

    /// <summary>The greatest factor up to 1 that makes the point feasible.</summary>
    public static double Scale(SplitPenalty penalty, ReadOnlySpan<double> slopes, ReadOnlySpan<double> errors)
    {
        var scale = 1.0;
        for (var j = 0; j < slopes.Length; j++)
        {
            var most = Math.Abs(slopes[j]) + errors[j];
            if (penalty.Square[j] is 0 && most * scale > penalty.Absolute[j])
                scale = penalty.Absolute[j] / most * (1 - (4 * MachineEpsilon.Value));
        }

        return scale;
    }

    /// <summary>The sum over the weights, rounding included.</summary>
    public static double Of(
        SplitPenalty penalty,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> slopes,
        ReadOnlySpan<double> errors,
        double scale)
    {
        var gap = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            var (weight, v, e) = (weights[j], scale * slopes[j], scale * errors[j]);
            var (l1, l2) = (penalty.Absolute[j] * Math.Abs(weight), penalty.Square[j] * weight * weight / 2);
            var beyond = Math.Max(0, Math.Abs(v) + e - penalty.Absolute[j]);
            var conjugate = penalty.Square[j] is 0 ? 0 : beyond * beyond / (2 * penalty.Square[j]);
            var error = Rounding * (l1 + l2 + conjugate + Math.Abs(v * weight));
            gap += Math.Max(0, l1 + l2 + conjugate + (v * weight)) + (e * Math.Abs(weight)) + error;
        }

        return gap;
    }
}
