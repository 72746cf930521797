using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>L-BFGS-B ends where Karush, Kuhn and Tucker say, and never leaves its bounds.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators), typeof(DomainGenerators)])]
public sealed class LBfgsBLaws
{
    private static readonly Box Free = new(double.NegativeInfinity, double.PositiveInfinity);

    [Property]
    public void Without_bounds_it_finds_the_minimum_of_a_bowl(Bowl bowl)
    {
        var last = new LBfgsB(Free).Minimize(bowl, bowl.Start).Steps(500).Last();
        Assert.NotEqual(Stall.None, last.Stall);

        // The gradient is a difference of terms of the size λ |x|, and so known to so much of it only.
        var slack = Rounding.Gamma(64) * bowl.Greatest * (bowl.Center.Norm + last.Parameters.Norm);
        Assert.True(last.Optimality <= slack, last.ToString());
    }

    [Property]
    public void A_bowl_in_a_box_has_its_minimum_where_trying_every_set_of_bounds_finds_it(
        Bowl bowl, int seed)
    {
        var box = BoxedBowl.Box(bowl.Dimension, seed);
        var last = new LBfgsB(box).Minimize(bowl, bowl.Start).Steps(500).Last();
        Assert.NotEqual(Stall.None, last.Stall);
        var slack = Rounding.Gamma(64) * bowl.Greatest * (bowl.Center.Norm + last.Parameters.Norm);
        Assert.True(last.Optimality <= slack, last.ToString());

        // Strong convexity: ‖x − x*‖ ≤ ‖x − P(x − g)‖ (1 + L) / μ (Pang 1987).
        var best = BoxedBowl.Minimum(bowl, box);
        var distance = slack * (1 + bowl.Greatest) / bowl.Least;
        Assert.True((last.Parameters - best).Norm <= distance, $"{last.Parameters} is not {best}");
    }

    [Property]
    public void Every_state_is_inside_to_the_bit(Bowl bowl, int seed)
    {
        var box = BoxedBowl.Box(bowl.Dimension, seed);
        Assert.All(
            new LBfgsB(box, 3).Minimize(bowl, bowl.Start).Take(60),
            state => Assert.Equal(0, box.Value(state.Parameters)));
    }

    [Property]
    public void The_loss_never_rises_beyond_rounding(Bowl bowl, int seed)
    {
        var box = BoxedBowl.Box(bowl.Dimension, seed);
        var run = new LBfgsB(box).Minimize(bowl, bowl.Start).Take(60).ToArray();
        foreach (var (state, next) in run.Zip(run.Skip(1)))
            Assert.True(next.Loss <= state.Loss * (1 + 1e-14), $"{state.Loss:R} rose to {next.Loss:R}");
    }

    [Property]
    public void At_the_end_the_conditions_of_Karush_Kuhn_and_Tucker_hold(Classification c)
    {
        var risk = new EmpiricalRisk(c.Data, Loss.Logistic, new L2(0.1));
        var last = new LBfgsB(new Box(-0.1, 0.2)).Minimize(risk, c.Parameters).Steps(300).Last();
        var slack = 1e-13 * (1 + risk.CurvatureBound());
        foreach (var (w, g) in last.Parameters[..^1].Zip(last.Gradient[..^1]))
        {
            Assert.InRange(w, -0.1, 0.2);
            Assert.InRange(
                g, w == 0.2 ? double.MinValue : -slack, w == -0.1 ? double.MaxValue : slack);
        }

        Assert.InRange(last.Gradient[^1], -slack, slack);
    }

    [Property]
    public void Non_negative_least_squares_is_solved(Regression c)
    {
        // Lawson and Hanson 1974: w ≥ 0, g ≥ 0, w g = 0.
        var risk = new EmpiricalRisk(c.Data, Loss.HalfSquared, new L2(0.01), bias: false);
        var last = new LBfgsB(new Box(0, double.PositiveInfinity))
            .Minimize(risk, c.Parameters[..^1]).Steps(1000).Last();
        var slack = 1e-13 * (1 + risk.CurvatureBound()) * (1 + last.Parameters.Norm + c.Data.Targets.Norm);
        foreach (var (w, g) in last.Parameters.Zip(last.Gradient))
        {
            Assert.True(w >= 0);
            Assert.InRange(g, -slack, w > 0 ? slack : double.MaxValue);
        }
    }

    [Fact]
    public void A_start_outside_is_projected_and_the_bias_of_a_risk_is_free()
    {
        var risk = new EmpiricalRisk(Samples.Line(), Loss.HalfSquared);
        var start = new LBfgsB(new Box(-1, 1)).Init(risk, [7, 9]);
        Assert.Equal([1, 9], start.Parameters);
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        Assert.Equal([1, 1], new LBfgsB(new Box(-1, 1)).Init(bowl, [7, 9]).Parameters);

        var softmax = new SoftmaxRisk(SoftmaxRiskBitsLaws.Data(20, 2, 2), 2);
        var both = new LBfgsB(new Box([1, 2, 3, 4], [1, 2, 3, 4])).Init(softmax, Vector.Zeros(6));
        Assert.Equal([1, 2, 0, 3, 4, 0], both.Parameters);
    }

    [Fact]
    public void Equal_bounds_fix_a_parameter()
    {
        // ½ (x + y − 3)² + ½ (x − y)² at x = 2: the slope by y is (y − 1) + (y − 2).
        var objective = Objective.From(
            2,
            x => (((x[0] + x[1] - 3) * (x[0] + x[1] - 3)) + ((x[0] - x[1]) * (x[0] - x[1]))) / 2,
            x => [(x[0] + x[1] - 3) + (x[0] - x[1]), (x[0] + x[1] - 3) - (x[0] - x[1])]);
        var box = new Box([2, double.NegativeInfinity], [2, double.PositiveInfinity]);
        Assert.Equal([2, 1.5], new LBfgsB(box).Minimize(objective, [0, 0]).Steps(30).Last().Parameters);
        var all = new LBfgsB(new Box([2, 1], [2, 1])).Minimize(objective, [0, 0]).Steps(30).ToArray();
        Assert.Equal(Stall.Stationary, all[1].Stall);
        Assert.Equal(0, all[1].Optimality);
    }

    [Fact]
    public void A_start_at_the_minimum_is_stationary()
    {
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        var run = new LBfgsB(new Box(-1, 1)).Minimize(bowl, [0, 0]).ToArray();
        Assert.Equal([Stall.None, Stall.Stationary], run.Select(state => state.Stall));
        Assert.Equal(1, run[^1].Evaluations);
        var atBound = new LBfgsB(new Box(1, 2)).Minimize(bowl, [1, 1]).ToArray();
        Assert.Equal([Stall.None, Stall.Stationary], atBound.Select(state => state.Stall));
    }

    [Fact]
    public void Without_pairs_it_is_projected_gradient_descent_with_the_search()
    {
        var bowl = Objective.From(2, x => x.Dot([0.5 * x[0], x[1]]) / 2, x => [0.5 * x[0], x[1]]);
        var run = new LBfgsB(new Box(-1, 0.5), 0, new Armijo()).Minimize(bowl, [0.25, -0.5]).Steps(5);
        Assert.Equal([[0.25, -0.5], [0.125, 0], [0.0625, 0]], run.Take(3).Select(state => state.Parameters));
    }

    [Fact]
    public void What_falls_for_ever_or_is_ever_flatter_is_followed_as_far_as_numbers_go()
    {
        IObjective[] objectives =
        [
            Objective.From(x => Elementary.Exp(-x), x => -Elementary.Exp(-x)),
            Objective.From(x => x * x * x * x, x => 4 * x * x * x),
            Objective.From(x => Math.Abs(x) * 1e200, x => Math.Sign(x) * 1e200),
            Objective.From(x => x * x * 1e160, x => x * 2e160),
        ];
        Assert.All(objectives, objective => Assert.All(
            new ILineSearch[] { new Armijo(), new StrongWolfe(), new HagerZhang() },
            search =>
            {
                var last = new LBfgsB(Free, 10, search).Minimize(objective, [3.0]).Take(3000).Last();
                Assert.True(last.IsFinite);
                Assert.True(last.Stall != Stall.None || last.Optimality <= 1e-100, $"{search}: {last}");
            }));
    }

    [Fact]
    public void Wrong_settings_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("Bounds", () => new LBfgsB(null!));
        Assert.Throws<ArgumentOutOfRangeException>("MemoryLength", () => new LBfgsB(Free, -1));
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        var three = new LBfgsB(new Box([0, 0, 0], [1, 1, 1]));
        Assert.Throws<ArgumentException>("Bounds", () => three.Init(bowl, [0, 0]));
        CommaHabits.Print("LBfgsB(Box(-0.5, 1.5), 10)", new LBfgsB(new Box(-0.5, 1.5)));
    }
}
