using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A thinned run of gradient descent ends at the very state at which the plain run ends.</summary>
public sealed class BufferedDescentEndLaws
{
    private static readonly int[] Strides = [1, 2, 3, 4, 5, 7, 64, 1000];

    /// <summary>Rows 1 and −1, both with the target 0.</summary>
    private static Dataset Signs { get; } = new(Matrix.FromRows([1.0], [-1.0]), [0, 0]);

    [Theory]
    [InlineData(5.5)]
    [InlineData(1e30)]
    [InlineData(1e160)]
    public void It_ends_where_the_loss_overflows_and_the_gradient_does_not(double rate)
    {
        // |w| grows tenfold or more at each step, and its square overflows long before 2 w does.
        foreach (var run in Runs(new EmpiricalRisk(Signs, Loss.Squared, bias: false), rate, [1]))
        {
            var last = AssertSameEnd(run);
            Assert.True(last.Loss == double.PositiveInfinity);
            Assert.True(last.Gradient.IsFinite && last.Parameters.IsFinite);
        }
    }

    [Fact]
    public void It_ends_where_the_division_by_small_weights_makes_a_loss_infinite()
    {
        // One row has nearly all the weight, so its loss is divided by Σ c / 4 = 0.25. Its w grows by −1.3 at
        // each of its steps, less than twofold: 4 w² passes the greatest double at a step where w² does not.
        var data = new Dataset(
            Matrix.From(4, 1, (_, _) => 1), Vector.Zeros(4), [1, 1e-9, 1e-9, 1e-9]);
        var risk = new EmpiricalRisk(data, Loss.Squared, bias: false);
        var run = new GradientDescent(2.3 / 8)
            .Minimize(new MiniBatches(risk, 1, 0, Sampling.Sequential), [1e153]);
        var last = AssertSameEnd(run);
        Assert.Equal(double.PositiveInfinity, last.Loss);
        Assert.True(double.IsFinite(last.Parameters[0] * last.Parameters[0]));
    }

    [Fact]
    public void It_ends_where_the_logarithm_alone_makes_a_weighted_loss_infinite()
    {
        // At s = ±2 and y = ½ the loss is 1 + log(1 + e⁻²) = 1.13; times 1.7e308 the 1 is finite, and 1.13 is
        // not. The step from s = 1.5 is 2 η (sigmoid(1.5) − ½) = 0.635 η.
        var data = new Dataset(Matrix.FromRows([1.0], [1.0]), [0.5, 0.5], [1.7e308, 0]);
        var risk = new EmpiricalRisk(data, Loss.Logistic, bias: false);
        var run = new GradientDescent(3.5 / 0.635)
            .Minimize(new MiniBatches(risk, 1, 0, Sampling.Sequential), [1.5]);
        var last = AssertSameEnd(run);
        Assert.Equal((2, double.PositiveInfinity), (last.Step, last.Loss));
        Assert.True(last.Gradient.IsFinite);
    }

    [Theory]
    [InlineData("hinge")]
    [InlineData("perceptron")]
    [InlineData("logistic")]
    [InlineData("squared hinge")]
    public void It_ends_where_the_weights_overflow(string loss)
    {
        // It stands still, and then follows a slope of −2 sigmoid(4) = −1.96 or more, times 1.1e308.
        var data = new Dataset(Matrix.FromRows([2.0], [2.0]), [1, 1]);
        var risk = new EmpiricalRisk(data, KnownLosses.Named(loss), bias: false);
        foreach (var run in Runs(risk, LearningRate.From(t => t == 3 ? 1.1e308 : 0), [-2]))
        {
            var last = AssertSameEnd(run);
            Assert.Equal((4, double.PositiveInfinity), (last.Step, last.Parameters[0]));
        }
    }

    [Fact]
    public void It_ends_at_infinite_weights_even_where_losses_and_gradients_stay_finite()
    {
        var flat = Loss.From((_, _) => 1, (_, _) => 1);
        foreach (var bias in new[] { false, true })
        {
            var data = new Dataset(Matrix.FromRows([1.0], [1.0], [1.0]), [0, 0, 0]);
            var risk = new EmpiricalRisk(data, flat, bias: bias);
            foreach (var run in Runs(risk, 1e308, Vector.Zeros(risk.Dimension)))
            {
                var last = AssertSameEnd(run);
                Assert.Equal((2, 1.0), (last.Step, last.Loss));
                Assert.True(last.Gradient.IsFinite);
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void It_ends_at_the_step_whose_rate_is_not_finite_even_where_the_gradient_is_0(double rate)
    {
        var zeros = new Dataset(Matrix.FromRows([0.0], [0.0]), [0, 0]);
        foreach (var data in new[] { Signs, zeros })
        {
            var risk = new EmpiricalRisk(data, Loss.Squared, bias: false);
            var wild = LearningRate.From(t => t == 5 ? rate : 0.1);
            foreach (var run in Runs(risk, wild, [1]))
                Assert.Equal(6, AssertSameEnd(run).Step);
        }
    }

    [Fact]
    public void It_ends_at_one_huge_rate_among_many_small_ones()
    {
        // Step 6 is at some 1e300, where the loss is infinite.
        var risk = new EmpiricalRisk(Signs, Loss.Squared, bias: false);
        foreach (var run in Runs(risk, LearningRate.From(t => t == 5 ? 1e300 : 1e-3), [1]))
            Assert.Equal(6, AssertSameEnd(run).Step);
    }

    [Fact]
    public void A_rate_behind_the_end_is_never_missed()
    {
        // A list of rates that is as long as the plain run needs: 1e155² overflows.
        var risk = new EmpiricalRisk(Signs, Loss.Squared, bias: false);
        var rates = Enumerable.Repeat(5.5, 155).ToArray();
        foreach (var run in Runs(risk, LearningRate.From(t => rates[t]), [1]))
            AssertSameEnd(run);
    }

    [Fact]
    public void What_a_loss_cannot_read_behind_the_end_is_never_missed()
    {
        // The scores are 1, 1e80, 1e160, whose square is infinite, and, for whoever goes on, NaN soon.
        var demanding = Loss.From((s, y) => (Number(s) - y) * (s - y), (s, y) => 2 * (s - y));
        var data = new Dataset(Matrix.From(40, 1, (_, _) => 1), Vector.Zeros(40));
        foreach (var run in Runs(new EmpiricalRisk(data, demanding, bias: false), 5e79, [1]))
            Assert.Equal(2, AssertSameEnd(run).Step);

        static double Number(double score) =>
            double.IsNaN(score) ? throw new InvalidOperationException("no number") : score;
    }

    [Fact]
    public void What_a_loss_or_a_rate_throws_comes_after_the_states_before_it()
    {
        var risk = new EmpiricalRisk(Signs, Loss.Squared, bias: false);
        var ending = LearningRate.From(t => t < 10 ? 0.1 : throw new TimeoutException());
        foreach (var run in Runs(risk, ending, [1]))
        {
            var shown = new List<long>();
            Assert.Throws<TimeoutException>(() =>
            {
                foreach (var state in run.Every(4))
                    shown.Add(state.Step);
            });
            Assert.Equal([0, 4, 8], shown);
        }
    }

    /// <summary>The full risk, single rows in file order and shuffled, and lists.</summary>
    private static IEnumerable<Training<NoMemory>> Runs(EmpiricalRisk risk, LearningRate rate, Vector start)
    {
        IObjective[] objectives =
        [
            risk,
            new MiniBatches(risk, 1, 3, Sampling.Sequential),
            new MiniBatches(risk, 1, 3),
            new MiniBatches(risk, 1, 3, Sampling.WithReplacement),
            new MiniBatches(risk, [[0], [1, 0]]),
        ];
        return objectives.Select(objective => new GradientDescent(rate).Minimize(objective, start));
    }

    /// <summary>Asserts that the run ends, and thinned by any stride at the same state.</summary>
    private static State<NoMemory> AssertSameEnd(Training<NoMemory> run)
    {
        var last = run.Take(2000).Last();
        Assert.False(last.IsFinite);
        foreach (var stride in Strides)
            PlainRun.AssertIsThinnedTo(run, stride, 2000);
        return last;
    }
}
