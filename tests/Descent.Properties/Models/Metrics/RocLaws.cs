using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(MetricCases), typeof(Generators)])]
public sealed class RocLaws
{
    private static Roc Curve(MetricCase rows) => Roc.Of(rows.IsOne, rows.Scores, rows.Weights);

    [Property]
    public void The_area_is_the_share_of_pairs_in_order(MetricCase rows)
    {
        var (one, all) = (rows.Repeated(), 0);
        var twice = 0.0;
        for (var i = 0; i < one.Targets.Count; i++)
        {
            for (var j = 0; j < one.Targets.Count; j++)
            {
                if (one.IsOne[i] == 1 && one.IsOne[j] == 0)
                {
                    all++;
                    twice += one.Scores[i] > one.Scores[j] ? 2 : one.Scores[i] == one.Scores[j] ? 1 : 0;
                }
            }
        }

        Bits.Equal(twice / (2 * all), Curve(rows).Auc);
    }

    // Up to ten trapezoids, each of two differences, a sum and a product.
    [Property]
    public void The_area_is_that_of_the_trapezoids_under_the_points(MetricCase rows)
    {
        var area = 0.0;
        var points = Curve(rows).Points;
        for (var i = 1; i < points.Length; i++)
        {
            area += (points[i].FalsePositiveRate - points[i - 1].FalsePositiveRate)
                * (points[i].TruePositiveRate + points[i - 1].TruePositiveRate) / 2;
        }

        var auc = Curve(rows).Auc;
        Assert.True(
            double.IsNaN(auc) ? double.IsNaN(area) : Math.Abs(area - auc) <= Rounding.Gamma(20));
    }

    [Property]
    public void Negated_scores_have_the_rest_of_the_area(MetricCase rows)
    {
        var negated = Curve(rows with { Scores = -rows.Scores }).Auc;
        var auc = Curve(rows).Auc;
        Assert.True(
            double.IsNaN(auc) ? double.IsNaN(negated) : Math.Abs(auc + negated - 1) <= Rounding.Gamma(4));
    }

    [Property]
    public void A_strictly_rising_map_of_scores_changes_no_rate(
        MetricCase rows, Finite shift, PositiveReal scale)
    {
        // Scores are thirds, so that neither map makes two of them equal.
        foreach (var map in (Func<double, double>[])[x => (scale * x) + shift, Elementary.Exp])
        {
            var (before, after) = (Curve(rows), Curve(rows with { Scores = rows.Scores.Map(map) }));
            Bits.Equal(before.Auc, after.Auc);
            Assert.Equal(
                before.Points.Select(point => (point.FalsePositiveRate, point.TruePositiveRate)),
                after.Points.Select(point => (point.FalsePositiveRate, point.TruePositiveRate)));
        }
    }

    [Property]
    public void Points_are_those_of_the_tables_at_their_thresholds(MetricCase rows)
    {
        var precision = PrecisionRecall.Of(rows.IsOne, rows.Scores, rows.Weights).Points;
        var points = Curve(rows).Points;
        Assert.Equal(points.Length, precision.Length + 1);
        for (var i = 0; i < points.Length; i++)
        {
            var one = Confusion.OfScores(rows.IsOne, rows.Scores, points[i].Threshold, rows.Weights).Class(1);
            Assert.Equal((one.FalsePositiveRate, one.TruePositiveRate),
                (points[i].FalsePositiveRate, points[i].TruePositiveRate));
            if (i > 0)
                Assert.Equal(new(points[i].Threshold, one.Recall, one.Precision), precision[i - 1]);
        }
    }

    [Property]
    public void Thresholds_fall_and_rates_rise(MetricCase rows)
    {
        var points = Curve(rows).Points;
        for (var i = 1; i < points.Length; i++)
        {
            Assert.True(points[i].Threshold < points[i - 1].Threshold);
            Assert.False(points[i].TruePositiveRate < points[i - 1].TruePositiveRate);
            Assert.False(points[i].FalsePositiveRate < points[i - 1].FalsePositiveRate);
        }

        Assert.True(points[^1].FalsePositiveRate is 1 or double.NaN);
        Assert.True(points[^1].TruePositiveRate is 1 or double.NaN);
    }

    [Property]
    public void Weight_2_is_the_row_twice(MetricCase rows)
    {
        var repeated = rows.Repeated();
        Assert.True(Curve(repeated).Points.SequenceEqual(Curve(rows).Points));
        Bits.Equal(Roc.Of(repeated.IsOne, repeated.Scores).Auc, Curve(rows).Auc);
        Bits.Equal(
            PrecisionRecall.Of(repeated.IsOne, repeated.Scores).AveragePrecision,
            PrecisionRecall.Of(rows.IsOne, rows.Scores, rows.Weights).AveragePrecision);
    }

    [Property]
    public void The_average_precision_is_the_sum_of_the_steps(MetricCase rows)
    {
        var curve = PrecisionRecall.Of(rows.IsOne, rows.Scores, rows.Weights);
        var (sum, last) = (0.0, 0.0);
        foreach (var point in curve.Points)
        {
            sum += (point.Recall - last) * point.Precision;
            last = point.Recall;
        }

        // Nine steps at most, each a difference of numbers up to 1.
        Assert.True(
            double.IsNaN(sum)
                ? double.IsNaN(curve.AveragePrecision)
                : Math.Abs(sum - curve.AveragePrecision) <= Rounding.Gamma(20));
    }

    [Fact]
    public void One_class_alone_has_no_area()
    {
        Assert.True(double.IsNaN(Roc.Of([1, 1], [0.1, 0.2]).Auc));
        Assert.True(double.IsNaN(Roc.Of([0, 0], [0.1, 0.2]).Auc));
        Assert.True(double.IsNaN(Roc.Of([0, 1], [0.1, 0.2], [1, 0]).Auc));
        Assert.True(double.IsNaN(PrecisionRecall.Of([0, 0], [0.1, 0.2]).AveragePrecision));
        Assert.Equal(1, PrecisionRecall.Of([1, 1], [0.1, 0.2]).AveragePrecision);
    }

    [Fact]
    public void Infinite_scores_are_in_order_and_no_numbers_are_refused()
    {
        Assert.Equal(1, Roc.Of([0, 1], [double.NegativeInfinity, double.PositiveInfinity]).Auc);
        Assert.Throws<ArgumentException>(() => Roc.Of([0, 1], [double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => Roc.Of([0, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => PrecisionRecall.Of([0, 1], [0]));
        Assert.Throws<ArgumentException>(() => Roc.Of([], []));
    }

    [Fact]
    public void Curves_are_printed_for_people()
    {
        Assert.Equal("ROC of 3 points, area 1", Roc.Of([0, 1], [0.25, 0.5]).ToString());
        Assert.Equal("(0, 1) at 0.5", Roc.Of([0, 1], [0.25, 0.5]).Points[1].ToString());
        var curve = PrecisionRecall.Of([0, 1], [0.25, 0.5]);
        Assert.Equal("precision and recall at 2 thresholds, average precision 1", curve.ToString());
        Assert.Equal("(1, 0.5) at 0.25", curve.Points[1].ToString());
    }
}
