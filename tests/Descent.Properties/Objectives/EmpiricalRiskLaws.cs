using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What an empirical risk is, up to rounding.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class EmpiricalRiskLaws
{
    private static readonly Dataset ByHand = new(Matrix.FromRows([1, 2], [3, -1]), [1, 0], [1, 3]);

    [Property(MaxTest = 300)]
    public void It_is_the_naive_double_loop(RiskCase sample) =>
        NaiveRisk.Of(sample.Risk, sample.Parameters).AssertNear(sample.Risk.Evaluate(sample.Parameters));

    [Fact]
    public void Scores_loss_and_gradient_are_those_by_hand()
    {
        // w = (2, 1), b = -1: scores 3 and 4, errors 2 and 4; Σ c e² = 4 + 48, Σ c = 4; R = ¼ (4 + 1).
        Vector parameters = [2, 1, -1];
        var sum = new EmpiricalRisk(ByHand, Loss.Squared, null, Reduction.Sum);
        var mean = new EmpiricalRisk(ByHand, Loss.Squared, new L2(0.5));

        Assert.Equal([3, 4], mean.Scores(parameters));
        Assert.Equal(new Evaluation(52, [4 + 72, 8 - 24, 4 + 24]), sum.Evaluate(parameters));
        Assert.Equal(new Evaluation(13 + 1.25, [19 + 1, -4 + 0.5, 7]), mean.Evaluate(parameters));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SmoothRisks)])]
    public void The_gradient_is_the_slope_of_the_loss(RiskCase sample)
    {
        var risk = sample.Risk;
        var numerical = FiniteDifferences.Gradient(risk, sample.Parameters);
        var evaluation = risk.Evaluate(sample.Parameters);
        for (var j = 0; j < risk.Dimension; j++)
        {
            // Half the change of the slope over the step bounds the truncation of a central difference of a
            // convex function, kinks of the slope included; each loss is off by its own rounding, over 2h.
            var h = MachineEpsilon.CubeRoot * Math.Max(1, Math.Abs(sample.Parameters[j]));
            var step = h * Vector.Unit(risk.Dimension, j);
            var (right, left) = (sample.Parameters + step, sample.Parameters - step);
            var rounding =
                (NaiveRisk.Of(risk, right).LossError + NaiveRisk.Of(risk, left).LossError) / (2 * h);
            var change = risk.Evaluate(right).Gradient[j] - risk.Evaluate(left).Gradient[j];
            var bound = (change / 2) + rounding + (2 * NaiveRisk.Of(risk, right).GradientError[j]);
            Assert.InRange(evaluation.Gradient[j] - numerical[j], -bound, bound);
        }
    }

    [Property]
    public void Weight_2_is_the_row_twice(RiskCase sample, SmallCount which)
    {
        var data = sample.Risk.Data;
        var row = which % data.Count;
        var weighted = DomainGenerators.With(sample.Risk, new Dataset(
            data.Features, data.Targets, Vector.From(data.Weights.Select((c, i) => i == row ? 2 * c : c))));
        var repeated = DomainGenerators.With(
            sample.Risk, data.Select(Enumerable.Range(0, data.Count).Append(row)));

        NaiveRisk.Of(repeated, sample.Parameters).AssertNear(weighted.Evaluate(sample.Parameters));
    }

    [Property]
    public void A_row_of_weight_0_is_left_out(RiskCase sample, SmallCount which)
    {
        var data = sample.Risk.Data;
        var row = which % data.Count;
        var rest = Enumerable.Range(0, data.Count).Where(i => i != row && data.Weights[i] > 0).ToArray();
        var weights = Vector.From(data.Weights.Select((c, i) => i == row ? 0 : c));
        if (rest.Length == 0)
        {
            Assert.Throws<ArgumentException>(
                "weights", () => new Dataset(data.Features, data.Targets, weights));
            return;
        }

        var weighted = DomainGenerators.With(
            sample.Risk, new Dataset(data.Features, data.Targets, weights));
        var without = DomainGenerators.With(sample.Risk, data.Select(rest));

        NaiveRisk.Of(without, sample.Parameters).AssertNear(weighted.Evaluate(sample.Parameters));
    }

    [Property]
    public void The_bias_is_the_last_parameter_the_weight_of_a_column_of_ones(Regression sample)
    {
        var data = sample.Data;
        var ones = data.WithFeatures(Matrix.From(
            data.Count, data.FeatureCount + 1, (i, j) => j < data.FeatureCount ? data.Features[i, j] : 1));
        var without = new EmpiricalRisk(ones, Loss.Squared, bias: false);
        var with = new EmpiricalRisk(data, Loss.Squared);

        Assert.Equal(with.Dimension, without.Dimension);
        NaiveRisk.Of(without, sample.Parameters).AssertNear(with.Evaluate(sample.Parameters));
    }

    [Property]
    public void No_penalty_touches_the_bias(Regression sample)
    {
        var free = new EmpiricalRisk(sample.Data, Loss.Squared).Evaluate(sample.Parameters);
        var bound = new EmpiricalRisk(sample.Data, Loss.Squared, new L2(100)).Evaluate(sample.Parameters);
        Bits.Equal(free.Gradient[^1], bound.Gradient[^1]);

        // The penalty's value does not depend on the bias: with all weights 0 it is 0 whatever the bias.
        var onlyBias = Vector.From(sample.Parameters.Select((p, j) => j < sample.Data.FeatureCount ? 0 : p));
        Bits.Equal(
            new EmpiricalRisk(sample.Data, Loss.Squared).Evaluate(onlyBias).Loss,
            new EmpiricalRisk(sample.Data, Loss.Squared, new L2(100)).Evaluate(onlyBias).Loss);
    }

    [Property]
    public void The_sum_over_two_parts_is_the_sum_of_their_sums(RiskCase sample, SmallCount cut)
    {
        var data = sample.Risk.Data;
        var whole = new EmpiricalRisk(data, sample.Risk.Loss, null, Reduction.Sum, sample.Risk.HasBias);
        var rows = Enumerable.Range(0, data.Count);
        var (a, b) = (SumOver(rows.Take(cut % data.Count)), SumOver(rows.Skip(cut % data.Count)));

        // The parts' errors add up to at most the whole's, which the sum of the parts adds to once more.
        NaiveRisk.Of(whole, sample.Parameters).AssertNear(
            new(a.Loss + b.Loss, a.Gradient + b.Gradient), times: 2);

        // A part without weight makes no dataset, and has the sum 0.
        Evaluation SumOver(IEnumerable<int> part) => part.Any(i => data.Weights[i] > 0)
            ? DomainGenerators.With(whole, data.Select(part)).Evaluate(sample.Parameters)
            : new(0, Vector.Zeros(whole.Dimension));
    }

    [Property]
    public void Scores_are_weights_times_features_plus_bias(RiskCase sample)
    {
        var (risk, w) = (sample.Risk, sample.Parameters);
        var scores = risk.Scores(w);
        for (var i = 0; i < risk.Data.Count; i++)
        {
            var terms = Enumerable.Range(0, risk.Data.FeatureCount)
                .Select(j => risk.Data.Features[i, j] * w[j]).ToList();
            if (risk.HasBias)
                terms.Add(w[^1]);
            var bound = 2 * Rounding.Gamma(terms.Count + 1) * terms.Sum(Math.Abs);
            Assert.InRange(scores[i] - terms.Sum(), -bound, bound);
        }
    }

    [Property]
    public void Scores_of_other_rows_are_those_of_a_risk_over_them_to_the_bit(RiskCase sample, RiskCase other)
    {
        var (risk, w) = (sample.Risk, sample.Parameters);
        Bits.Equal(risk.Scores(w), risk.Scores(w, risk.Data.Features));

        // Rows it was not made of, as wide as its own.
        var width = risk.Data.FeatureCount;
        var rows = Matrix.From(
            other.Risk.Data.Count, width, (i, j) => other.Parameters[j % other.Parameters.Count] * (i - j));
        var over = DomainGenerators.With(risk, new Dataset(rows, Vector.Zeros(rows.Rows)));
        Bits.Equal(over.Scores(w), risk.Scores(w, rows));
        Bits.Equal(over.Scores(w)[..1], risk.Scores(w, Matrix.FromRows([.. rows.Row(0)])));
        Assert.Equal(Vector.Zeros(0), risk.Scores(w, Matrix.From(0, width, (_, _) => 0)));
    }

    [Property]
    public void Scores_are_the_very_scores_that_are_judged(Regression sample)
    {
        var scores = new EmpiricalRisk(sample.Data, Loss.Squared).Scores(sample.Parameters);
        for (var i = 0; i < sample.Data.Count; i++)
        {
            var row = new Dataset(sample.Data.Features, sample.Data.Targets).Select([i]);
            Bits.Equal(
                Loss.Squared.Value(scores[i], sample.Data.Targets[i]),
                new EmpiricalRisk(row, Loss.Squared).Evaluate(sample.Parameters).Loss);
        }
    }
}
