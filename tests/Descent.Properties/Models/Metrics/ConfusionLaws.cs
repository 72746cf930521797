using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(MetricCases)])]
public sealed class ConfusionLaws
{
    private static Confusion Table(MetricCase rows) =>
        Confusion.Of(rows.Targets, rows.Predictions, rows.Classes, rows.Weights);

    [Property]
    public void Opposite_rates_add_up_to_1_where_they_are_numbers(MetricCase rows)
    {
        var table = Table(rows);
        Near.Equal(1, table.Accuracy + table.ErrorRate, Rounding.Gamma(2));
        for (var k = 0; k < rows.Classes; k++)
        {
            var one = table.Class(k);
            AssertOne(one.Positives, one.TruePositiveRate + one.FalseNegativeRate);
            AssertOne(one.Negatives, one.FalsePositiveRate + one.TrueNegativeRate);
        }

        static void AssertOne(double rows, double sum)
        {
            if (rows == 0)
                Assert.True(double.IsNaN(sum));
            else
                Near.Equal(1, sum, Rounding.Gamma(2));
        }
    }

    [Property]
    public void Each_class_splits_the_same_total(MetricCase rows)
    {
        var table = Table(rows);
        for (var k = 0; k < rows.Classes; k++)
        {
            Assert.Equal(table.Total, table.Class(k).Positives + table.Class(k).Negatives);
            Assert.Equal(
                rows.Targets.Zip(rows.Weights, (y, c) => y == k ? c : 0).Sum(), table.Class(k).Positives);
        }
    }

    [Property]
    public void F1_is_the_harmonic_mean_of_precision_and_recall(MetricCase rows)
    {
        foreach (var one in Enumerable.Range(0, rows.Classes).Select(Table(rows).Class))
        {
            if (one.TruePositives > 0)
                Near.Equal(2 / ((1 / one.Precision) + (1 / one.Recall)), one.F1, Rounding.Gamma(8));
            else if (one.Positives + one.FalsePositives > 0)
                Assert.Equal(0, one.F1);
            else
                Assert.True(double.IsNaN(one.F1));
        }
    }

    [Property]
    public void Rates_of_all_counts_together_are_the_accuracy(MetricCase rows)
    {
        var table = Table(rows);
        var each = Enumerable.Range(0, rows.Classes).Select(table.Class).ToArray();
        var pooled = new BinaryCounts(
            Sum(one => one.TruePositives), Sum(one => one.FalsePositives),
            Sum(one => one.TrueNegatives), Sum(one => one.FalseNegatives));
        Bits.Equal(table.Accuracy, pooled.Precision);
        Bits.Equal(table.Accuracy, pooled.Recall);
        Bits.Equal(table.Accuracy, pooled.F1);
        Assert.Equal((pooled.Precision, pooled.Recall, pooled.F1),
            (table.Micro.Precision, table.Micro.Recall, table.Micro.F1));

        double Sum(Func<BinaryCounts, double> count) => Vector.From(each.Select(count)).Sum();
    }

    // A quotient and a product for each class, their sum, and a quotient.
    [Property]
    public void The_recall_weighted_by_rows_is_the_accuracy(MetricCase rows) => Assert.InRange(
        Table(rows).Weighted().Recall - Table(rows).Accuracy, -Rounding.Gamma(8), Rounding.Gamma(8));

    [Property]
    public void A_mean_over_classes_leaves_out_what_is_undefined_when_told_to(MetricCase rows)
    {
        var table = Table(rows);
        var all = Enumerable.Range(0, rows.Classes).Select(table.Class)
            .Where(one => one.Positives + one.FalsePositives > 0).ToArray();
        var defined = all.Where(one => !double.IsNaN(one.Precision)).ToArray();
        var sum = Vector.From(defined.Select(one => one.Precision)).Sum();
        Assert.InRange(table.Macro().Precision - (sum / all.Length), -1e-15, 1e-15);
        Assert.InRange(
            table.Macro(UndefinedRate.IsLeftOut).Precision - (sum / defined.Length), -1e-15, 1e-15);
        Assert.True(table.Macro(UndefinedRate.IsLeftOut).Recall >= table.Macro().Recall);
        Bits.Equal(table.BalancedAccuracy, table.Macro(UndefinedRate.IsLeftOut).Recall);
    }

    [Property]
    public void Weight_2_is_the_row_twice(MetricCase rows)
    {
        Assert.Equal(Table(rows.Repeated()), Table(rows));
        var repeated = rows.Repeated();
        Assert.Equal(Table(rows), Confusion.Of(repeated.Targets, repeated.Predictions, rows.Classes));
    }

    [Property]
    public void The_order_of_rows_changes_no_count(MetricCase rows, int seed)
    {
        var mixed = rows.Select([.. new Seed(seed).Permutation(rows.Targets.Count)]);
        Assert.Equal(Table(rows), Table(mixed));
        Assert.Equal(Table(rows).GetHashCode(), Table(mixed).GetHashCode());
    }

    [Property]
    public void Two_classes_exchanged_exchange_their_rates(MetricCase rows)
    {
        var table = Confusion.Of(rows.IsOne, rows.Scores.Map(s => s > 0 ? 1 : 0), 2, rows.Weights);
        var (zero, one) = (table.Class(0), table.Class(1));
        Bits.Equal(zero.TruePositiveRate, one.TrueNegativeRate);
        Bits.Equal(zero.FalsePositiveRate, one.FalseNegativeRate);
        Bits.Equal(zero.MatthewsCorrelation, one.MatthewsCorrelation);
    }

    [Property]
    public void Perfect_predictions_have_the_best_of_all_rates(MetricCase rows)
    {
        var table = Confusion.Of(rows.Targets, rows.Targets, rows.Classes, rows.Weights);
        Assert.Equal((1, 0, 1), (table.Accuracy, table.ErrorRate, table.BalancedAccuracy));
        Assert.Equal((1, 1, 1), (table.Macro().Precision, table.Macro().Recall, table.Macro().F1));
        Assert.True(table.CohenKappa is 1 or double.NaN);
    }

    [Fact]
    public void What_a_class_has_none_of_has_no_rate()
    {
        var table = Confusion.Of([0, 0, 1], [0, 0, 0]);
        Assert.Equal((double.NaN, 0, 0), (table.Precision, table.Recall, table.F1));
        Assert.Equal(0.5, table.BalancedAccuracy);
        Assert.Equal(1.0 / 3, table.Macro().Precision);
        Assert.Equal(2.0 / 3, table.Macro(UndefinedRate.IsLeftOut).Precision);
        Assert.True(double.IsNaN(Confusion.Of([0, 0], [0, 0]).CohenKappa));
        Assert.True(double.IsNaN(Confusion.Of([0, 0], [0, 0]).F1));
    }

    [Fact]
    public void A_table_is_printed_for_people()
    {
        Assert.Equal(
            """
            true \ predicted   0   1   2
            0                 10   0   0
            1                  0   0   1
            2                  0   0   1
            accuracy 0.916667 of 12 in 3 classes
            """,
            Confusion.OfCounts(Matrix.FromRows([10, 0, 0], [0, 0, 1], [0, 0, 1])).ToString());
        Assert.Equal("TP 1, FP 2, TN 3, FN 4.5", new BinaryCounts(1, 2, 3, 4.5).ToString());
        Assert.Equal(
            "precision 0.5, recall 0.5, F1 0.5", Confusion.Of([0, 1], [0, 0]).Micro.ToString());
    }

    [Theory]
    [InlineData(2, 0, "targets has 2 in row 1, which is none of the classes 0 to 1")]
    [InlineData(0.5, 0, "targets has 0.5 in row 1")]
    [InlineData(0, 2, "predictions has 2 in row 1, which is none of the classes 0 to 1")]
    [InlineData(0, -1, "predictions has -1 in row 1")]
    [InlineData(0, double.NaN, "predictions has NaN in row 1")]
    public void What_is_no_class_is_refused(double target, double prediction, string message) =>
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>(() => Confusion.Of([0, target], [0, prediction], 2)).Message);

    [Fact]
    public void Tables_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Confusion.Of([], []));
        Assert.Throws<ArgumentException>(() => Confusion.Of([0], [0, 1]));
        Assert.Throws<ArgumentException>(() => Confusion.Of([0, 1], [0, 1], weights: [1]));
        Assert.Throws<ArgumentException>(() => Confusion.Of([0, 1], [0, 1], weights: [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Confusion.Of([0], [0], classes: 1));
        Assert.Throws<ArgumentException>(() => Confusion.Of([0, 1e7], [0, 1]));
        Assert.Throws<ArgumentException>(() => Confusion.OfScores([0, 1], [0, double.NaN]));
        Assert.Throws<ArgumentException>(() => Confusion.OfScores([0, 1], [0, 1], double.NaN));
        Assert.Throws<ArgumentException>(() => Confusion.OfScores([0, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => Confusion.OfCounts(Matrix.FromRows([1, 2, 3], [1, 2, 3])));
        Assert.Throws<ArgumentException>(() => Confusion.OfCounts(Matrix.FromRows([0, 0], [0, 0])));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Confusion.OfCounts(Matrix.FromRows([1, -1], [0, 0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Confusion.Of([0, 1], [0, 1]).Class(2));
    }

    [Fact]
    public void A_class_whose_rows_have_no_weight_is_not_in_the_table()
    {
        var without = Confusion.Of([0, 1, 1], [0, 1, 0]);
        Assert.Equal(without, Confusion.Of([0, 1, 1, 2], [0, 1, 0, 3], weights: Vector.Of(1, 1, 1, 0)));
        Assert.Equal(without, Confusion.Of([0, 1, 1, 2], [0, 1, 0, 3], 2, Vector.Of(1, 1, 1, 0)));

        var rows = new Dataset(Matrix.FromRows([-1.0], [1.0], [-1.0], [0.0]), [0, 1, 1, 2], [1, 1, 1, 0]);
        Assert.Equal(without, Confusion.Of(rows, new LogisticModel([1], 0)));
    }

    [Fact]
    public void A_model_behind_a_pipeline_is_judged_and_one_of_numbers_is_refused()
    {
        var data = ToyData.Moons(60, noise: 0.3, seed: 1);
        var model = Prepare.Standardize().Then(new LogisticRegression(new Ridge(0.1))).Fit(data).Model;

        Assert.Equal(Metric.Accuracy.Of(data, model), Confusion.Of(data, model).Accuracy);
        Assert.Equal(Metric.AreaUnderRoc.Of(data, model), Roc.Of(data, model).Auc);
        Assert.Equal(Metric.LogLoss.Of(data, model), ProbabilityScores.Of(data, model).LogLoss);
        var line = new LinearRegression().Fit(data).Model;
        Assert.Throws<ArgumentException>("model", () => Confusion.Of(data, line));
        Assert.Throws<ArgumentException>("model", () => Roc.Of(data, line));
        Assert.Throws<ArgumentException>("model", () => PrecisionRecall.Of(data, line));
        Assert.Throws<ArgumentException>("model", () => ProbabilityScores.Of(data, line));
    }
}
