namespace Descent;

/// <summary>A line search of a minimizer, which must get somewhere.</summary>
internal static class DescentSearch
{
    /// <summary>
    /// The point that a search accepts, or of a lower loss; null, with the reason, where there is none.
    /// </summary>
    /// <remarks>
    /// A slope that underflows to 0 leaves nothing to gain, and neither does a step that rounding hides.
    /// Where rounding hides whether the loss falls, the gradient has to become smaller, so that a run at its
    /// minimum ends and does not wander. A step that only happens to end at the same height, though there is
    /// more to gain than rounding hides, is shortened.
    /// </remarks>
    /// <param name="search">The search.</param>
    /// <param name="line">The line, which leads down.</param>
    /// <param name="first">The first step to try.</param>
    /// <param name="size">How large a gradient is, in the units that the minimizer works in.</param>
    /// <param name="share">To less than which share of its size a gradient has to fall.</param>
    public static Outcome Along(
        ILineSearch search, Line line, double first, Func<Vector, double> size, double share = 1)
    {
        var origin = line.Origin;
        var hidden = LineSearch.Hidden(origin);
        if (origin.IsFinite && !(origin.Slope < 0))
            return new(null, Stall.NoLowerLoss, 0);

        for (var (step, evaluations) = (first, 0); ;)
        {
            if (line.Direction.MultiplyAdd(step, origin.Parameters) == origin.Parameters)
                return new(null, Stall.NoLowerLoss, evaluations);
            var found = search.Search(line, step);
            var point = found.Point;
            evaluations += found.Evaluations;
            if (!found.IsAccepted && !(point.Loss < origin.Loss))
                return new(null, found.Stall, evaluations);
            if (Math.Abs(point.Loss - origin.Loss) > hidden
                || size(point.Evaluation.Gradient) < share * size(origin.Evaluation.Gradient))
                return new(point, Stall.None, evaluations);
            if (!(-origin.Slope * point.Step > 16 * hidden))
                return new(null, Stall.NoLowerLoss, evaluations);
            step = point.Step / 2;
        }
    }

    /// <summary>What a search came to.</summary>
    /// <param name="Point">The next point; null where there is none.</param>
    /// <param name="Stall">Why there is none.</param>
    /// <param name="Evaluations">How often the objective was asked.</param>
    public readonly record struct Outcome(LinePoint? Point, Stall Stall, int Evaluations);
}
