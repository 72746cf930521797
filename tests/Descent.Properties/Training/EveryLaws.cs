using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Thinned runs show states of the plain run.</summary>
public sealed class EveryLaws
{
    private const int Length = 60;

    private static readonly EmpiricalRisk Risk = new(Samples.TwoClasses(), Loss.Logistic);

    [Property(MaxTest = 20)]
    public void Every_epoch_shows_the_states_at_multiples_of_its_steps(SmallCount size)
    {
        var batches = new MiniBatches(Risk, size, 3);
        var run = new Momentum(0.05).Minimize(batches, [0, 0, 0]);
        Assert.Equal((20 + size - 1) / size, run.StepsPerEpoch);
        Assert.Equal(
            StateBits.OfAll(run.Where(s => s.Step % run.StepsPerEpoch == 0).Take(4)),
            StateBits.OfAll(run.EveryEpoch().Take(4)));
    }

    [Property(MaxTest = 20)]
    public void Every_n_shows_the_states_at_multiples_of_n(SmallCount n)
    {
        var run = new Adam(0.05).Minimize(Risk, [0, 0, 0]);
        Assert.Equal(
            StateBits.OfAll(run.Take(Length).Where(s => s.Step % n == 0)),
            StateBits.OfAll(run.Every(n).TakeWhile(s => s.Step < Length)));
    }

    [Fact]
    public void Every_1_is_the_run()
    {
        var run = new Adam(0.05).Minimize(Risk, [0, 0, 0]);
        Assert.Equal(1, run.StepsPerEpoch);
        Assert.Equal(StateBits.OfAll(run.Take(Length)), StateBits.OfAll(run.Every(1).Take(Length)));
        Assert.Equal(StateBits.OfAll(run.Take(Length)), StateBits.OfAll(run.EveryEpoch().Take(Length)));
    }

    [Fact]
    public void Eleven_epoch_states_are_the_start_and_ten_epochs()
    {
        var batches = new MiniBatches(Risk, 6, 3);
        var steps = new Momentum(0.05).Minimize(batches, [0, 0, 0]).EveryEpoch().Take(11).Select(s => s.Step);
        Assert.Equal(Enumerable.Range(0, 11).Select(epoch => 4L * epoch), steps);
    }

    [Fact]
    public void A_run_resumed_in_the_middle_of_an_epoch_keeps_the_epochs_of_the_whole()
    {
        var batches = new MiniBatches(Risk, 6, 3);
        var rule = new Momentum(0.05);
        var whole = rule.Minimize(batches, [0, 0, 0]);
        var resumed = rule.Resume(batches, whole.ElementAt(6));
        Assert.Equal([8, 12, 16], resumed.EveryEpoch().Take(3).Select(s => s.Step));
        Assert.Equal(
            StateBits.OfAll(whole.EveryEpoch().Skip(2).Take(3)),
            StateBits.OfAll(resumed.EveryEpoch().Take(3)));
        Assert.Equal(
            StateBits.OfAll(whole.Every(5).Skip(2).Take(3)), StateBits.OfAll(resumed.Every(5).Take(3)));
    }

    [Fact]
    public void A_state_that_is_not_finite_is_shown_last_wherever_it_comes()
    {
        var diverging = new GradientDescent(10).Minimize(new Quartic(), [1]);
        var last = diverging.Last();
        Assert.False(last.IsFinite);
        Assert.All(Enumerable.Range(1, 12), n =>
        {
            var shown = diverging.Every(n).ToArray();
            Assert.Equal(StateBits.Of(last), StateBits.Of(shown[^1]));
            Assert.All(shown[..^1], s => Assert.True(s.IsFinite && s.Step % n == 0));
        });

        var batches = new PoisonedBatches(stepsPerEpoch: 4, badStep: 6);
        var poisoned = new GradientDescent(0.1).Minimize(batches, [1]);
        Assert.Equal([0, 4, 6], poisoned.EveryEpoch().Select(s => s.Step));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_stride_is_at_least_1(long n)
    {
        var run = new Adam(0.05).Minimize(Risk, [0, 0, 0]);
        Refusals.Names("steps", n, () => run.Every(n));
    }

    /// <summary>x⁴ / 4, on which a rate of 10 diverges within a few steps.</summary>
    private sealed class Quartic : IObjective
    {
        public int Dimension => 1;

        public Evaluation Evaluate(Vector x) => new(x[0] * x[0] * x[0] * x[0] / 4, [x[0] * x[0] * x[0]]);
    }

    private sealed class PoisonedBatches(int stepsPerEpoch, long badStep) : IStochasticObjective
    {
        public int StepsPerEpoch => stepsPerEpoch;

        public int Dimension => 1;

        public Evaluation Evaluate(Vector x) => new(x[0], [1]);

        public IObjective At(long step) =>
            Objective.From(1, x => new(step == badStep ? double.NaN : x[0], [1]));
    }
}
