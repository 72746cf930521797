using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What an empirical risk is, to the bit.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class EmpiricalRiskBitsLaws
{
    public static TheoryData<int> RowCounts =>
    [
        .. Enumerable.Range(1, 20), .. Enumerable.Range(255, 5), .. Enumerable.Range(511, 5),
        767, 769, 1025, 1300,
    ];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Every_sum_is_taken_in_the_documented_order(int rows)
    {
        foreach (var features in new[] { 0, 1, 2, 7, 8, 9, 17 })
        {
            foreach (var loss in new[] { Loss.Squared, Loss.Logistic, Loss.Hinge })
                AssertDocumented(new EmpiricalRisk(Waves.Data(rows, features), loss));

            AssertDocumented(
                new EmpiricalRisk(Waves.Data(rows, features), Loss.Squared, null, Reduction.Sum));
            AssertDocumented(new EmpiricalRisk(Waves.Weighted(rows, features), Loss.Squared));
        }

        AssertDocumented(new EmpiricalRisk(Waves.Data(rows, 3), Loss.Logistic, bias: false));
    }

    [Fact]
    public void A_hundred_features_are_summed_in_the_documented_order() =>
        AssertDocumented(new EmpiricalRisk(Waves.Weighted(300, 100), Loss.Logistic));

    [Property]
    public void Generated_objectives_follow_the_documented_order(RiskCase sample)
    {
        var risk = sample.Risk;
        var plain = new EmpiricalRisk(risk.Data, risk.Loss, null, risk.Reduction, risk.HasBias);
        Bits.Equal(
            DocumentedOrder.Evaluate(plain, sample.Parameters, [.. Enumerable.Range(0, risk.Data.Count)]),
            plain.Evaluate(sample.Parameters));
    }

    [Property]
    public void Evaluating_twice_gives_the_same_bits_from_any_thread(RiskCase sample)
    {
        var expected = sample.Risk.Evaluate(sample.Parameters);
        var results = new Evaluation[4];
        Parallel.For(0, results.Length, k => results[k] = sample.Risk.Evaluate(sample.Parameters));
        Assert.All(results, result => Bits.Equal(expected, result));
    }

    [Property]
    public void The_mean_is_the_sum_divided_by_the_total_weight(RiskCase sample)
    {
        var risk = sample.Risk;
        var sum = new EmpiricalRisk(risk.Data, risk.Loss, null, Reduction.Sum, risk.HasBias);
        var mean = new EmpiricalRisk(risk.Data, risk.Loss, null, Reduction.Mean, risk.HasBias);
        var (total, average) = (sum.Evaluate(sample.Parameters), mean.Evaluate(sample.Parameters));
        var weight = risk.Data.Weights.Sum();
        Bits.Equal(new(total.Loss / weight, total.Gradient / weight), average);
    }

    [Property]
    public void The_penalty_is_added_to_the_loss_and_to_the_gradient_by_the_weights(RiskCase sample)
    {
        var (risk, penalty) = (sample.Risk, new L2(0.3));
        var free = new EmpiricalRisk(risk.Data, risk.Loss, null, risk.Reduction, risk.HasBias);
        var bound = new EmpiricalRisk(risk.Data, risk.Loss, penalty, risk.Reduction, risk.HasBias);
        var weights = Vector.From(sample.Parameters.Take(risk.Data.FeatureCount));
        var (loss, gradient) = free.Evaluate(sample.Parameters);
        var slope = penalty.Gradient(weights);
        Bits.Equal(
            new(loss + penalty.Value(weights),
                Vector.From(gradient.Select((g, j) => j < weights.Count ? g + slope[j] : g))),
            bound.Evaluate(sample.Parameters));
    }

    [Property]
    public void Permuting_the_features_permutes_the_gradient_where_scores_are_exact(Classification sample)
    {
        // Multiples of 1/8 below 8 in size: products are multiples of 1/64 and sums of ten of them are exact,
        // in any order. Slopes then agree to the bit, and each column has its own chain of additions.
        var data = new Dataset(
            Matrix.From(
                sample.Data.Count, sample.Data.FeatureCount, (i, j) => Eighths(sample.Data.Features[i, j])),
            sample.Data.Targets, sample.Data.Weights);
        var parameters = sample.Parameters.Map(Eighths);
        var order = Enumerable.Range(0, data.FeatureCount).Reverse().ToArray();
        var permuted =
            data.WithFeatures(Matrix.From(data.Count, order.Length, (i, j) => data.Features[i, order[j]]));

        var expected = new EmpiricalRisk(data, Loss.Logistic).Evaluate(parameters);
        var actual = new EmpiricalRisk(permuted, Loss.Logistic).Evaluate(Permute(parameters, order));
        Bits.Equal(new(expected.Loss, Permute(expected.Gradient, order)), actual);
    }

    [Property]
    public void Weight_2_is_the_row_twice_to_the_bit_where_sums_are_exact(Regression sample, SmallCount which)
    {
        var data = new Dataset(
            Matrix.From(
                sample.Data.Count, sample.Data.FeatureCount, (i, j) => Eighths(sample.Data.Features[i, j])),
            sample.Data.Targets.Map(Eighths));
        var (row, parameters) = (which % data.Count, sample.Parameters.Map(Eighths));
        var weights = Vector.From(Enumerable.Range(0, data.Count).Select(i => i == row ? 2.0 : 1.0));
        var repeated = data.Select(Enumerable.Range(0, data.Count).Append(row));
        Bits.Equal(
            new EmpiricalRisk(repeated, Loss.Squared).Evaluate(parameters),
            new EmpiricalRisk(new Dataset(data.Features, data.Targets, weights), Loss.Squared)
                .Evaluate(parameters));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(255)]
    [InlineData(257)]
    public void Rows_of_weight_0_at_the_end_change_no_bit(int rows)
    {
        var longer = Waves.Data(rows + 270, 5);
        var weights = Vector.From(Enumerable.Range(0, longer.Count).Select(i => i < rows ? 1.0 : 0.0));
        var weighted = new Dataset(longer.Features, longer.Targets, weights);
        Bits.Equal(
            new EmpiricalRisk(weighted.Select(Enumerable.Range(0, rows)), Loss.Logistic)
                .Evaluate(Waves.Parameters(6)),
            new EmpiricalRisk(weighted, Loss.Logistic).Evaluate(Waves.Parameters(6)));
    }

    [Fact]
    public void A_row_of_weight_0_is_left_out_even_where_its_loss_overflows()
    {
        var data = new Dataset(Matrix.FromRows([1.0], [1e300]), [1, 0], [1, 0]);
        Assert.Equal(new Evaluation(1, [2, 2]), new EmpiricalRisk(data, Loss.Squared).Evaluate([2, 0]));
    }

    [Theory]
    [InlineData(256, 100)]
    [InlineData(512, 512)]
    public void An_aligned_run_of_chunks_is_a_term_of_the_whole_sum(int first, int second)
    {
        var data = Waves.Data(first + second, 5);
        Vector GradientOf(IEnumerable<int> rows) =>
            new EmpiricalRisk(data.Select(rows), Loss.Logistic, null, Reduction.Sum, bias: false)
                .Evaluate(Waves.Parameters(5)).Gradient;

        Bits.Equal(
            GradientOf(Enumerable.Range(0, first)) + GradientOf(Enumerable.Range(first, second)),
            GradientOf(Enumerable.Range(0, data.Count)));
    }

    private static void AssertDocumented(EmpiricalRisk risk)
    {
        var parameters = Waves.Parameters(risk.Dimension);
        Bits.Equal(
            DocumentedOrder.Evaluate(risk, parameters, [.. Enumerable.Range(0, risk.Data.Count)]),
            risk.Evaluate(parameters));
    }

    private static double Eighths(double x) => Math.Round(x * 8) / 8;

    /// <summary>The entries in another order; what follows them, the bias, stays last.</summary>
    private static Vector Permute(Vector vector, int[] order) =>
        Vector.From(order.Select(j => vector[j]).Concat(vector.Skip(order.Length)));
}
