using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>The spectral projected gradient ends where Karush, Kuhn and Tucker say, on every set.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators), typeof(DomainGenerators)])]
public sealed class ProjectedGradientLaws
{
    [Property]
    public void The_nearest_point_is_found(Values point)
    {
        // ½ ‖x − p‖² has curvature 1, so the second rate is exact and the run is over.
        var p = Vector.Of(point);
        var distance = Objective.From(p.Count, x => 0.5 * (x - p).Dot(x - p), x => x - p);
        foreach (var set in KnownPenalties.Sets(p.Count))
        {
            var last = new ProjectedGradient(set).Minimize(distance, Vector.Ones(p.Count)).Take(12).Last();
            var slack = Rounding.Gamma(256) * (p.Norm + KnownPenalties.Greatest + 1);
            Assert.True((last.Parameters - set.Project(p)).Norm <= slack, $"{set}: {last}");
        }
    }

    [Property]
    public void It_agrees_with_proximal_steps_on_every_set(Bowl bowl)
    {
        // An optimality of δ leaves x within (1 + L) δ / μ of the answer, L ≤ 10 and μ ≥ 0.1.
        foreach (var set in KnownPenalties.Sets(bowl.Dimension))
        {
            var one = new ProjectedGradient(set).Minimize(bowl, bowl.Start).Steps(3000)
                .Until(s => s.Converged(1e-11)).Last();
            var two = new Fista(set).Minimize(bowl, bowl.Start).Steps(3000)
                .Until(s => s.Converged(1e-11)).Last();
            Assert.True(one.Converged(1e-11), $"{set}: {one} {one.Memory}");
            Assert.True(two.Converged(1e-11), $"{set}: {two} {two.Memory}");
            Assert.True((one.Parameters - two.Parameters).Norm <= 110 * 2e-11, $"{set}");
        }
    }

    [Property]
    public void Non_negative_least_squares_is_that_of_the_best_set_of_positive_weights(Bowl bowl)
    {
        var last = new ProjectedGradient(new NonNegative()).Minimize(bowl, bowl.Start).Steps(3000)
            .Until(s => s.Converged(1e-11)).Last();
        var best = Enumerable.Range(0, 1 << bowl.Dimension)
            .Select(mask => Restricted(bowl, mask))
            .Where(x => x.All(entry => entry >= 0))
            .MinBy(x => bowl.Evaluate(x).Loss);
        Assert.True((last.Parameters - best).Norm <= 1e-8, $"{last} but {best}");
    }

    [Property]
    public void On_a_simplex_slopes_are_equal_where_weights_are_positive(Bowl bowl)
    {
        var last = new ProjectedGradient(new Simplex()).Minimize(bowl, bowl.Start).Steps(3000)
            .Until(s => s.Converged(1e-12)).Last();
        var least = last.Gradient.Min();
        Assert.True(last.Converged(1e-12), $"{last}");
        // A weight that is not 0 would move by its slope's excess, or by all that it is.
        Assert.All(
            last.Parameters.Zip(last.Gradient),
            pair => Assert.True(Math.Min(pair.First, pair.Second - least) <= 1e-11, $"{last}"));
    }

    [Property]
    public void Every_state_is_inside_and_no_loss_is_above_the_reference(Bowl bowl)
    {
        foreach (var set in KnownPenalties.Sets(bowl.Dimension))
        {
            var run = new ProjectedGradient(set).Minimize(bowl, bowl.Start).Take(40).ToArray();
            Assert.All(run, state => Assert.True(set.Value(state.Parameters) is 0));
            foreach (var (state, next) in run.Pairwise((a, b) => (a, b)))
                Assert.True(next.Loss <= state.Memory.Reference + (Rounding.Gamma(64) * run[0].Loss));
        }
    }

    [Property]
    public void Without_memory_the_loss_falls_at_every_step(Bowl bowl)
    {
        foreach (var set in KnownPenalties.Sets(bowl.Dimension))
        {
            var run = new ProjectedGradient(set, Memory: 0).Minimize(bowl, bowl.Start).Take(40).ToArray();
            foreach (var (state, next) in run.Pairwise((a, b) => (a, b)))
            {
                // What rounding may hide counts as equal: 2⁻⁴⁸ of the loss and of what it moves with.
                var size = state.Loss + (state.Gradient.Norm * state.Parameters.Norm);
                Assert.True(next.Loss <= state.Loss + (Math.ScaleB(size, -48) * (1 + 1e-9)));
            }
        }
    }

    [Property]
    public void The_optimality_goes_to_the_level_of_rounding(Bowl bowl)
    {
        var level = Rounding.Gamma(128) * ((bowl.Greatest * (bowl.Center.Norm + bowl.Start.Norm)) + 10);
        foreach (var set in KnownPenalties.Sets(bowl.Dimension))
        {
            var last = new ProjectedGradient(set).Minimize(bowl, bowl.Start).Steps(3000)
                .Until(s => s.Optimality <= level).Last();
            Assert.True(last.Optimality <= level, $"{set}: {last} {last.Memory}");
        }
    }

    [Fact]
    public void The_biases_of_a_risk_are_free()
    {
        var risk = new EmpiricalRisk(
            new Dataset(Matrix.FromRows([1.0], [-1.0], [2.0]), [7, 5, 6]), Loss.HalfSquared);
        var last = new ProjectedGradient(new Box(-0.1, 0.1)).Minimize(risk, [0, 0])
            .Until(s => s.Converged(1e-13)).Last();
        // The slope wants to be ⅓; at 0.1 the bias is 6 − 0.1 · ⅔.
        Assert.Equal(0.1, last.Parameters[0]);
        Near.Equal(6 - (0.1 * 2 / 3), last.Parameters[1], 1e-12);
    }

    [Fact]
    public void A_slope_without_bend_is_followed_to_the_corner()
    {
        var slope = Objective.From(2, x => x[0] - (2 * x[1]), _ => [1, -2]);
        var last = new ProjectedGradient(new Box(-1e6, 1e6)).Minimize(slope, [0, 0]).Take(40).Last();
        Assert.Equal([-1e6, 1e6], last.Parameters);
        Assert.Equal(Stall.Stationary, last.Stall);
    }

    [Fact]
    public void Settings_are_checked_and_printed()
    {
        Assert.Throws<ArgumentNullException>("Set", () => new ProjectedGradient(null!));
        Assert.Throws<ArgumentOutOfRangeException>("Memory", () => new ProjectedGradient(new Simplex(), 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "Fraction", () => new ProjectedGradient(new Simplex(), Fraction: 0.5));
        CommaHabits.Print("ProjectedGradient(Simplex(1), memory 0.85)", new ProjectedGradient(new Simplex()));
    }

    /// <summary>The least loss of the bowl where the coordinates outside the mask are 0.</summary>
    private static Vector Restricted(Bowl bowl, int mask)
    {
        // A_SS x_S = (A c)_S by elimination; A is positive definite, so no pivot is needed.
        var kept = Enumerable.Range(0, bowl.Dimension).Where(j => (mask >> j & 1) == 1).ToArray();
        var right = bowl.A.Multiply(bowl.Center);
        var rows = kept.Select(i => kept.Select(j => bowl.A[i, j]).Append(right[i]).ToArray()).ToArray();
        for (var p = 0; p < kept.Length; p++)
        {
            for (var i = 0; i < kept.Length; i++)
            {
                var factor = i == p ? 0 : rows[i][p] / rows[p][p];
                rows[i] = [.. rows[i].Zip(rows[p], (x, y) => x - (factor * y))];
            }
        }

        var result = new double[bowl.Dimension];
        for (var p = 0; p < kept.Length; p++)
            result[kept[p]] = rows[p][^1] / rows[p][p];
        return Vector.Of(result);
    }
}
