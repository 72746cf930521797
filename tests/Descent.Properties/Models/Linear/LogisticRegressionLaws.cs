using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)], MaxTest = 100)]
public sealed class LogisticRegressionLaws
{
    // The rows 0 and 1 below 2 and 3: every threshold between separates them.
    private static readonly Dataset Separable =
        new(Matrix.FromRows([0.0], [1.0], [2.0], [3.0]), [0, 0, 1, 1]);

    [Fact]
    public void A_fitted_model_takes_three_lines()
    {
        var train = ReferenceFits.BreastCancer;
        var row = Vector.Create(train.Features.Row(0));

        var fit = LogisticRegression.Fit(train, new Ridge(0.01));
        var report = $"{fit.Report}";
        double p = fit.Model.Probability(row);

        Assert.InRange(p, 0, 0.01);
        Assert.StartsWith(
            "Logistic loss + Ridge(0.01) on 569 samples of 30 features, by Newton's method\n", report,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Separated_classes_end_a_run_soon_and_the_report_says_why()
    {
        foreach (var data in new[] { Separable, ReferenceFits.BreastCancer, ReferenceFits.RawBreastCancer })
        {
            var fit = new LogisticRegression().Fit(data);
            var report = (MinimizationReport)fit.Report;

            Assert.False(report.Converged);
            Assert.InRange(report.Steps, 1, 30);
            Assert.Contains("the classes are separated", report.ToString(), StringComparison.Ordinal);
            Assert.Equal(data.Targets, fit.Model.Predict(data.Features));
            Assert.True(fit.Model.Weights.IsFinite);

            // Twice the weights have a lower loss, and so on: there is no minimum.
            var risk = new LogisticRegression().Risk(data);
            Assert.True(risk.Evaluate(2 * fit.Model.Parameters).Loss < report.Loss);
        }
    }

    // With a penalty the weights are held, and the sign of every weight of a set may be free: then not.
    [Fact]
    public void Separated_classes_have_a_minimum_where_a_penalty_rises()
    {
        IPenalty[] held = [new Ridge(1e-6), new Lasso(1e-4), new ElasticNet(1e-3), new Box(-5, 5)];
        foreach (var penalty in held)
        {
            var report = LogisticRegression.Fit(Separable, penalty).Report;
            Assert.True(report.Converged, report.ToString());
        }

        foreach (var penalty in new IPenalty[] { new Ridge(0), new NonNegative() })
            Assert.False(LogisticRegression.Fit(Separable, penalty).Report.Converged);
    }

    [Fact]
    public void Rows_on_the_separating_plane_do_not_make_a_minimum()
    {
        // At x = 1 both classes: the plane is there, and turning it sharper costs nothing.
        var data = new Dataset(Matrix.FromRows([0.0], [1.0], [1.0], [2.0]), [0, 0, 1, 1]);
        var report = (MinimizationReport)new LogisticRegression().Fit(data).Report;

        Assert.False(report.Converged, report.ToString());
        Assert.InRange(report.Steps, 1, 60);
        Assert.Contains("falls for ever", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_rows_has_no_minimum_and_ends_soon()
    {
        var ones = new Dataset(Separable.Features, [1, 1, 1, 1]);
        foreach (var penalty in new IPenalty?[] { null, new Ridge(1), new Lasso(1), new ElasticNet(1) })
        {
            var fit = new LogisticRegression(penalty).Fit(ones);
            var report = (MinimizationReport)fit.Report;
            Assert.False(report.Converged, report.ToString());
            Assert.InRange(report.Steps, 1, 60);
            Assert.Equal(Vector.Ones(4), fit.Model.Predict(ones.Features));
        }
    }

    [Fact]
    public void Classes_that_overlap_have_a_minimum()
    {
        var data = new Dataset(Matrix.FromRows([0.0], [1.0], [2.0], [3.0]), [0, 1, 0, 1]);
        var fit = new LogisticRegression().Fit(data);

        Assert.True(fit.Report.Converged, fit.Report.ToString());
        // By symmetry p = ½ in the middle.
        Assert.InRange(fit.Model.Score([1.5]), -1e-9, 1e-9);
    }

    // The mean of the predicted probabilities is the share of class 1, where the bias is free: its entry of
    // the gradient is 0, to the rule's 1e-10 of the slope at 0, ½.
    [Property]
    public void Probabilities_have_the_mean_of_the_targets(Classification sample)
    {
        var fit = LogisticRegression.Fit(sample.Data, new Ridge(0.5));
        if (!fit.Report.Converged)
        {
            // One class alone has no minimum.
            Assert.Single(Counted(sample.Data).Distinct());
            return;
        }

        var data = sample.Data;
        var p = fit.Model.Probabilities(data.Features).Column(1);
        var total = data.Weights.Sum();
        Assert.InRange((p - data.Targets).Dot(data.Weights) / total, -1e-10, 1e-10);
    }

    [Property]
    public void Probabilities_are_two_parts_of_one_and_classes_the_greater(Classification sample)
    {
        var model = new LogisticRegression().ModelOf(sample.Data, sample.Parameters);
        var p = model.Probabilities(sample.Data.Features);
        var classes = model.Predict(sample.Data.Features);
        for (var i = 0; i < p.Rows; i++)
        {
            Assert.InRange(p[i, 0] + p[i, 1], 1 - 4e-16, 1 + 4e-16);
            Assert.Equal(classes[i], model.Discriminants(sample.Data.Features)[i, 1] > 0 ? 1 : 0);
            Assert.True(p[i, (int)classes[i]] >= 0.5);
        }
    }

    [Property]
    public void Scores_of_a_model_are_those_of_the_risk_bit_for_bit(Classification sample, bool bias)
    {
        var learner = new LogisticRegression { Bias = bias };
        var parameters = bias ? sample.Parameters : sample.Parameters[..^1];
        var scores = learner.Risk(sample.Data).Scores(parameters);
        Bits.Equal(scores, learner.ModelOf(sample.Data, parameters).Scores(sample.Data.Features.ToSparse()));
        Bits.Equal(scores, learner.ModelOf(sample.Data, parameters).Scores(sample.Data.Features));
    }

    [Fact]
    public void Targets_that_are_no_classes_are_refused()
    {
        var data = new Dataset(Separable.Features, [0, 1, 2, 1]);
        Assert.Throws<ArgumentException>(() => new LogisticRegression().Fit(data));
    }

    private static IEnumerable<double> Counted(Dataset data) =>
        data.Targets.Zip(data.Weights).Where(row => row.Second > 0).Select(row => row.First);
}
