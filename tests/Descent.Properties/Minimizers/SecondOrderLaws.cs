using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What minimizers with second derivatives promise beyond the contract.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class SecondOrderLaws
{
    /// <summary>Rosenbrock's valley: its Hessian is indefinite above the parabola.</summary>
    private static ITwiceDifferentiable Valley { get; } = Objective.From(
        2,
        x => (100 * Math.Pow(x[1] - (x[0] * x[0]), 2)) + Math.Pow(1 - x[0], 2),
        x => [(-400 * x[0] * (x[1] - (x[0] * x[0]))) - (2 * (1 - x[0])), 200 * (x[1] - (x[0] * x[0]))],
        x => Matrix.FromRows([(1200 * x[0] * x[0]) - (400 * x[1]) + 2, -400 * x[0]], [-400 * x[0], 200]));

    /// <summary>x² − y² + y⁴: a saddle at 0, minima at (0, ±√½).</summary>
    private static ITwiceDifferentiable Saddle { get; } = Objective.From(
        2,
        x => (x[0] * x[0]) - (x[1] * x[1]) + Math.Pow(x[1], 4),
        x => [2 * x[0], (-2 * x[1]) + (4 * Math.Pow(x[1], 3))],
        x => Matrix.FromRows([2, 0], [0, -2 + (12 * x[1] * x[1])]));

    [Property]
    public void Newton_solves_a_quadratic_in_one_step(Bowl bowl)
    {
        // The error of the step is that of a system changed by γ₃ₙ₊₁ n ‖A‖, and of a gradient whose products
        // with A round; a few units more are the parameters' own rounding.
        var n = bowl.Dimension;
        var next = new Newton().Minimize(Twice(bowl), bowl.Start).ElementAt(1);
        var size = bowl.Distance(bowl.Start) + bowl.Center.Norm;
        var bound = Rounding.Gamma((3 * n) + 1 + (2 * n)) * n * bowl.Greatest / bowl.Least * size;
        Assert.True(bowl.Distance(next.Parameters) <= 4 * bound, next.ToString());
        Assert.False(next.Memory.IsModified);
        Assert.Equal(1, next.Memory.Hessians);
    }

    [Property]
    public void Conjugate_gradients_solve_a_quadratic_in_n_products(Bowl bowl)
    {
        // One product more, at most, where rounding has made the n directions less than conjugate.
        var n = bowl.Dimension;
        var first = new NewtonCG { MaxForcing = 1e-10 }.Minimize(Twice(bowl), bowl.Start).ElementAt(1);
        Assert.InRange(first.Memory.Products, 0, n + 1);
        Assert.True(first.Optimality <= 1e-9 * bowl.Evaluate(bowl.Start).Gradient.Norm, first.ToString());

        var trusted = new TrustRegionNewton { MaxForcing = 1e-10 }.Minimize(Twice(bowl), bowl.Start);
        Assert.Equal(first.Parameters, trusted.ElementAt(1).Parameters);
    }

    [Property]
    public void Every_run_ends_at_the_minimum_of_a_bowl_and_says_so(Bowl bowl)
    {
        foreach (var run in Runs(Twice(bowl), bowl.Start))
        {
            var last = run[^1];
            Assert.True(last.Stall is Stall.Stationary or Stall.NoLowerLoss, $"{last} {last.Stall}");
            Assert.True(
                bowl.Distance(last.Parameters)
                    <= 1e-13 * bowl.Greatest / bowl.Least * (bowl.Start.Norm + bowl.Center.Norm + 1),
                last.ToString());
        }
    }

    [Fact]
    public void The_valley_is_descended_to_its_end_from_indefinite_places_too()
    {
        Vector[] starts = [[-1.2, 1], [0, 1], [0.5, 3], [-3, -4], [10, 10]];
        foreach (var run in starts.SelectMany(start => Runs(Valley, start)))
        {
            Assert.True((run[^1].Parameters - [1, 1]).Norm <= 1e-12, run[^1].ToString());
            Assert.All(run.Zip(run.Skip(1)), pair => Assert.True(
                pair.Second.Loss <= pair.First.Loss + (LineSearch.Rounding * pair.First.Loss)));
        }
    }

    [Theory]
    [InlineData(600, 0)]
    [InlineData(-600, 0)]
    [InlineData(0, 400)]
    [InlineData(0, -400)]
    public void Powers_of_two_that_scale_loss_or_parameters_change_no_step(int loss, int parameters)
    {
        // They round nothing, and neither overflow nor underflow here.
        var (factor, unit) = (Math.ScaleB(1, loss), Math.ScaleB(1, -parameters));
        var scaled = Objective.From(
            2,
            x => factor * Valley.Evaluate(unit * x).Loss,
            x => factor * unit * Valley.Evaluate(unit * x).Gradient,
            x => Hessian.Scale(factor * unit * unit, Valley.HessianAt(unit * x)).ToMatrix());
        foreach (var (run, plain) in Runs(scaled, [-1.2 / unit, 1 / unit]).Zip(Runs(Valley, [-1.2, 1])))
        {
            Assert.Equal(plain.Length, run.Length);
            Assert.All(run.Zip(plain), pair =>
                Bits.Equal(pair.Second.Parameters, unit * pair.First.Parameters));
            Assert.Equal(plain[^1].Stall, run[^1].Stall);
        }
    }

    [Fact]
    public void Digits_double_near_the_minimum()
    {
        var risk = new EmpiricalRisk(Waves.Data(200, 5), Loss.Logistic, new L2(0.1));
        foreach (var run in Runs(risk, Waves.Parameters(6)))
        {
            // Newton's error is at most a multiple of its square, as long as it is above rounding. Here ℓ‴ is
            // below 0.1, the features are below 1 in size, and the least eigenvalue is above 0.05.
            Assert.InRange(run.Count(state => state.Optimality is < 0.01 and > 1e-7), 1, 3);
            var after = run.SkipWhile(state => state.Optimality > 1e-7).ToArray();
            Assert.All(run.Zip(run.Skip(1)).Where(pair => pair.First.Optimality is < 0.01 and > 1e-7), pair =>
                Assert.True(
                    pair.Second.Optimality <= Math.Max(100 * Math.Pow(pair.First.Optimality, 2), 1e-15),
                    $"{pair.First.Optimality} {pair.Second.Optimality}"));
            Assert.InRange(after.Length, 1, 6);
            Assert.InRange(after[^1].Optimality, 0, 1e-15);
        }
    }

    [Fact]
    public void A_saddle_is_left_and_reported_where_it_is_met_exactly()
    {
        foreach (var run in Runs(Saddle, [1, 1e-6]))
        {
            Assert.InRange(Math.Abs(run[^1].Parameters[1]) - Math.Sqrt(0.5), -1e-12, 1e-12);
            Assert.InRange(run.Length, 2, 40);
            Assert.True(run[^1].Stall is Stall.Stationary or Stall.NoLowerLoss, $"{run[^1]} {run[^1].Stall}");
        }

        var met = new Newton().Minimize(Saddle, [0, 0]).Last();
        Assert.Equal((Stall.Stationary, true), (met.Stall, met.Memory.IsModified));
        var minimum = new Newton().Minimize(Valley, [1, 1]).Last();
        Assert.Equal((Stall.Stationary, false), (minimum.Stall, minimum.Memory.IsModified));
    }

    [Fact]
    public void A_singular_Hessian_is_no_obstacle()
    {
        // Two features are one: the sum of their weights is all that counts.
        var data = new Dataset(Matrix.FromRows([1, 1], [2, 2], [-1, -1], [0.5, 0.5]), [1, 0, 0, 1]);
        var risk = new EmpiricalRisk(data, Loss.Logistic);
        var single = new EmpiricalRisk(
            new Dataset(Matrix.FromRows([1.0], [2], [-1], [0.5]), [1, 0, 0, 1]), Loss.Logistic);
        var expected = new Newton().Minimize(single, [0, 0]).Take(50).Last().Parameters;
        foreach (var run in Runs(risk, [3, -1, 0]))
        {
            var w = run[^1].Parameters;
            Assert.InRange(w[0] + w[1] - expected[0], -1e-12, 1e-12);
            Assert.InRange(w[2] - expected[1], -1e-12, 1e-12);
        }
    }

    [Fact]
    public void A_loss_without_a_minimum_and_one_that_is_no_number_end_truly()
    {
        var line = Objective.From(1, x => new Evaluation(x[0], [1]), _ => Matrix.FromRows([0.0]));
        var cliff = Objective.From(
            1,
            x => new Evaluation(x[0] == 1 ? 1 : double.NaN, [2 * x[0]]),
            _ => Matrix.FromRows([2.0]));
        foreach (var run in Runs(line, [1], 60))
            Assert.All(run.Zip(run.Skip(1)), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
        foreach (var run in Runs(cliff, [1]))
        {
            Assert.Equal(Stall.NotFinite, run[^1].Stall);
            Assert.Equal([1], run[^1].Parameters);
        }

        var bent = Objective.From(
            1, x => new Evaluation(x[0] * x[0], [2 * x[0]]), _ => Matrix.FromRows([double.NaN]));
        foreach (var run in Runs(bent, [1]))
        {
            Assert.NotEqual(Stall.None, run[^1].Stall);
            Assert.Equal(run[^1].Stall == Stall.NotFinite ? [1] : [0], run[^1].Parameters);
        }
    }

    [Fact]
    public void Settings_are_checked_and_printed()
    {
        Assert.Equal("Newton(Armijo { Fraction = 0.0001, MaxTrials = 60 })", new Newton().ToString());
        Assert.Equal(new Armijo(0.1), new NewtonCG(new Armijo(0.1)).Search);
        Assert.Throws<ArgumentNullException>("Search", () => new Newton { Search = null! });
        Assert.Throws<ArgumentOutOfRangeException>("MaxForcing", () => new NewtonCG { MaxForcing = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxProducts", () => new TrustRegionNewton { MaxProducts = 0 });
    }

    internal static IEnumerable<IState[]> Runs(
        ITwiceDifferentiable objective, Vector start, int steps = 300) =>
    [
        [.. new Newton().Minimize(objective, start).Take(steps)],
        [.. new NewtonCG().Minimize(objective, start).Take(steps)],
        [.. new TrustRegionNewton().Minimize(objective, start).Take(steps)],
    ];

    private static ITwiceDifferentiable Twice(Bowl bowl) =>
        Objective.From(bowl.Dimension, bowl.Evaluate, _ => bowl.A);
}
