using Descent.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Runs on data reach what theory or a closed form says.</summary>
public sealed class ConvergenceLaws
{
    [Property(MaxTest = 40)]
    public Property A_coin_s_log_odds_reach_the_share_of_heads() => Prop.ForAll(
        Arb.From(from n in Gen.Choose(2, 200) from i in Gen.Choose(1, n - 1) select (Heads: i, Tosses: n)),
        toss =>
        {
            // |p − i/N| = |dJ/dθ| / N. At rate 4/N the last steps shrink the distance by 1 − 4 p (1 − p),
            // where p (1 − p) ≥ (1 − 1/N) / N: some 5 N steps make it 10⁻⁹.
            var coin = new CoinToss(toss.Heads, toss.Tosses);
            var reached = new GradientDescent(4.0 / toss.Tosses).Minimize(coin, [0])
                .Until(s => s.Converged(1e-9 * toss.Tosses)).Take(20 * toss.Tosses).Last();
            Assert.True(reached.Converged(1e-9 * toss.Tosses));
            Assert.Equal(coin.Estimate, coin.Probability(reached.Parameters), 1.1e-9);
        });

    [Property(MaxTest = 40)]
    public Property A_coin_s_loss_falls_every_step() => Prop.ForAll(
        Arb.From(from n in Gen.Choose(1, 200) from i in Gen.Choose(0, n) select (Heads: i, Tosses: n)),
        toss =>
        {
            // L = N / 4. f' ≤ f − η/2 |g|²; the loss rounds by some 10⁻¹⁵ N, and 1 % of 4/N (10⁻⁴ N)² is
            // more.
            var eta = 4.0 / toss.Tosses;
            var coin = new CoinToss(toss.Heads, toss.Tosses);
            AssertFalls(new GradientDescent(eta).Minimize(coin, [1]).Take(100), eta, 1e-4 * toss.Tosses);
        });

    [Fact]
    public void A_line_fit_reaches_the_normal_equations()
    {
        // The feature is centred: A = diag(Σx²/N, 1) with Σx²/N = 0.9167, so L = 1 and ‖w − w*‖ ≤ ‖g‖ / 0.91.
        var line = Samples.Line();
        var exact = NormalEquations.LeastSquares(line);
        AssertReaches(new GradientDescent(1));
        AssertReaches(new Momentum(0.5, 0.5));
        AssertReaches(new Nesterov(0.5, 0.5));

        void AssertReaches<TMemory>(IOptimizer<TMemory> rule)
        {
            var fit = rule.Minimize(new EmpiricalRisk(line, Loss.HalfSquared), [0, 0])
                .Until(s => s.Converged(1e-12)).Take(200).Last();
            // Sums of ten terms below 10 round by 10⁻¹⁵ or so in the gradient and in the closed form.
            Assert.InRange((fit.Parameters - exact).Norm, 0, 1.2e-12);
        }
    }

    [Fact]
    public void Batch_logistic_regression_s_loss_falls_and_its_gradient_goes_to_0()
    {
        // L = ¼ λmax(XᵀX / N) ≤ ¼ trace = ¼ (mean of ‖xᵢ‖² + 1), the 1 being the bias's column.
        var data = Samples.TwoClasses();
        var risk = new EmpiricalRisk(data, Loss.Logistic);
        var squares = Enumerable.Range(0, data.FeatureCount).Select(data.Features.Column).Sum(x => x.Dot(x));
        var eta = 4 / ((squares / data.Count) + 1);

        var run = new GradientDescent(eta)
            .Minimize(risk, [0, 0, 0]).Until(s => s.Converged(1e-10)).Take(5000).ToArray();
        Assert.True(run[^1].Converged(1e-10));
        // The mean of 20 losses near ½ rounds by some 10⁻¹⁵; 1 % of η ‖g‖² is more while ‖g‖ > 10⁻⁶.
        AssertFalls(run, eta, 1e-6);
        // At the minimum the mean of the predicted probabilities is the share of ones: the bias's slope is 0.
        var scores = risk.Scores(run[^1].Parameters);
        Assert.Equal(data.Targets.Sum() / data.Count, scores.Sum(Elementary.Sigmoid) / data.Count, 1e-9);
    }

    [Theory]
    [InlineData(Sampling.Sequential)]
    [InlineData(Sampling.Shuffled)]
    public void A_perceptron_on_separable_rows_stops_making_mistakes(Sampling sampling)
    {
        var data = Samples.Separable();
        var batches = new MiniBatches(new EmpiricalRisk(data, Loss.Perceptron), 1, 5, sampling);
        var run = new GradientDescent(1).Minimize(batches, [0, 0, 0]).Take(data.Count * 200).ToArray();

        // A state with a gradient is a mistake. (1, 1, −½) separates the rows, the bias's 1 joined to each;
        // Novikoff 1962: from 0 at most (R / γ)² mistakes, R = max ‖x‖, γ = min |w·x| / ‖w‖.
        var rows = Enumerable.Range(0, data.Count)
            .Select(i => Vector.Of([.. data.Features.Row(i), 1]))
            .ToArray();
        Vector separator = [1, 1, -0.5];
        var radius = rows.Max(x => x.Norm);
        var margin = rows.Min(x => Math.Abs(separator.Dot(x))) / separator.Norm;
        Assert.InRange(run.Count(s => s.Gradient.Norm > 0), 1, (int)(radius * radius / (margin * margin)));

        var final = run[^1].Parameters;
        Assert.Equal(0, batches.Evaluate(final).Loss);
        Assert.All(
            rows.Zip<Vector, double>(data.Targets),
            pair => Assert.True(((2 * pair.Second) - 1) * final.Dot(pair.First) > 0));
    }

    [Fact]
    public void On_points_of_one_line_every_batch_leads_nearer_and_all_lead_there()
    {
        // All batches have the minimum (2, −1), and no batch's L exceeds max x² + 1 = 3.25, so no step of
        // rate 0.3 leads away; 10⁻¹⁴ is what rounding of coordinates below 4 may add.
        Vector exact = [2, -1];
        var batches = new MiniBatches(new EmpiricalRisk(Samples.ExactLine(), Loss.HalfSquared), 2, 11);
        var run = new GradientDescent(0.3).Minimize(batches, [0, 0]).Take(2000).ToArray();
        var distances = run.Select(s => (s.Parameters - exact).Norm).ToArray();
        Assert.All(distances.Zip(distances.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-14));
        Assert.InRange(distances[^1], 0, 1e-12);
    }

    /// <summary>f' ≤ f − 0.49 η ‖g‖² while the gradient is above what rounding blurs.</summary>
    private static void AssertFalls(IEnumerable<IState> states, double eta, double least)
    {
        var run = states.ToArray();
        foreach (var (s, next) in run.Zip(run.Skip(1)).TakeWhile(pair => pair.First.Optimality > least))
            Assert.InRange(next.Loss, 0, s.Loss - (0.49 * eta * s.Gradient.Dot(s.Gradient)));
    }
}
