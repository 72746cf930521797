namespace Descent;

/// <summary>How a rate is found by trying: where it begins, shrinks and grows.</summary>
/// <remarks>
/// <para>A proximal step at the rate η from x to p is accepted where the parabola of curvature 1 / η is not
/// below f: <c>f(p) ≤ f(x) + ∇f(x)·(p − x) + ‖p − x‖² / 2η</c> (Beck, Teboulle 2009). Where ‖p − x‖² / 2η is
/// less than rounding hides in f, the gradients decide: <c>(∇f(p) − ∇f(x))·(p − x) ≤ ‖p − x‖² / η</c>, which
/// for a parabola is the same.</para>
/// <para>A trial that fails tells a curvature c &gt; 1 / η, and the next has the rate
/// <c>min(shrink · η, 0.9 / c)</c>; after a trial that is no number, η / 10. So with L the Lipschitz constant
/// of ∇f no rate is less than <c>min(first, shrink / L)</c>. After an accepted step that would have been
/// accepted at <c>growth · η</c> too, the next one begins there: most steps take a single trial. Where the
/// first step would be less than √ε of the parameters, it begins at max |x| / max |∇f(x)|.</para>
/// </remarks>
/// <param name="First">The rate of the first trial, greater than 0. A poor guess costs few trials.</param>
/// <param name="Shrink">In (0, 0.9]: what a rate that fails is multiplied by, if not by less.</param>
/// <param name="Growth">At least 1: what a rate with room is multiplied by; at 1 it only falls.</param>
/// <param name="MaxTrials">How many rates a step tries at most, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public sealed record RateSearch(
    double First = 1, double Shrink = 0.5, double Growth = 2, int MaxTrials = 60)
{
    // A share below 1, or rounding might refuse the very rate that the last trial asked for.
    private const double Safety = 0.9;

    /// <summary>The rate of the first trial.</summary>
    public double First { get; init => field = Guard.Positive(value, nameof(First)); } =
        Guard.Positive(First);

    /// <summary>What a rate that fails is multiplied by, if not by less.</summary>
    public double Shrink { get; init => field = Guard.PositiveUpTo(value, Safety, nameof(Shrink)); } =
        Guard.PositiveUpTo(Shrink, Safety);

    /// <summary>What a rate with room is multiplied by.</summary>
    public double Growth { get; init => field = Guard.AtLeast(value, 1.0, nameof(Growth)); } =
        Guard.AtLeast(Growth, 1.0);

    /// <summary>How many rates a step tries at most.</summary>
    public int MaxTrials { get; init => field = Guard.AtLeast(value, 1, nameof(MaxTrials)); } =
        Guard.AtLeast(MaxTrials, 1);

    /// <summary>The first acceptable proximal step from a point.</summary>
    /// <param name="whole">f + R.</param>
    /// <param name="from">x.</param>
    /// <param name="smooth">f(x) and ∇f(x).</param>
    /// <param name="size">A number of the size of what f(x) was made of.</param>
    /// <param name="rate">η of the first trial.</param>
    internal ProximalStep Step(
        Composite whole, Vector from, Evaluation smooth, double size, double rate)
    {
        var failure = Stall.NotFinite;
        for (var trials = 0; trials < MaxTrials; trials++)
        {
            var to = whole.Next(from, smooth.Gradient, rate);
            if (to == from)
            {
                var stall = trials == 0 ? Stall.Stationary : failure;
                return new(from, smooth, rate, rate, stall, trials);
            }

            var there = whole.EvaluateSmooth(to);
            var curvature = Curvature(from, smooth, to, there, rate, size);
            if (rate * curvature <= 1)
                return new(to, there, rate, Grown(rate, curvature), Stall.None, trials + 1);

            var isFinite = double.IsFinite(curvature);
            if (isFinite)
                failure = Stall.NoLowerLoss;
            rate = isFinite ? Math.Min(Shrink * rate, Safety / curvature) : rate / 10;
        }

        var last = failure == Stall.NoLowerLoss ? Stall.TooManyTrials : failure;
        return new(from, smooth, rate, rate, last, MaxTrials);
    }

    /// <summary>1 / η of the greatest rate at which this step would be accepted, or +∞ for none.</summary>
    private static double Curvature(
        Vector from, Evaluation smooth, Vector to, Evaluation there, double rate, double size)
    {
        if (!to.IsFinite || !there.IsFinite)
            return double.PositiveInfinity;

        var move = to - from;
        var square = move.Dot(move);
        var above = there.Loss - smooth.Loss - smooth.Gradient.Dot(move);
        var hidden = LineSearch.Rounding * size;
        var model = square / (2 * rate);
        if (above <= model && model > hidden)
            return 2 * above / square;

        // Rounding may hide more than its estimate. Of convex f, what the gradients tell is no less than the
        // excess: doubled, it is a bound whatever the losses say.
        var bend = (there.Gradient - smooth.Gradient).Dot(move);
        return model <= hidden && above <= model + hidden ? bend / square
            : above <= model + (1024 * hidden) ? 2 * Math.Min(above, bend) / square
            : 2 * above / square;
    }

    private double Grown(double rate, double curvature)
    {
        var grown = Growth * rate;
        return grown * curvature <= 1 && double.IsFinite(grown) ? grown : rate;
    }
}
