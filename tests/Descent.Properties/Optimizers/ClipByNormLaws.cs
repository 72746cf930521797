using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class ClipByNormLaws
{
    /// <summary>The unit of rounding, 2⁻⁵³.</summary>
    private const double U = 1.1102230246251565e-16;

    [Property]
    public void Behind_a_huge_limit_the_run_is_the_inner_one(Bowl bowl, RateShare eta) => Assert.Equal(
        StateBits.OfAll(new Momentum(eta.Value).Minimize(bowl, bowl.Start).Take(20)),
        StateBits.OfAll(new Momentum(eta.Value).ClipByNorm(1e300).Minimize(bowl, bowl.Start).Take(20)));

    [Property]
    public bool A_gradient_within_the_limit_passes_unchanged(Values gradient, UnitReal more)
    {
        Vector g = Vector.Of(gradient);
        var limit = Math.Max(1e-3, g.Norm * (1 + more));
        return StateBits.Of(Clip(g, limit)).SequenceEqual(StateBits.Of(g));
    }

    // With 12 entries a norm is 2 fused sums in a lane, 3 sums and a root: at most 2.5 + 1 roundings. An
    // entry's quotient and product are 2 more, so ‖clipped‖ ≤ limit (1 + 5.5 U), and measuring it adds 3.5 U.
    [Property]
    public void A_clipped_gradient_is_as_long_as_the_limit(Values gradient, PositiveReal limit)
    {
        var g = Vector.Of(gradient);
        var clipped = Clip(g, limit).Norm;
        if (g.Norm > limit)
            Assert.InRange(clipped, limit * (1 - (10 * U)), limit * (1 + (10 * U)));
        else
            Assert.InRange(clipped, 0, limit);
    }

    [Property]
    public void The_direction_stays(Values gradient, PositiveReal limit, bool huge)
    {
        // Gradients and limits about 10^±200, where squares are no doubles. The factor limit / norm is the
        // same for all entries, each of which rounds twice, and its quotient here once: two of them differ by
        // 6 U.
        var scale = huge ? 1e200 : 1e-200;
        var g = scale * Vector.Of(gradient);
        var clipped = Clip(g, scale * limit);
        var factors = g.Zip<double, double>(clipped)
            .Where(pair => pair.First != 0)
            .Select(pair => pair.Second / pair.First)
            .ToArray();
        Assert.All(factors, f => Assert.InRange(f, factors[0] * (1 - (7 * U)), factors[0] * (1 + (7 * U))));
        Assert.InRange(clipped.Norm, 0, scale * limit * (1 + (11 * U)));
    }

    [Property]
    public void The_state_keeps_its_own_gradient_and_loss(Bowl bowl)
    {
        var run = new GradientDescent(0.1).ClipByNorm(1e-3).Minimize(bowl, bowl.Start).Take(5);
        Assert.All(run, state => Assert.Equal(bowl.Evaluate(state.Parameters), state.Evaluation));
    }

    [Property]
    public void No_step_of_descent_is_longer_than_rate_times_limit(Bowl bowl, RateShare eta)
    {
        // The clipped norm as above, and one rounding of x of at most ‖x‖ U on each side of the difference.
        const double limit = 0.25;
        var rule = new GradientDescent(eta.Value).ClipByNorm(limit);
        var run = rule.Minimize(bowl, bowl.Start).Take(20).ToArray();
        Assert.All(run.Zip(run.Skip(1)), pair => Assert.InRange(
            (pair.Second.Parameters - pair.First.Parameters).Norm,
            0,
            (eta * limit * (1 + (12 * U))) + (4 * U * (1 + pair.Second.Parameters.Norm))));
    }

    [Property]
    public void The_tighter_of_two_limits_holds(Values gradient, PositiveReal one, PositiveReal other)
    {
        var clipped = GradientProbe.Through(p => p.ClipByNorm(one).ClipByNorm(other), Vector.Of(gradient));
        Assert.InRange(clipped.Norm, 0, Math.Min(one, other) * (1 + (10 * U)));
    }

    [Fact]
    public void A_gradient_whose_norm_is_no_double_keeps_its_direction()
    {
        // √2 · 1.5·10³⁰⁸ is beyond the greatest double, though both entries are finite.
        var clipped = Clip([1.5e308, -1.5e308], 1);
        Assert.Equal(Math.Sqrt(0.5), clipped[0], 1e-15);
        Assert.Equal(-Math.Sqrt(0.5), clipped[1], 1e-15);
    }

    [Property]
    public void Whatever_the_gradient_the_clipped_one_is_short_or_no_number(
        AnyDouble a, AnyDouble b, PositiveReal limit)
    {
        Vector g = [a, b];
        var clipped = Clip(g, limit);
        Assert.Equal(g.IsFinite, clipped.IsFinite);
        if (g.IsFinite)
            Assert.InRange(clipped.Norm, Math.Min(g.Norm, limit * (1 - (10 * U))), limit * (1 + (10 * U)));
    }

    private static Vector Clip(Vector gradient, double limit) =>
        GradientProbe.Through(probe => probe.ClipByNorm(limit), gradient);
}
