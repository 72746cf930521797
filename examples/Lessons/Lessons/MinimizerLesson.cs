namespace Lessons;

/// <summary>What minimizers buy: few steps, exact zeros, and distances that are proven.</summary>
public sealed class MinimizerLesson : ILesson
{
    /// <inheritdoc/>
    public string Name => "l";

    /// <inheritdoc/>
    public string Title => "Minimizers: few steps, exact zeros, proven distances";

    /// <inheritdoc/>
    public void Print(Page page)
    {
        PrintValley(page);
        PrintPath(page);
        PrintProofs(page);
        PrintNotNegative(page);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => MinimizerPictures.All;

    private static void PrintValley(Page page)
    {
        page.Say("""
            An optimizer sees gradients one after the other, and somebody must choose its rate. A minimizer
            may ask the loss again within a step: how far to go is searched for, and what the last steps told
            of the curvature is remembered. Here all walk Rosenbrock's valley from (-1.2, 1) until the
            gradient's norm is at most 1e-10; the first line is descent at a fixed rate of 0.001.
            """);
        page.Table(
            Walker.All,
            ("", one => one.Name),
            ("asks for", one => one.Sees),
            ("steps", one => Show.Whole(one.Last.Step)),
            ("evaluations", one => Show.Whole(one.Last.Evaluations)),
            ("loss", one => Show.Size(one.Last.Loss)),
            ("ended because", one => $"{one.Reason.Metric} {Show.Size(one.Reason.Value)}"));
        page.Say("""
            An evaluation is the loss with its gradient at one point, or the residuals with their derivatives;
            the Hessian is asked for beside them, once a step. Steps that remember curvature need about a
            thousandth of what a fixed rate needs. In two dimensions they soon know as much as the Hessian
            tells; the residuals tell most of all.
            """);
    }

    private static void PrintPath(Page page)
    {
        page.Say("""
            The lasso: half the mean squared error and λ times the sum of |w|, on ten measurements of 442
            diabetes patients, standardised. At a large λ all weights are exactly 0; as it falls, one
            measurement after the other enters, and a few may leave again. Each solution begins at the one
            before, and is proven to be no farther above its minimum than the gap:
            """);
        page.Table(
            Diabetes.Path.Where((_, k) => k % 5 == 0),
            ("λ", point => Show.Brief(point.Strength)),
            ("weights not 0", point => Show.Whole(point.Support.Length)),
            ("loss + λ |w|", point => Show.Fixed(point.Certificate.Primal, 3)),
            ("gap", point => Show.Size(point.Certificate.Gap)),
            ("which", point => Named(point.Support)));
        var order = string.Join(", ", Diabetes.Entering.Select(j => Diabetes.Names[j]));
        page.Say($"They enter in this order: {order}.");
    }

    private static void PrintProofs(Page page)
    {
        page.Say("""
            How far is it to the minimum? A small gradient does not say. The duality gap does: from any
            weights it computes a number that the minimum cannot be below. These runs end where the loss
            is proven to be above its minimum by at most a billionth of itself, whoever made the steps:
            """);
        page.Table(
            Diabetes.Proofs,
            ("penalty", proof => proof.Objective),
            ("by", proof => proof.Name),
            ("steps", proof => Show.Whole(proof.Last.Step)),
            ("evaluations", proof => Show.Whole(proof.Last.Evaluations)),
            ("loss with penalty", proof => Show.Digits(proof.Certificate.Primal)),
            ("gap", proof => Show.Size(proof.Certificate.Gap)),
            ("gap / loss", proof => Show.Size(proof.Certificate.RelativeGap)));
    }

    private static void PrintNotNegative(Page page)
    {
        page.Say("""
            Weights that must not be negative are one line,
            new LBfgsB(new Box(0, double.PositiveInfinity)).Minimize(risk, start).Solve(rule):
            """);
        var last = Diabetes.NotNegative.Last;
        page.Table(
            last.Parameters.SkipLast(1).Index(),
            ("", weight => Diabetes.Names[weight.Index]),
            ("weight", weight => Show.Fixed(weight.Item, 4)),
            ("slope of the loss", weight => Show.Fixed(last.Gradient[weight.Index], 4)));
        page.Say("""
            Where a weight is positive the slope is 0, as at any minimum. Where it is 0 the slope is positive:
            the loss would fall only if the weight went below 0.
            """);
    }

    private static string Named(IReadOnlyCollection<int> support) =>
        support.Count == 0 ? "none" : string.Join(' ', support.Select(j => Diabetes.Names[j]));
}
