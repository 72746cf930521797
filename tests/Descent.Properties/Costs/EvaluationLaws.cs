using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>How often a run asks the loss of a sample: once for each row that a state's step sees.</summary>
public sealed class EvaluationLaws
{
    private const int Rows = 20;

    [Property(MaxTest = 20)]
    public void A_state_drawn_asks_each_row_of_its_batch_once(SmallCount states, SmallCount size)
    {
        var (risk, asked) = Counted();
        var batches = new MiniBatches(risk, size, 3);
        var expected = Enumerable.Range(0, states).Sum(step => batches.RowsAt(step).Length);
        AssertAsks(new GradientDescent(0.1));
        AssertAsks(new Momentum(0.1));
        AssertAsks(new Adam(0.1).ClipByNorm(0.01));

        void AssertAsks<TMemory>(IOptimizer<TMemory> rule)
        {
            asked.Clear();
            Assert.Equal(states, rule.Minimize(batches, [0, 0, 0]).Take(states).Count());
            AssertOnce(expected, asked);
            asked.Clear();
            Assert.Equal(states, rule.Minimize(risk, [0, 0, 0]).Take(states).Count());
            AssertOnce(states * Rows, asked);
        }
    }

    [Property(MaxTest = 20)]
    public void A_thinned_run_asks_for_the_steps_up_to_the_last_state_drawn_and_no_more(
        SmallCount stride, SmallCount states, SmallCount size)
    {
        var (risk, asked) = Counted();
        var last = stride * (states - 1);
        foreach (var batches in new[] { new MiniBatches(risk, size, 3), new MiniBatches(risk, 1, 3) })
        {
            asked.Clear();
            var thinned = new GradientDescent(0.01).Minimize(batches, [0, 0, 0]).Every(stride);
            Assert.Empty(asked);
            Assert.Equal(last, thinned.Take(states).Last().Step);
            AssertOnce(Enumerable.Range(0, last + 1).Sum(step => batches.RowsAt(step).Length), asked);
        }

        asked.Clear();
        var full = new GradientDescent(0.01).Minimize(risk, [0, 0, 0]).Every(stride);
        Assert.Equal(last, full.Take(states).Last().Step);
        AssertOnce((last + 1) * Rows, asked);
    }

    [Fact]
    public void The_state_that_a_run_is_resumed_from_is_asked_for_nothing()
    {
        var (risk, asked) = Counted();
        var rule = new GradientDescent(0.01);
        var batches = new MiniBatches(risk, 1, 3);
        var at = rule.Minimize(batches, [0, 0, 0]).ElementAt(7);
        asked.Clear();
        Assert.Equal(20, rule.Resume(batches, at).EveryEpoch().First().Step);
        AssertOnce(20 - 7, asked);
        asked.Clear();
        Assert.Same(at, rule.Resume(batches, at).Every(7).First());
        Assert.Empty(asked);
    }

    private static (EmpiricalRisk Risk, List<bool> Asked) Counted()
    {
        var asked = new List<bool>();
        var loss = Loss.From(
            (s, y) =>
            {
                asked.Add(true);
                return (s - y) * (s - y);
            },
            (s, y) =>
            {
                asked.Add(false);
                return 2 * (s - y);
            });
        return (new EmpiricalRisk(Samples.TwoClasses(), loss), asked);
    }

    /// <summary>Asserts that so many values were asked for, and as many derivatives.</summary>
    private static void AssertOnce(int expected, List<bool> asked)
    {
        Assert.Equal(expected, asked.Count(isValue => isValue));
        Assert.Equal(expected, asked.Count(isValue => !isValue));
    }
}
