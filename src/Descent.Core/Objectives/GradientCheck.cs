namespace Descent;

/// <summary>Compares an objective's gradient with differences of its loss.</summary>
/// <remarks>
/// <para>Each coordinate is differenced twice, with steps h and 2h. Richardson's combination
/// <c>(4 D(h) − D(2h)) / 3</c> is the numerical value (Richardson 1911); <c>|D(2h) − D(h)|</c>, about three
/// times the truncation error of D(h), and the rounding error together are what a right gradient may be off
/// by. So the tolerance comes from the function, not from a fixed number.</para>
/// <para>Rounding: a loss is taken to be off as if it and every parameter were rounded a few times, by
/// <c>16 ε (|f| + Σ |gₖ xₖ|)</c> summed over x and x ± 2h, and a difference by that over h. The second term
/// counts where the fit is nearly perfect: there f is tiny and its rounding is not.</para>
/// <para>Check at a point in general position: random, not zero, where wrong terms like to vanish; and not at
/// a kink of a hinge, where no derivative exists.</para>
/// </remarks>
public static class GradientCheck
{
    // h = ∜ε · max(1, |x|): truncation of the combination, of order h⁴, meets rounding, of order ε / h.
    private const double RelativeStep = MachineEpsilon.FourthRoot;

    /// <summary>Checks the gradient at one point.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="at">Where; finite, one entry per parameter.</param>
    /// <returns>What was found; print it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An entry of <paramref name="at"/> is not finite, or its length is not the dimension.
    /// </exception>
    public static GradientReport Of(IObjective objective, Vector at)
    {
        Guard.SameLength(at.Count, Guard.NotNull(objective).Dimension, "the objective", nameof(at));
        Guard.AllFinite(at.AsSpan(), nameof(at));

        var evaluation = objective.Evaluate(at);
        Guard.GradientLength(evaluation.Gradient.Count, at.Count);
        var fine = FiniteDifferences.Gradient(x => objective.Evaluate(x).Loss, at, RelativeStep);
        var size = Size(evaluation, at);
        var far = Enumerable.Range(0, at.Count).Select(j => Far(objective, at, j, size)).ToArray();
        var coarse = Vector.From(far.Select(one => one.Difference));
        var rounding = Vector.From(far.Select(one => one.Rounding));

        var numerical = fine.Zip(coarse, (d, d2) => ((4 * d) - d2) / 3);
        var relative = evaluation.Gradient.Map(g => 32 * MachineEpsilon.Value * Math.Abs(g));
        var allowed = fine.Zip(coarse, (d, d2) => Math.Abs(d2 - d)) + rounding + relative;
        return new GradientReport(evaluation.Gradient, numerical, allowed);
    }

    /// <summary>D(2h) along one coordinate, and the rounding error that the losses there allow.</summary>
    private static (double Difference, double Rounding) Far(
        IObjective objective, Vector at, int j, double sizeAt)
    {
        var h = RelativeStep * Math.Max(1, Math.Abs(at[j]));
        var left = FiniteDifferences.Replace(at, j, at[j] - (2 * h));
        var right = FiniteDifferences.Replace(at, j, at[j] + (2 * h));
        var (atLeft, atRight) = (objective.Evaluate(left), objective.Evaluate(right));
        var size = Size(atLeft, left) + sizeAt + Size(atRight, right);
        return (
            (atRight.Loss - atLeft.Loss) / (right[j] - left[j]),
            16 * MachineEpsilon.Value * size / h);
    }

    private static double Size(Evaluation evaluation, Vector x) =>
        Math.Abs(evaluation.Loss) + evaluation.Gradient.Map(Math.Abs).Dot(x.Map(Math.Abs));
}
