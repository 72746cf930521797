using Descent.Linq;
using Descent.TestFunctions;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What the minimizers that search lines and remember steps promise.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class SearchingMinimizerLaws
{
    private static readonly ILineSearch Exact = new SlopeSearch();

    [Property]
    public void Conjugate_gradients_end_on_a_quadratic_within_n_steps(Bowl bowl) => Assert.All(
        Enum.GetValues<ConjugacyRule>(),
        rule => AssertEndsWithin(bowl, new ConjugateGradient(rule, Exact)));

    [Property]
    public void BFGS_ends_on_a_quadratic_within_n_steps(Bowl bowl)
    {
        AssertEndsWithin(bowl, new Bfgs(Exact));
        AssertEndsWithin(bowl, new LBfgs(bowl.Dimension, Exact));
    }

    [Property]
    public void LBFGS_with_no_memory_is_steepest_descent(Bowl bowl) => Assert.All(
        new ILineSearch[] { new Armijo(), new StrongWolfe(), new HagerZhang() },
        search => Assert.Equal(
            StateBits.VisibleAll(new SteepestDescent(search).Minimize(bowl, bowl.Start).Take(20)),
            StateBits.VisibleAll(new LBfgs(0, search).Minimize(bowl, bowl.Start).Take(20))));

    [Property]
    public void LBFGS_that_forgets_nothing_is_BFGS(Bowl bowl)
    {
        // Searched exactly, steps do not depend on the scale of H₀, and from one H₀ both make the same H.
        // A step whose parameters agree to a share e of the way leads to gradients that do so to e L, and
        // H g is off by e κ; κ is at most 100. So the k-th state agrees to γ κᵏ of the way, and those that
        // can be told from rounding are compared.
        var scale = Math.Sqrt(bowl.Least * bowl.Greatest);
        var metric = Cholesky.Of(Matrix.From(
            bowl.Dimension, bowl.Dimension, (i, j) => i == j ? scale : 0))!;
        var full = new Bfgs(Exact).Minimize(bowl, bowl.Start).Take(4);
        var limited = new LBfgs(10, Exact, metric).Minimize(bowl, bowl.Start).Take(4);
        var condition = bowl.Greatest / bowl.Least;
        var size = bowl.Start.Norm + bowl.Center.Norm;
        foreach (var (one, other) in full.Zip(limited))
        {
            var slack = Rounding.Gamma(200) * size * Math.Pow(condition, Math.Max(1, one.Step));
            Assert.True((one.Parameters - other.Parameters).Norm <= slack);
        }
    }

    [Property]
    public void The_secant_equation_holds(Bowl bowl)
    {
        var run = new Bfgs().Minimize(bowl, bowl.Start).Take(8).ToArray();
        foreach (var (state, next) in run.Zip(run.Skip(1)).TakeWhile(pair => pair.Second.CanGoOn))
        {
            // H y = s but for the roundings of H's entries, each of size ‖H‖, times y.
            var (n, h) = (bowl.Dimension, next.Memory.Inverse!.Entries);
            var s = next.Parameters - state.Parameters;
            var y = next.Gradient - state.Gradient;
            var image = Vector.From(Enumerable.Range(0, n).Select(i => h.Slice(i * n, n).Dot(y)));
            var slack = Rounding.Gamma(64) * n * ((h.Norm * y.Norm) + s.Norm);
            Assert.True((image - s).Norm <= slack, $"{(image - s).Norm:R} > {slack:R}");
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.Equal(h[(i * n) + j], h[(j * n) + i]);
            }
        }
    }

    [Property]
    public void Every_pair_has_positive_curvature_and_is_shared(Bowl bowl)
    {
        var run = new LBfgs(3, new Armijo()).Minimize(bowl, bowl.Start).Take(12).ToArray();
        foreach (var (state, next) in run.Zip(run.Skip(1)))
        {
            Assert.InRange(next.Memory.Pairs.Length, 0, 3);
            Assert.All(next.Memory.Pairs, pair =>
            {
                Assert.True(pair.Curvature > 0);
                Assert.Equal(pair.Step.Dot(pair.Change), pair.Curvature);
            });
            if (next.Memory.Pairs.Length is > 0 and < 3 && state.Memory.Pairs.Length > 0)
                Assert.Same(state.Memory.Pairs[0], next.Memory.Pairs[0]);
        }
    }

    [Property]
    public void No_loss_rises_beyond_rounding(Bowl bowl) => Assert.All(Everyone(bowl), run =>
    {
        var states = run.Take(60).ToArray();
        foreach (var (state, next) in states.Zip(states.Skip(1)))
            Assert.True(next.Loss <= state.Loss + (16 * Math.Pow(2, -52) * Math.Abs(state.Loss)));
    });

    [Fact]
    public void Gradients_get_near_rounding()
    {
        var data = Samples.TwoClasses();
        IObjective[] objectives =
        [
            new CoinToss(3, 10),
            new EmpiricalRisk(data, Loss.Logistic, new L2(0.1)),
            new EmpiricalRisk(Samples.Line(), Loss.HalfSquared, new L2(0.01)),
            new EmpiricalRisk(data, Loss.Huber(0.5), new L2(1e-3)),
        ];
        Assert.All(objectives, objective => Assert.All(
            Everyone(objective, Vector.Ones(objective.Dimension) / 3),
            run =>
            {
                var states = run.Take(3000).ToArray();
                var least = states.Min(state => state.Optimality);
                Assert.InRange(least, 0, 1e-12 * (1 + states[0].Optimality));
                Assert.True(states[^1].Stall is Stall.NoLowerLoss or Stall.Stationary or Stall.TooManyTrials);
            }));
    }

    [Fact]
    public void A_run_that_begins_where_rounding_hides_the_loss_lowers_the_gradient()
    {
        // Curvatures from 1 to 100, and a loss of 1, but for its last bit, that no step is seen to change.
        var curvatures = Vector.Of(1, 10, 100);
        var hidden = Objective.From(3, x => 1 + (x.Dot(Times(x)) / 2), Times);
        Assert.All(Everyone(hidden, [3e-9, -1e-9, 2e-9]), run =>
        {
            var states = run.Take(1000).ToArray();
            Assert.All(states, state => Assert.InRange(state.Loss, 1, 1 + Math.Pow(2, -52)));
            Assert.InRange(states.Min(state => state.Optimality), 0, 0.01 * states[0].Optimality);
        });

        Vector Times(Vector x) => Vector.From(x.Zip(curvatures, (a, b) => a * b));
    }

    [Theory]
    [InlineData(1e-100, 1)]
    [InlineData(1e-8, 1)]
    [InlineData(1e8, 1)]
    [InlineData(1e100, 1)]
    [InlineData(1, 1e-25)]
    [InlineData(1, 1e-8)]
    [InlineData(1, 1e8)]
    [InlineData(1, 1e25)]
    public void Units_of_loss_and_parameters_are_of_no_importance(double ofLoss, double ofParameters)
    {
        var bowl = Objective.From(2, x => (x.Dot([x[0], 10 * x[1]]) / 2) + 3, x => [x[0], 10 * x[1]]);
        var scaled = Objective.From(2, x =>
        {
            var (loss, gradient) = bowl.Evaluate(x / ofParameters);
            return new Evaluation(ofLoss * loss, ofLoss / ofParameters * gradient);
        });
        var start = ofParameters * Vector.Of(5, 3);
        Assert.All(
            Everyone(scaled, start).Append(new LBfgsB(new Box(-1e300, 1e300)).Minimize(scaled, start)),
            run =>
            {
                var states = run.Take(300).ToArray();
                var least = states.Min(state => state.Optimality);
                Assert.InRange(least, 0, 1e-9 * states[0].Optimality);
                Assert.NotEqual(Stall.Unbounded, states[^1].Stall);
            });
    }

    [Fact]
    public void A_loss_that_stays_where_it_is_is_not_unbounded()
    {
        var liar = Objective.From(2, _ => 1, _ => Vector.Ones(2));
        Assert.All(Everyone(liar, [1, 2]), run =>
        {
            var last = run.Take(100).Last();
            Assert.Equal((Stall.NoLowerLoss, 1), (last.Stall, last.Loss));
        });
    }

    [Fact]
    public void A_search_of_the_noise_is_left_early()
    {
        // The Gaussian's residuals are 10⁻⁴ together, differences of numbers near 0.4: its minimum is reached
        // in a dozen evaluations, and then its loss is off by far more than its last bits.
        var gaussian = StandardFunctions.All.Single(function => function.Name == "Gaussian");
        Assert.All(Everyone(gaussian.Objective, gaussian.Start), run =>
        {
            var states = run.Take(1000).ToArray();
            Assert.Equal(Stall.NoLowerLoss, states[^1].Stall);
            foreach (var (state, next) in states.Zip(states.Skip(1)).TakeLast(1))
                Assert.InRange(next.Evaluations - state.Evaluations, 1, 40);
        });
    }

    [Fact]
    public void LBFGS_of_no_memory_forgets_the_pairs_of_another_run()
    {
        var bowl = Objective.From(2, x => x.Dot([x[0], 10 * x[1]]) / 2, x => [x[0], 10 * x[1]]);
        var state = new LBfgs().Minimize(bowl, [5, 3]).ElementAt(3);
        Assert.False(state.Memory.Pairs.IsEmpty);
        Assert.True(new LBfgs(0).Step(bowl, state).Memory.Pairs.IsEmpty);
    }

    [Fact]
    public void Rosenbrock_s_valley_takes_few_evaluations()
    {
        var valley = Objective.From(
            2,
            x => (100 * Square(x[1] - Square(x[0]))) + Square(1 - x[0]),
            x => [
                (-400 * x[0] * (x[1] - Square(x[0]))) - (2 * (1 - x[0])),
                200 * (x[1] - Square(x[0]))]);
        Assert.InRange(Evaluations(new Bfgs()), 30, 45);
        Assert.InRange(Evaluations(new LBfgs()), 30, 45);
        Assert.InRange(Evaluations(new ConjugateGradient()), 30, 90);

        long Evaluations<TMemory>(IMinimizer<TMemory> minimizer) => minimizer.Minimize(valley, [-1.2, 1])
            .Until(state => state.Loss <= 1e-12).Last().Evaluations;
    }

    [Fact]
    public void What_has_no_minimum_ends_in_a_true_stall()
    {
        var slope = Objective.From(2, x => x.Sum(), x => Vector.Ones(2));
        var cliff = Objective.From(2, x => -x.Dot(x), x => -2 * x);
        var brink = Objective.From(2, x => x[0] > -3 ? x.Sum() : double.NaN, x => Vector.Ones(2));
        Assert.All(Everyone(slope, [1, 2]), run => AssertEnds(run, Stall.Unbounded, Stall.None));
        Assert.All(Everyone(cliff, [1, 2]), run => AssertEnds(run, Stall.Unbounded, Stall.None));
        Assert.All(Everyone(brink, [1, 2]), run =>
        {
            var last = run.Take(500).Last();
            Assert.True(last.IsFinite);
            Assert.InRange(last.Parameters[0], -3, -2.9);
        });

        // A search that never lengthens a step walks on for as long as it is asked.
        static void AssertEnds(IEnumerable<IState> run, Stall stall, Stall patient)
        {
            var last = run.Take(3000).Last();
            Assert.True(last.Stall == stall || (last.Stall == patient && last.Step == 2999), $"{last.Stall}");
            Assert.True(last.Loss < -100);
        }
    }

    [Property]
    public void A_metric_that_is_the_Hessian_ends_in_one_step(Bowl bowl)
    {
        var metric = Cholesky.Of(bowl.A)!;
        var start = bowl.Evaluate(bowl.Start).Gradient.Norm;
        var state = new LBfgs(Metric: metric).Minimize(bowl, bowl.Start).Take(2).Last();
        // The solution is off by γ κ of the way (Higham 2002, theorem 10.4), so the gradient by γ κ² of ‖g‖;
        // the parameters are rounded too.
        var condition = bowl.Greatest / bowl.Least;
        var slack = Rounding.Gamma(100) * condition * ((condition * start)
            + (bowl.Greatest * (bowl.Start.Norm + bowl.Center.Norm)));
        Assert.True(state.Optimality <= slack, $"{state.Optimality:R} > {slack:R}");
        Assert.InRange(state.Evaluations, 1, 2);
    }

    [Fact]
    public void A_metric_of_another_dimension_is_refused()
    {
        var metric = Cholesky.Of(Matrix.FromRows([2, 1], [1, 3]))!;
        var coin = new CoinToss(3, 10);
        var minimizer = new LBfgs(Metric: metric);
        Assert.Throws<ArgumentException>("Metric", () => minimizer.Step(coin, minimizer.Init(coin, [0.5])));
    }

    [Fact]
    public void Wrong_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("MemoryLength", () => new LBfgs(-1));
        Assert.Throws<ArgumentOutOfRangeException>("Beta", () => new ConjugateGradient((ConjugacyRule)7));
        Assert.Throws<ArgumentOutOfRangeException>("Curvature", () => new StrongWolfe(Curvature: 1));
        Assert.Throws<ArgumentOutOfRangeException>("SufficientDecrease", () => new HagerZhang(0.5));
        Assert.Throws<ArgumentException>("Entries", () => new InverseHessian([1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>("Curvature", () => new CurvaturePair([1], [1], 0));
    }

    [Fact]
    public void Memories_with_equal_pairs_are_equal()
    {
        var pair = new CurvaturePair([1, 2], [3, 4], 11);
        var one = new LBfgsMemory([pair], default, Stall.None);
        var other = new LBfgsMemory([pair with { Curvature = 11 }], default, Stall.None);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one with { Pairs = [pair, pair] });
        Assert.Equal(new LBfgsMemory([], default, Stall.None), new(default, default, Stall.None));
        Assert.True(new LBfgsMemory(default, default, Stall.None).Pairs.IsEmpty);
    }

    private static void AssertEndsWithin<TMemory>(Bowl bowl, IMinimizer<TMemory> minimizer)
    {
        // After n steps the gradient is ∏ (1 − A / λⱼ) times the first, which is 0. Rounded conjugate
        // gradients are exact ones on a matrix whose eigenvalues lie within u λmax of those of A, times a
        // modest factor (Greenbaum 1989): there the product is at most u λmax / λᵢ times its other factors.
        // The parameters and the minimum are rounded too, which the Hessian makes into a gradient.
        var values = bowl.Eigenvalues;
        var growth = values.Max(one => values
            .Where(other => other != one)
            .Aggregate(bowl.Greatest / one, (p, other) => p * Math.Abs(1 - (one / other))));
        var start = bowl.Evaluate(bowl.Start).Gradient.Norm;
        var slack = Rounding.Gamma(100 * bowl.Dimension) * ((growth * start)
            + (bowl.Greatest * (bowl.Start.Norm + bowl.Center.Norm)));
        var states = minimizer.Minimize(bowl, bowl.Start).Take(bowl.Dimension + 1);
        var least = states.Min(state => state.Optimality);
        Assert.True(least <= slack, $"{least:R} > {slack:R}");
    }

    private static IEnumerable<IEnumerable<IState>> Everyone(Bowl bowl) => Everyone(bowl, bowl.Start);

    private static IEnumerable<IEnumerable<IState>> Everyone(IObjective objective, Vector start) =>
        new ILineSearch[] { new Armijo(), new StrongWolfe(), new HagerZhang() }.SelectMany(
            search => new IEnumerable<IState>[]
            {
                new SteepestDescent(search).Minimize(objective, start),
                new ConjugateGradient(ConjugacyRule.HagerZhang, search).Minimize(objective, start),
                new ConjugateGradient(ConjugacyRule.PolakRibierePlus, search).Minimize(objective, start),
                new Bfgs(search).Minimize(objective, start),
                new LBfgs(5, search).Minimize(objective, start),
            });

    private static double Square(double x) => x * x;
}
