using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Skipped steps of gradient descent, which no state is made for, are the plain steps.</summary>
[Properties(Arbitrary = [typeof(DescentRuns)])]
public sealed class BufferedDescentLaws
{
    public static TheoryData<int> RowCounts => [1, 2, 255, 256, 257];

    private static IEnumerable<ILoss> Losses => KnownLosses.All.Append(DescentRuns.OwnLoss);

    [Property(MaxTest = 400)]
    public void A_thinned_run_shows_states_of_the_plain_run_to_the_bit(DescentRun sample)
    {
        // From anywhere on, three strides pass two multiples of it.
        var steps = (3 * sample.Every) + 2;
        var run = sample.Run();
        PlainRun.AssertIsThinnedTo(run, sample.Every, steps);
        PlainRun.AssertIsThinnedTo(run, run.StepsPerEpoch, (3 * run.StepsPerEpoch) + 2);
    }

    [Property(MaxTest = 100)]
    public void Steps_drawn_one_by_one_are_steps_made_by_hand(DescentRun sample)
    {
        const int steps = 20;
        var rule = new GradientDescent(sample.Rate);
        var byHand = new List<State<NoMemory>> { rule.Init(sample.Objective, sample.Start) };
        while (byHand.Count <= steps && byHand[^1].IsFinite)
            byHand.Add(rule.Step(sample.Objective, byHand[^1]));
        PlainRun.AssertEqual(
            byHand, [.. rule.Minimize(sample.Objective, sample.Start).Steps(steps)]);
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Single_rows_thinned_by_any_stride_are_the_plain_run(int rows)
    {
        foreach (var loss in Losses)
        {
            foreach (var data in new[] { Waves.Data(rows, 3), Waves.Weighted(rows, 9) })
            {
                var risk = new EmpiricalRisk(data, loss);
                var run = new GradientDescent(LearningRate.InverseTime(0.2, 0.01))
                    .Minimize(new MiniBatches(risk, 1, 5), Waves.Parameters(risk.Dimension));
                Assert.Equal(rows, run.StepsPerEpoch);
                foreach (var stride in new[] { 2, 255, 256, 257, 258, 600, rows })
                    PlainRun.AssertIsThinnedTo(run, stride, 620);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Batches_and_full_passes_thinned_by_any_stride_are_the_plain_run(int rows)
    {
        foreach (var loss in Losses)
        {
            var risk = new EmpiricalRisk(Waves.Weighted(rows, 8), loss, new L2(0.1), Reduction.Sum);
            foreach (var size in new[] { 7, 100, 256, rows })
            {
                var run = new GradientDescent(LearningRate.From(t => t % 4 == 2 ? 0 : 0.1 / (1 + t)))
                    .Minimize(new MiniBatches(risk, size, 5), Waves.Parameters(9));
                PlainRun.AssertIsThinnedTo(run, 5, 15);
            }

            PlainRun.AssertIsThinnedTo(new GradientDescent(0.001).Minimize(risk, Waves.Parameters(9)), 4, 12);
        }
    }

    [Theory]
    [InlineData(1000, 505)]
    [InlineData(40, 600)]
    public void Rows_too_long_for_the_stack_or_the_cache_make_no_difference(int rows, int features)
    {
        var data = Waves.Weighted(rows, features);
        var view = data.Select(Enumerable.Range(0, rows).Where(i => i % 3 > 0).Reverse());
        foreach (var samples in new[] { data, view })
        {
            var batches = new MiniBatches(new EmpiricalRisk(samples, Loss.Logistic), 1, 3);
            var run = new GradientDescent(0.05).Minimize(batches, Waves.Parameters(features + 1));
            PlainRun.AssertIsThinnedTo(run, 270, 270);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_run_resumed_inside_an_epoch_ends_epochs_where_the_whole_run_does(int at)
    {
        foreach (var size in new[] { 1, 6, 20 })
        {
            var batches = new MiniBatches(new EmpiricalRisk(Samples.TwoClasses(), Loss.Logistic), size, 3);
            var rule = new GradientDescent(0.1);
            var whole = rule.Minimize(batches, [0, -0.0, 0.5]);
            var resumed = rule.Resume(batches, whole.ElementAt(at));
            PlainRun.AssertEqual(
                [.. whole.EveryEpoch().SkipWhile(s => s.Step < at).Take(3)],
                [.. resumed.EveryEpoch().Take(3)]);
        }
    }

    [Fact]
    public void A_zero_without_a_sign_keeps_having_none_and_one_with_a_sign_keeps_it_as_long()
    {
        // The first feature is 0 in every row, so its weight never moves; a gradient of 0 times a rate is 0.
        var data = new Dataset(Matrix.From(5, 2, (i, j) => j == 0 ? 0 : i - 2), [1, 0, 1, 0, 0]);
        foreach (var loss in Losses)
        {
            foreach (var start in new[] { 0.0, -0.0 })
            {
                var batches = new MiniBatches(new EmpiricalRisk(data, loss), 1, 3);
                var run = new GradientDescent(0.1).Minimize(batches, [start, -0.0, -0.0]);
                PlainRun.AssertIsThinnedTo(run, 5, 20);
                Bits.Equal(start, run.EveryEpoch().ElementAt(2).Parameters[0]);
            }
        }
    }

    [Fact]
    public void Every_other_optimizer_is_thinned_to_its_plain_run()
    {
        var risk = new EmpiricalRisk(Samples.TwoClasses(), Loss.Logistic);
        foreach (var objective in new IObjective[] { risk, new MiniBatches(risk, 1, 4) })
        {
            AssertThinned(new Momentum(0.05));
            AssertThinned(new Nesterov(0.05));
            AssertThinned(new Adam(0.05));
            AssertThinned(new GradientDescent(0.5).ClipByNorm(0.1));
            AssertThinned(new OwnAdaGrad(0.3));

            void AssertThinned<TMemory>(IOptimizer<TMemory> rule) =>
                PlainRun.AssertIsThinnedTo(rule.Minimize(objective, [0.5, -0.0, 0.1]), 20, 60);
        }

        PlainRun.AssertIsThinnedTo(new ArmijoDescent(1).Minimize(risk, [0.5, -0.0, 0.1]), 5, 15);
    }
}
