using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>The named metrics, each against what it is made of.</summary>
public sealed class MetricLaws
{
    private static readonly Dataset Rows = new(
        Matrix.FromRows([-2], [-1], [0.5], [1], [2]), [0, 1, 0, 1, 1], [1, 2, 1, 1, 0.5]);

    private static readonly LogisticModel Logistic = new([1.5], 0.25);
    private static readonly LinearModel Line = new([1.5], 0.25);

    [Fact]
    public void Metrics_of_classes_are_those_of_the_table()
    {
        var table = Confusion.Of(Rows, Logistic);
        Assert.Equal(
            Confusion.Of(Rows.Targets, Logistic.Predict(Rows.Features), 2, Rows.Weights), table);
        Bits.Equal(
            [
                table.Accuracy, table.ErrorRate, table.BalancedAccuracy, table.Precision, table.Recall,
                table.F1, table.Macro().F1,
            ],
            Values(
                Logistic, Metric.Accuracy, Metric.ErrorRate, Metric.BalancedAccuracy, Metric.Precision,
                Metric.Recall, Metric.F1, Metric.MacroF1));
    }

    [Fact]
    public void Metrics_of_scores_are_those_of_the_curves_and_probabilities()
    {
        var scores = Logistic.Scores(Rows.Features);
        var good = ProbabilityScores.Of(Rows, Logistic);
        Bits.Equal(
            [
                Roc.Of(Rows.Targets, scores, Rows.Weights).Auc,
                PrecisionRecall.Of(Rows.Targets, scores, Rows.Weights).AveragePrecision,
                good.LogLoss, good.Brier,
            ],
            Values(
                Logistic, Metric.AreaUnderRoc, Metric.AveragePrecision, Metric.LogLoss, Metric.Brier));
        Near.Equal(
            new EmpiricalRisk(Rows, Loss.Logistic).Evaluate(Logistic.Parameters).Loss, good.LogLoss, 1e-14);
    }

    [Fact]
    public void Metrics_of_numbers_are_the_errors()
    {
        var errors = RegressionErrors.Of(Rows.Targets, Line.Predict(Rows.Features), Rows.Weights);
        Bits.Equal(
            [
                errors.MeanSquaredError, errors.RootMeanSquaredError, errors.MeanAbsoluteError,
                errors.RSquared,
            ],
            Values(
                Line, Metric.MeanSquaredError, Metric.RootMeanSquaredError, Metric.MeanAbsoluteError,
                Metric.RSquared));
        Near.Equal(
            new EmpiricalRisk(Rows, Loss.Squared).Evaluate(Line.Parameters).Loss,
            errors.MeanSquaredError, 1e-14);
    }

    [Fact]
    public void Greater_is_better_of_all_but_losses_and_errors()
    {
        Metric[] lower =
        [
            Metric.ErrorRate, Metric.LogLoss, Metric.Brier, Metric.MeanSquaredError,
            Metric.RootMeanSquaredError, Metric.MeanAbsoluteError,
        ];
        var all = typeof(Metric).GetProperties()
            .Where(property => property.PropertyType == typeof(Metric))
            .Select(property => (Metric)property.GetValue(null)!).ToArray();
        Assert.Equal(15, all.Length);
        Assert.All(all, metric => Assert.Equal(!lower.Contains(metric), metric.HigherIsBetter));
        Assert.Equal(all.Length, all.Select(metric => metric.Name).Distinct().Count());
        Assert.All(all, metric => Assert.Equal(metric.Name, metric.ToString()));
    }

    [Fact]
    public void A_classifier_is_judged_by_accuracy_and_another_model_by_R_squared()
    {
        Assert.Same(Metric.Accuracy, Metric.DefaultFor(Logistic));
        Assert.Same(Metric.RSquared, Metric.DefaultFor(Line));
    }

    [Fact]
    public void A_metric_that_a_model_has_no_answer_to_says_what_is_missing()
    {
        var classes = Assert.Throws<ArgumentException>(() => Metric.Accuracy.Of(Rows, Line));
        Assert.Contains("accuracy is asked of a LinearModel", classes.Message);
        Assert.Contains("IClassifier", classes.Message);
        var probabilities = Assert.Throws<ArgumentException>(() => Metric.LogLoss.Of(Rows, new Sign()));
        Assert.Contains("log-loss is asked of a Sign", probabilities.Message);
        Assert.Contains("IProbabilisticClassifier", probabilities.Message);
        Assert.Contains(
            "model has 3 classes",
            Assert.Throws<ArgumentException>(() => Metric.AreaUnderRoc.Of(Rows, new Sign(3))).Message);
        Assert.Throws<ArgumentNullException>(() => Metric.Accuracy.Of(null!, Logistic));
        Assert.Throws<ArgumentNullException>(() => Metric.RSquared.Of(Rows, null!));
    }

    [Fact]
    public void A_class_that_a_model_has_never_seen_is_an_error_of_probability_0()
    {
        var test = new Dataset(Rows.Features, [0, 0, 1, 1, 2]);
        Assert.Equal(0.8, Metric.Accuracy.Of(test, Logistic));
        Assert.Equal(3, Confusion.Of(test, Logistic).ClassCount);
        Assert.Equal(double.PositiveInfinity, Metric.LogLoss.Of(test, Logistic));
        Assert.True(Metric.Brier.Of(test, Logistic) > 0.2);
    }

    [Fact]
    public void Classes_that_the_test_rows_lack_keep_their_place()
    {
        var table = Confusion.Of(Rows, new Sign(4));
        Assert.Equal(4, table.ClassCount);
        Assert.Equal(Confusion.Of(Rows, new Sign()).Accuracy, table.Accuracy);
        Assert.Equal(Confusion.Of(Rows, new Sign()).Macro(), table.Macro());
    }

    [Fact]
    public void A_model_that_diverged_has_metrics_that_are_no_numbers()
    {
        var diverged = new LogisticModel([double.NaN], 0);
        Assert.Equal(
            Confusion.Of(Rows.Targets, Vector.Zeros(5), 2, Rows.Weights), Confusion.Of(Rows, diverged));
        Assert.All(
            Values(diverged, Metric.LogLoss, Metric.Brier, Metric.AreaUnderRoc, Metric.AveragePrecision),
            value => Assert.True(double.IsNaN(value)));
        Assert.Empty(Roc.Of(Rows, diverged).Points);
    }

    private static Vector Values(IModel model, params Metric[] metrics) =>
        Vector.From(metrics.Select(metric => metric.Of(Rows, model)));

    /// <summary>Class 1 where the feature is above 0, without probabilities.</summary>
    private sealed class Sign(int classes = 2) : IClassifier
    {
        public int FeatureCount => 1;

        public int ClassCount => classes;

        public Matrix Discriminants(Matrix features) =>
            Matrix.From(features.Rows, classes, (i, k) => k == 1 ? features[i, 0] : k == 0 ? 0 : -10);

        public Vector Predict(Matrix features) => features.Column(0).Map(x => x > 0 ? 1 : 0);
    }
}
