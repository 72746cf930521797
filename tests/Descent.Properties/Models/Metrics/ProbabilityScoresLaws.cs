using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(MetricCases)])]
public sealed class ProbabilityScoresLaws
{
    // A mean of up to 90 terms, and the sums of both sides in other orders.
    private static readonly double Means = 2 * Rounding.Gamma(Rounding.Depth(90) + 4);

    [Property]
    public void Weight_2_is_the_row_twice(MetricCase rows)
    {
        var repeated = rows.Repeated();
        var weighted = ProbabilityScores.Of(rows.IsOne, P(rows), rows.Weights);
        var plain = ProbabilityScores.Of(repeated.IsOne, P(repeated));
        Near.Equal(plain.LogLoss, weighted.LogLoss, Means);
        Near.Equal(plain.Brier, weighted.Brier, Means);
    }

    [Property]
    public void Two_columns_score_as_one_does(MetricCase rows)
    {
        var p = P(rows);
        var alone = ProbabilityScores.Of(rows.IsOne, p, rows.Weights);
        var both = ProbabilityScores.Of(
            rows.IsOne, Matrix.From(p.Count, 2, (i, k) => k == 1 ? p[i] : 1 - p[i]), rows.Weights);
        Near.Equal(alone.LogLoss, both.LogLoss, Means);
        Bits.Equal(alone.Brier, both.Brier);
    }

    [Property]
    public void A_third_class_that_nobody_expects_doubles_the_Brier_score(MetricCase rows)
    {
        var p = P(rows);
        var three = ProbabilityScores.Of(
            rows.IsOne,
            Matrix.From(p.Count, 3, (i, k) => k == 2 ? 0 : k == 1 ? p[i] : 1 - p[i]),
            rows.Weights);
        Near.Equal(2 * ProbabilityScores.Of(rows.IsOne, p, rows.Weights).Brier, three.Brier, Means);
    }

    [Property]
    public void Equal_probabilities_cost_the_logarithm_of_their_number(MetricCase rows)
    {
        var k = rows.Classes;
        var scores = ProbabilityScores.Of(
            rows.Targets, Matrix.From(rows.Targets.Count, k, (_, _) => 1.0 / k), rows.Weights);
        Near.Equal(Math.Log(k), scores.LogLoss, Means);
        Near.Equal(k == 2 ? 0.25 : 1 - (1.0 / k), scores.Brier, Means);
    }

    [Property]
    public void The_true_shares_score_best(MetricCase rows, int shift)
    {
        var share = rows.IsOne.Dot(rows.Weights) / rows.Weights.Sum();
        var other = Math.Clamp(share + ((shift % 10) / 20.0), 0, 1);
        var (best, off) = (Constant(share), Constant(other));
        Assert.True(best.LogLoss <= off.LogLoss * (1 + Means));
        Assert.True(best.Brier <= off.Brier * (1 + Means));

        ProbabilityScores Constant(double p) =>
            ProbabilityScores.Of(rows.IsOne, rows.IsOne.Map(_ => p), rows.Weights);
    }

    [Fact]
    public void Certainty_costs_nothing_where_right_and_without_bound_where_wrong()
    {
        var right = ProbabilityScores.Of([0, 1], [0, 1]);
        Bits.Equal([0, 0], [right.LogLoss, right.Brier]);
        var wrong = ProbabilityScores.Of([0, 1], [1, 1]);
        Assert.Equal((double.PositiveInfinity, 0.5), (wrong.LogLoss, wrong.Brier));
        Assert.Equal(0, ProbabilityScores.Of([0, 1], [1, 1], [0, 1]).LogLoss);
    }

    [Fact]
    public void A_class_beyond_the_columns_has_the_probability_0()
    {
        var scores = ProbabilityScores.Of([2], Matrix.FromRows([0.5, 0.5]));
        Assert.Equal((double.PositiveInfinity, 1.5), (scores.LogLoss, scores.Brier));
        Assert.Equal("log-loss Infinity, Brier 1.5", scores.ToString());
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityScores.Of([0, 1], [0, 1.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityScores.Of([0, 1], [0, double.NaN]));
        Assert.Throws<ArgumentException>(() => ProbabilityScores.Of([0, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => ProbabilityScores.Of([0], [0, 1]));
        Assert.Throws<ArgumentException>(
            () => ProbabilityScores.Of([0], Matrix.FromRows([0.5, 0.4])));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityScores.Of([0], Matrix.FromRows([1.0])));
    }

    // From 0.1 to 0.9, a third apart in the scores.
    private static Vector P(MetricCase rows) => rows.Scores.Map(score => 0.5 + (0.3 * score));

    // The Brier score of two classes is half that of more.
    [Fact]
    public void A_class_whose_rows_have_no_weight_does_not_change_the_form_of_the_score()
    {
        var p = Matrix.FromRows([0.75, 0.25], [0.5, 0.5], [0.25, 0.75]);
        Assert.Equal(
            ProbabilityScores.Of([0, 1], p.SelectRows([0, 1])),
            ProbabilityScores.Of([0, 1, 2], p, Vector.Of(1, 1, 0)));
    }
}
