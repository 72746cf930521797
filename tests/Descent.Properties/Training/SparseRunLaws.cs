using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Runs over sparse features are the runs over the dense ones, skipped steps included.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class SparseRunLaws
{
    [Theory]
    [EverySubject]
    public void Every_rule_makes_the_run_of_the_dense_features(IContractSubject subject)
    {
        var dense = new EmpiricalRisk(Thinned.Of(Waves.Weighted(30, 11), 3), Loss.Logistic, new L2(0.1));
        var sparse = Thinned.Sparse(dense);
        var start = Waves.Parameters(dense.Dimension);
        AssertSame(subject.Minimize(dense, start), subject.Minimize(sparse, start), 20);
        if (!subject.IsOptimizer)
            return;

        foreach (var size in new[] { 1, 7 })
        {
            AssertSame(
                subject.Minimize(new MiniBatches(dense, size, seed: 3), start),
                subject.Minimize(new MiniBatches(sparse, size, seed: 3), start),
                20);
        }
    }

    [Property]
    public void Skipped_steps_are_the_plain_steps_of_the_dense_features(
        RiskCase sample, int seed, SmallCount size, SmallCount every)
    {
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(sample.Risk.Data, seed));
        AssertSameSkipped(dense, 0.05, sample.Parameters, size == 2 ? 1 : size, every);
    }

    // Rates from tame to far beyond the largest double, from a step on that the seed gives.
    [Property]
    public void So_are_they_where_the_run_diverges(
        RiskCase sample, AnyDouble wild, int seed, SmallCount every)
    {
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(sample.Risk.Data, seed));
        var rate = LearningRate.From(step => step == Math.Abs(seed % 9) ? Math.Abs(wild) : 0.01);
        AssertSameSkipped(dense, rate, sample.Parameters, 1, every);
        var plain = new EmpiricalRisk(dense.Data, dense.Loss, null, dense.Reduction, dense.HasBias);
        AssertSameSkipped(plain, rate, sample.Parameters, 1, every);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rate_that_is_not_finite_is_seen_in_an_empty_row(bool bias)
    {
        // Row 0 moves nothing: where it is not stored, the product of its zeros is not taken either.
        var data = new Dataset(Matrix.FromRows([0, 0, 0], [0, 1, 0]), [0, 0]);
        var dense = new EmpiricalRisk(data, Loss.Squared, bias: bias);
        var rate = LearningRate.From(step => step == 2 ? double.PositiveInfinity : 0.01);
        AssertSameSkipped(dense, rate, Waves.Parameters(dense.Dimension), 1, 4);
    }

    [Fact]
    public void A_slope_that_is_not_finite_is_seen_where_the_row_has_zeros()
    {
        var steep = Loss.From((_, _) => 1, (_, y) => y > 0 ? double.PositiveInfinity : 0.5);
        var data = new Dataset(Matrix.FromRows([0, 0], [0, 1], [1, 0]), [1, 0, 0]);
        AssertSameSkipped(new EmpiricalRisk(data, steep, bias: false), 0.01, [1, 2], 1, 6);
    }

    [Fact]
    public void A_mean_over_a_weight_that_underflows_is_not_finite_in_either_form()
    {
        // A third of the least double is 0, and 0 / 0 is not a number wherever the row is 0.
        var data = new Dataset(Matrix.FromRows([0, 1], [1, 0], [0, 0]), [0, 0, 0], [double.Epsilon, 0, 0]);
        AssertSameSkipped(new EmpiricalRisk(data, Loss.Squared, bias: false), 0.01, [1, 2], 1, 6);
    }

    [Fact]
    public void Epochs_of_single_rows_are_the_plain_steps_in_long_stretches_too()
    {
        var dense = new EmpiricalRisk(Thinned.Of(Waves.Weighted(700, 300), 3), Loss.Logistic);
        AssertSameSkipped(dense, 0.01, Waves.Parameters(dense.Dimension), 1, 700);
    }

    [Fact]
    public void An_epoch_of_single_rows_allocates_a_few_vectors_whatever_its_steps()
    {
        const int rows = 2000, columns = 20_000;
        var features = Matrix.FromEntries(
            rows, columns, Enumerable.Range(0, rows).Select(i => new MatrixEntry(i, i * 7, 1)));
        var data = new Dataset(features, Vector.Zeros(rows));
        var run = new GradientDescent(0.01).Minimize(
            new MiniBatches(new EmpiricalRisk(data, Loss.HalfSquared), 1, seed: 1), Vector.Ones(columns + 1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(rows, run.EveryEpoch().ElementAt(1).Step);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * sizeof(double) * columns);
    }

    private static void AssertSameSkipped(
        EmpiricalRisk dense, LearningRate rate, Vector start, int size, long every)
    {
        var rule = new GradientDescent(rate);
        var plain = rule.Minimize(new MiniBatches(dense, size, seed: 3), start).Take(40 + (2 * (int)every))
            .ToArray();
        var expected = plain.Where(s => s.Step % every == 0 || !s.IsFinite).Take(8).ToArray();
        var skipped = rule.Minimize(new MiniBatches(Thinned.Sparse(dense), size, seed: 3), start).Every(every)
            .Take(expected.Length).ToArray();
        Assert.Equal(expected.Select(s => s.Step), skipped.Select(s => s.Step));
        Assert.All(expected.Zip(skipped), pair => AssertSame(pair.First, pair.Second));
    }

    private static void AssertSame(IEnumerable<IState> expected, IEnumerable<IState> actual, int count) =>
        Assert.All(expected.Take(count).Zip(actual), pair => AssertSame(pair.First, pair.Second));

    private static void AssertSame(IState expected, IState actual)
    {
        Assert.Equal(expected.Step, actual.Step);
        Bits.Equal(expected.Parameters, actual.Parameters);
        Bits.Equal(new Evaluation(expected.Loss, expected.Gradient), new(actual.Loss, actual.Gradient));
    }
}
