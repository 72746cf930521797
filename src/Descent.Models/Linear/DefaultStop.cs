namespace Descent.Models;

/// <summary>When a linear learner stops if it is not told: at a minimum, whatever the units.</summary>
/// <remarks>
/// <para>Where the penalty is smooth, at a relative gradient of 1e-10: <c>max_j |∂f/∂wⱼ| / (s rⱼ)</c>, with
/// <c>rⱼ = √(Σ cᵢ xᵢⱼ² / Σ cᵢ)</c> and <c>s = √(Σ cᵢ ℓ′(0, yᵢ)² / Σ cᵢ)</c>. No entry of the gradient of the
/// loss is above 1 in this measure where all parameters are 0, and it does not change when a feature or, of a
/// squared loss, the target is counted in another unit, while an absolute tolerance means nothing where
/// features range from 1e-3 to 1e3.</para>
/// <para>Where the distance from the minimum can be proven beside a kink, at a relative duality gap of 1e-10.
/// Where it cannot, at an optimality of 1e-10 ‖s r‖. In any case after 10 000 steps.</para>
/// <para>A classifier whose loss has no minimum stops as <see cref="Separation"/> says.</para>
/// </remarks>
internal static class DefaultStop
{
    public const double Tolerance = 1e-10;
    public const long MostSteps = 10_000;

    public static StopRule Of(Risk risk, IProximalPenalty? beside)
    {
        var units = UnitsOf(risk);
        var length = units.Norm;
        var (slope, size) = beside is null
            ? ("relative gradient", new Func<IState, double>(state => Relative(state.Gradient, units)))
            : ("relative optimality", state => Ratio(state.Optimality, length));
        var (metric, measure) = risk is EmpiricalRisk one && beside is not null && HasGap(one, beside)
            ? ("relative duality gap", state => DualityGap.At(one, state.Parameters, beside).RelativeGap)
            : (slope, size);
        var minimum = Separation.Of(risk, beside) is { } separation
            ? separation.Minimum(metric, measure, Tolerance) | separation.None(slope, size, Tolerance)
            : StopRule.From(
                metric, [double.NaN], (_, state) => [measure(state)], memory => memory[0], Tolerance, true);
        return minimum | StopRule.Steps(MostSteps);
    }

    /// <summary>Whether something can be proven of the distance from the minimum.</summary>
    public static bool HasGap(EmpiricalRisk risk, IProximalPenalty? beside) =>
        DualLoss.Of(risk.Loss) is not null && SplitPenalty.Of(risk, beside) is { } parts
        && parts.FirstFree() < 0;

    private static double Relative(Vector gradient, Vector units)
    {
        var greatest = 0.0;
        for (var j = 0; j < units.Count; j++)
            greatest = Math.Max(greatest, Ratio(Math.Abs(gradient[j]), units[j]));
        return greatest;
    }

    // A column of zeros has the unit 0 and, unless a penalty pulls, the slope 0.
    private static double Ratio(double size, double unit) => size is 0 ? 0 : size / unit;

    /// <summary>s rⱼ for each parameter, of a bias s.</summary>
    private static Vector UnitsOf(Risk risk)
    {
        var data = risk.Data;
        var total = data.Weights.Sum();
        var slope = risk is EmpiricalRisk { Loss: var loss }
            ? data.Targets.Zip(data.Weights, (y, c) => Math.Sqrt(c / total) * loss.Derivative(0, y)).Norm
            : 1;
        var row = data.Moments(1).Squares.Map(sum => slope * Math.Sqrt(sum / total));
        Vector one = risk.HasBias ? [.. row, slope] : row;
        return Vector.From(Enumerable.Range(0, risk.Dimension / one.Count).SelectMany(_ => one));
    }
}
