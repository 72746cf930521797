using System.Text.Json;
using Descent.Models;
using Xunit;
using static Descent.Properties.ReferenceMetrics;

namespace Descent.Properties;

/// <summary>Every number of the reference metrics.</summary>
public sealed class ReferenceMetricsLaws
{
    // Counts are exact, and a rate is one quotient of them: these have all bits. Means and products of rates
    // round a few times more.
    private static readonly double FewRoundings = Rounding.Gamma(8);

    [Fact]
    public void Tables_of_two_classes_have_the_reference_counts_and_rates()
    {
        foreach (var test in Binary)
        {
            var (targets, predictions) = (Numbers(test, "y_true"), Numbers(test, "y_pred"));
            var table = Confusion.Of(targets, predictions);
            var (one, expected) = (table.Class(1), MetricsOf(test));
            Assert.Equal(Rows(test, "confusion_rows_true_columns_predicted"), table.Counts);
            Assert.Equal(Counts(test), one);
            Bits.Equal(Number(expected, "accuracy"), table.Accuracy);
            Bits.Equal(Number(expected, "error_rate"), table.ErrorRate);
            Bits.Equal(Number(expected, "tpr_recall_sensitivity"), one.TruePositiveRate);
            Bits.Equal(Number(expected, "fpr"), one.FalsePositiveRate);
            Bits.Equal(Number(expected, "tnr_specificity"), one.TrueNegativeRate);
            Bits.Equal(Number(expected, "fnr"), one.FalseNegativeRate);
            Bits.Equal(Number(expected, "precision"), one.Precision);
            Bits.Equal(Number(expected, "f1"), one.F1);
            Close(Number(expected, "balanced_accuracy"), table.BalancedAccuracy);
            Close(Number(expected, "matthews_correlation"), one.MatthewsCorrelation);

            Bits.Equal(one.TruePositiveRate, table.TruePositiveRate);
            Bits.Equal(one.FalsePositiveRate, table.FalsePositiveRate);
            Bits.Equal(one.TrueNegativeRate, table.TrueNegativeRate);
            Bits.Equal(one.FalseNegativeRate, table.FalseNegativeRate);
            Bits.Equal(one.Precision, table.Precision);
            Bits.Equal(one.Recall, table.Recall);
            Bits.Equal(one.F1, table.F1);
            Bits.Equal(one.Recall, one.Sensitivity);
            Bits.Equal(one.TrueNegativeRate, one.Specificity);
        }
    }

    // A logarithm is off by 0.7 units, a square by two roundings, a mean of 60 by its depth; the curve's area
    // is a quotient of whole numbers, the average precision a sum of up to 41 quotients.
    [Fact]
    public void Scores_have_the_reference_curves_and_means()
    {
        var scored = Binary.Where(test => test.TryGetProperty("score", out _)).ToArray();
        Assert.Equal(6, scored.Length);
        foreach (var test in scored)
        {
            var (targets, scores) = (Numbers(test, "y_true"), Numbers(test, "score"));
            var expected = MetricsOf(test);
            Assert.Equal(
                Confusion.Of(targets, Numbers(test, "y_pred")),
                Confusion.OfScores(targets, scores, Number(test, "threshold")));

            var (roc, points) = (Roc.Of(targets, scores), test.GetProperty("roc_points"));
            Assert.Equal(new RocPoint(double.PositiveInfinity, 0, 0), roc.Points[0]);
            Bits.Equal(
                Numbers(points, "threshold_score_at_least"),
                Vector.From(roc.Points.Skip(1).Select(point => point.Threshold)));
            Bits.Equal(
                Numbers(points, "fpr"), Vector.From(roc.Points.Skip(1).Select(one => one.FalsePositiveRate)));
            Bits.Equal(
                Numbers(points, "tpr"), Vector.From(roc.Points.Skip(1).Select(one => one.TruePositiveRate)));
            Bits.Equal(Number(expected, "roc_auc"), roc.Auc);
            Near.Equal(
                Number(expected, "average_precision"),
                PrecisionRecall.Of(targets, scores).AveragePrecision,
                Rounding.Gamma(44));

            var goodness = ProbabilityScores.Of(targets, scores);
            var mean = Rounding.Gamma(Rounding.Depth(60) + 4);
            Near.Equal(Number(expected, "log_loss"), goodness.LogLoss, mean);
            Near.Equal(Number(expected, "brier"), goodness.Brier, mean);
        }
    }

    [Fact]
    public void Tables_of_more_classes_have_the_reference_rates_and_means()
    {
        foreach (var test in Multiclass)
        {
            var table = Confusion.Of(
                Numbers(test, "y_true"), Numbers(test, "y_pred"), test.GetProperty("classes").GetInt32());
            var expected = MetricsOf(test);
            Assert.Equal(Rows(test, "confusion_rows_true_columns_predicted"), table.Counts);
            Assert.Equal(table, Confusion.OfCounts(table.Counts));
            Bits.Equal(Number(expected, "accuracy"), table.Accuracy);
            Bits.Equal(Number(expected, "error_rate"), table.ErrorRate);
            Near.Equal(Number(expected, "cohen_kappa"), table.CohenKappa, FewRoundings);

            var classes = Enumerable.Range(0, table.ClassCount).Select(table.Class).ToArray();
            var each = expected.GetProperty("per_class");
            Bits.Equal(Numbers(each, "support"), Vector.From(classes.Select(one => one.Positives)));
            Bits.Equal(Numbers(each, "precision"), Vector.From(classes.Select(one => one.Precision)));
            Bits.Equal(Numbers(each, "recall"), Vector.From(classes.Select(one => one.Recall)));
            Bits.Equal(Numbers(each, "f1"), Vector.From(classes.Select(one => one.F1)));
            foreach (var (counts, one) in expected.GetProperty("one_vs_rest").EnumerateArray().Zip(classes))
                Assert.Equal(Counts(counts), one);

            var means = expected.GetProperty("averages_undefined_counted_as_0");
            AssertClose(means.GetProperty("macro"), table.Macro());
            AssertClose(means.GetProperty("weighted"), table.Weighted());
            AssertClose(means.GetProperty("micro"), table.Micro);
        }
    }

    [Fact]
    public void Probabilities_of_three_classes_have_the_reference_log_loss()
    {
        var test = Multiclass.Single(one => one.TryGetProperty("probabilities", out _));
        var scores = ProbabilityScores.Of(Numbers(test, "y_true"), Rows(test, "probabilities"));
        Near.Equal(
            Number(MetricsOf(test), "log_loss"), scores.LogLoss, Rounding.Gamma(Rounding.Depth(30) + 3));
    }

    // Decimals are read with half a unit each, which a difference of 15 and 15.5 makes thirty times as much.
    [Fact]
    public void Predicted_numbers_have_the_reference_errors()
    {
        foreach (var test in Numeric)
        {
            var (targets, predictions) = (Numbers(test, "y_true"), Numbers(test, "y_pred"));
            var (errors, expected) = (RegressionErrors.Of(targets, predictions), MetricsOf(test));
            Near.Equal(Number(expected, "mse"), errors.MeanSquaredError, 1e-14);
            Near.Equal(Number(expected, "rmse"), errors.RootMeanSquaredError, 1e-14);
            Near.Equal(Number(expected, "mae"), errors.MeanAbsoluteError, 1e-14);
            Near.Equal(Number(expected, "r_squared"), errors.RSquared, 1e-14);
            Near.Equal(Number(expected, "max_error"), errors.MaxError, 1e-14);
            Near.Equal(Number(expected, "sse"), errors.MeanSquaredError * targets.Count, 1e-14);
        }
    }

    private static BinaryCounts Counts(JsonElement test) =>
        new(Number(test, "tp"), Number(test, "fp"), Number(test, "tn"), Number(test, "fn"));

    private static void AssertClose(JsonElement expected, AverageRates rates)
    {
        Close(Number(expected, "precision"), rates.Precision);
        Close(Number(expected, "recall"), rates.Recall);
        Close(Number(expected, "f1"), rates.F1);
    }

    private static void Close(double expected, double actual)
    {
        if (double.IsNaN(expected))
            Assert.True(double.IsNaN(actual));
        else
            Near.Equal(expected, actual, FewRoundings);
    }
}
