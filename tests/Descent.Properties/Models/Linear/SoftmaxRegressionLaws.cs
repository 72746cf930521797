using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)], MaxTest = 100)]
public sealed class SoftmaxRegressionLaws
{
    // Ridge λ on both rows is least, for a given difference w, where they are w/2 and −w/2: λ/2 · ‖w‖²/2, so
    // ridge λ/2 on w. Both fits have relative gradients below 1e-12, so gradients below 1e-12 √31; the least
    // curvature of a weight is λ/2 = 0.05, of the bias that of the mean of p (1 − p), above 0.03 here.
    [Fact]
    public void Softmax_of_two_classes_is_logistic_regression()
    {
        var data = ReferenceFits.BreastCancer;
        var softmax = SoftmaxRegression.Fit(data, new Ridge(0.1)).Model;
        var logistic = LogisticRegression.Fit(data, new Ridge(0.05)).Model;

        var weights = Vector.Create(softmax.Weights.Row(1)) - Vector.Create(softmax.Weights.Row(0));
        const double bound = 2 * 1e-12 * 5.6 / 0.03;
        Assert.InRange((weights - logistic.Weights).Norm, 0, bound);
        Assert.InRange(softmax.Biases[1] - softmax.Biases[0] - logistic.Bias, -bound, bound);
    }

    // The gradient of the loss sums to 0 over the classes, so that λ Σ wₖ is at most what the rule leaves of
    // the gradient, 1e-12 for each class: 3e-12 / 0.01. Biases, and weights without a penalty, are moved to
    // have the mean 0, which rounds numbers of at most 100.
    [Fact]
    public void Weights_and_biases_sum_to_zero_over_the_classes()
    {
        foreach (var penalty in new IPenalty?[] { null, new Ridge(0.01) })
        {
            var model = new SoftmaxRegression(penalty).Fit(ReferenceFits.Irises).Model;
            Assert.InRange(model.Biases.Sum(), -1e-13, 1e-13);
            for (var j = 0; j < 4; j++)
                Assert.InRange(model.Weights.Column(j).Sum(), -3e-10, 3e-10);
        }
    }

    [Fact]
    public void What_is_added_to_all_classes_changes_no_model()
    {
        var (data, learner) = (ReferenceFits.Irises, new SoftmaxRegression());
        Vector row = [1, 2, 3, 4, 5];
        var plain = learner.ModelOf(data, [.. row, .. -row, .. 0 * row]);

        Assert.Equal(plain, learner.ModelOf(data, [.. 3 * row, .. row, .. 2 * row]));
    }

    [Fact]
    public void Raw_irises_converge_with_ridge_and_have_no_minimum_without()
    {
        var ridge = SoftmaxRegression.Fit(ReferenceFits.RawIrises, new Ridge(0.01)).Report;
        Assert.True(ridge.Converged, ridge.ToString());

        // The first species is separated from the others, which overlap.
        var plain = (MinimizationReport)new SoftmaxRegression().Fit(ReferenceFits.RawIrises).Report;
        Assert.False(plain.Converged, plain.ToString());
        Assert.InRange(plain.Steps, 1, 60);
        Assert.Contains("falls for ever", plain.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_classes_is_that_of_the_data_or_the_one_that_is_asked_for()
    {
        var data = ReferenceFits.Irises;
        Assert.Equal(3, SoftmaxRegression.Fit(data, new Ridge(1)).Model.ClassCount);

        var four = new SoftmaxRegression(new Ridge(1)) { Classes = 4 }.Fit(data);
        Assert.Equal(4, four.Model.ClassCount);
        Assert.False(four.Report.Converged);
        Assert.All(four.Model.Probabilities(data.Features).Column(3), p => Assert.InRange(p, 0, 1e-6));

        Assert.Throws<ArgumentException>(() => new SoftmaxRegression { Classes = 2 }.Fit(data));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxRegression { Classes = 1 });
    }

    [Fact]
    public void The_lasso_makes_weights_zero_and_ridge_does_not()
    {
        var lasso = SoftmaxRegression.Fit(ReferenceFits.Irises, new Lasso(0.05));
        var ridge = SoftmaxRegression.Fit(ReferenceFits.Irises, new Ridge(0.05));

        Assert.True(lasso.Report.Converged, lasso.Report.ToString());
        Assert.Contains(EntriesOf(lasso.Model), w => w is 0);
        Assert.DoesNotContain(EntriesOf(ridge.Model), w => w is 0);
    }

    [Property]
    public void Of_parameters_that_sum_to_zero_the_scores_are_those_of_the_risk_bit_for_bit(
        Classification sample, bool bias)
    {
        var learner = new SoftmaxRegression { Classes = 3, Bias = bias };
        var risk = learner.Risk(sample.Data);
        var row = bias ? sample.Parameters : sample.Parameters[..^1];
        Vector parameters = [.. row, .. -row, .. 0 * row];
        var model = learner.ModelOf(sample.Data, parameters);
        var features = sample.Data.Features;

        Assert.Equal(risk.Scores(parameters), model.Discriminants(features));
        Assert.Equal(risk.Scores(parameters), model.Discriminants(features.ToSparse()));
        Assert.Equal(risk.Probabilities(parameters, features), model.Probabilities(features));
        Assert.Equal(risk.Predict(parameters, features), model.Predict(features));
    }

    // Each of three parts is rounded, and so are their sums: 4 ε.
    [Property]
    public void Probabilities_are_parts_of_one_and_the_class_is_the_greatest(Classification sample)
    {
        var row = sample.Parameters;
        Vector parameters = [.. row, .. -row, .. Vector.Ones(row.Count)];
        var model = new SoftmaxRegression { Classes = 3 }.ModelOf(sample.Data, parameters);
        var (p, classes) =
            (model.Probabilities(sample.Data.Features), model.Predict(sample.Data.Features));
        for (var i = 0; i < p.Rows; i++)
        {
            var shares = p.Row(i).ToArray();
            Assert.InRange(shares.Sum(), 1 - 1e-15, 1 + 1e-15);
            Assert.All(shares, share => Assert.InRange(share, 0, 1));
            Assert.Equal(shares.Max(), shares[(int)classes[i]]);
        }
    }

    [Fact]
    public void Probabilities_are_finite_for_scores_of_any_size()
    {
        var model = new SoftmaxModel(Matrix.FromRows([1e300], [-1e300], [0.0]), [0, 0, 0]);

        Assert.Equal([1, 0, 0], model.Probabilities([1e5]).AsEnumerable());
        Assert.Equal(1, model.Predict([-1e5]));
    }

    [Fact]
    public void A_model_has_as_many_biases_as_rows()
    {
        Assert.Throws<ArgumentException>(() => new SoftmaxModel(Matrix.FromRows([1.0], [2.0]), [0]));
        Assert.ThrowsAny<ArgumentException>(() => new SoftmaxModel(Matrix.FromRows([1.0]), [0]));
    }

    [Fact]
    public void More_than_five_hundred_parameters_are_fitted_without_their_matrix()
    {
        Seed seed = 3;
        var data = new Dataset(
            Matrix.From(300, 60, (i, j) => seed.Normal((i * 60) + j)),
            Vector.From(Enumerable.Range(0, 300).Select(i => (double)(i % 10))));
        var report = (MinimizationReport)SoftmaxRegression.Fit(data, new Ridge(0.1)).Report;

        Assert.Contains("trust-region", report.Method, StringComparison.Ordinal);
        Assert.True(report.Converged, report.ToString());
    }

    private static IEnumerable<double> EntriesOf(SoftmaxModel model) =>
        Enumerable.Range(0, model.ClassCount).SelectMany(k => model.Weights.Row(k).ToArray());
}
