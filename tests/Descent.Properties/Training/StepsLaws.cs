using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class StepsLaws
{
    private static readonly EmpiricalRisk Risk = new(Samples.TwoClasses(), Loss.Logistic);

    private static readonly MiniBatches Batches = new(Risk, 6, 3);

    [Property]
    public void N_steps_are_n_plus_1_states_the_last_of_step_n(SmallCount n)
    {
        var run = new Nesterov(0.05).Minimize(Batches, [0, 0, 0]);
        Assert.Equal(n + 1, run.Steps(n).Count());
        Assert.Equal(n, run.Steps(n).Last().Step);
        Assert.Equal(StateBits.OfAll(run.Take(n + 1)), StateBits.OfAll(run.Steps(n)));
    }

    [Fact]
    public void No_steps_are_the_start_alone() =>
        Assert.Equal(0, Assert.Single(new GradientDescent(1).Minimize(Risk, [0, 0, 0]).Steps(0)).Step);

    [Fact]
    public void Steps_of_a_resumed_run_are_counted_from_its_first_state()
    {
        var rule = new Nesterov(0.05);
        var at = rule.Minimize(Batches, [0, 0, 0]).ElementAt(7);
        Assert.Equal([7, 8, 9, 10], rule.Resume(Batches, at).Steps(3).Select(s => s.Step));
    }

    [Fact]
    public void A_hundred_runs_of_one_epoch_are_one_run_of_a_hundred()
    {
        AssertHundred(new Momentum(0.05));
        AssertHundred(new Adam(LearningRate.Cosine(0.05, 300).WithWarmUp(20)));
        AssertHundred(new Nesterov(LearningRate.InverseTime(0.1, 0.01)).ClipByNorm(0.1));

        static void AssertHundred<TMemory>(IOptimizer<TMemory> rule)
        {
            var whole = rule.Minimize(Batches, [0.1, 0.2, 0.3]).Steps(100L * Batches.StepsPerEpoch).Last();
            var state = rule.Init(Batches, [0.1, 0.2, 0.3]);
            for (var epoch = 0; epoch < 100; epoch++)
                state = rule.Resume(Batches, state).Steps(Batches.StepsPerEpoch).Last();
            Assert.Equal(StateBits.Of(whole), StateBits.Of(state));
        }
    }

    [Fact]
    public void A_run_that_ends_before_has_fewer_states()
    {
        var run = new GradientDescent(1e300).Minimize(Objective.From(x => x * x, x => 2 * x), [1e10]);
        Assert.Equal(2, run.Steps(5).Count());
        Assert.Equal(2, run.Steps(long.MaxValue).Count());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_count_of_steps_is_at_least_0(long count)
    {
        var run = new GradientDescent(1).Minimize(Risk, [0, 0, 0]);
        Refusals.Names(nameof(count), count, () => run.Steps(count));
    }
}
