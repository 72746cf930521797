using Descent.Models;
using Xunit;

namespace Descent.Properties;

public sealed class ClassWeightsLaws
{
    private static readonly Dataset Data = ReferenceFits.BreastCancer;

    [Fact]
    public void A_weighted_learner_is_the_learner_on_weighted_data_and_nothing_else()
    {
        var learner = new LogisticRegression(new Ridge(0.01));
        var weighted = learner.WithClassWeights([1, 10]).Fit(Data);
        var plain = learner.Fit(Data.WithClassWeights([1, 10]));

        Assert.Equal(plain.Model, weighted.Model);
        Assert.Equal(plain.Report, weighted.Report);
        Assert.Equal(
            learner.Balanced().Fit(Data).Model,
            learner.Fit(Data.Balanced()).Model);
    }

    [Fact]
    public void Class_weights_multiply_row_weights()
    {
        var data = new Dataset(Matrix.FromRows([1.0], [2.0], [3.0]), [0, 1, 0], [0.5, 2, 1], ["a"]);
        var weighted = data.WithClassWeights([3, 5]);

        Assert.Equal(Vector.Of(1.5, 10, 3), weighted.Weights);
        Assert.Equal(data.FeatureNames.AsEnumerable(), weighted.FeatureNames);
        Assert.Equal(data.Targets, weighted.Targets);
    }

    [Fact]
    public void Balanced_classes_have_equal_weight_and_the_whole_keeps_its_own()
    {
        var balanced = Data.Balanced();

        // Sums of 569 weights, each rounded: γ of their depth is below 1e-13.
        Near.Equal(569 / 2.0, balanced.Weights.Dot(balanced.Targets), 1e-13);
        Near.Equal(569, balanced.Weights.Sum(), 1e-13);
        Near.Equal(569 / (2 * 212.0), balanced.Weights[0], 1e-15);
    }

    [Fact]
    public void Balanced_classes_stay_as_they_are()
    {
        var data = new Dataset(Matrix.FromRows([1.0], [2.0]), [0, 1]);
        Assert.Equal(Vector.Ones(2), data.Balanced().Weights);
    }

    [Fact]
    public void A_class_without_rows_or_weight_is_not_divided_by()
    {
        // Class 1 has no row, class 2 only one of weight 0.
        var data = new Dataset(
            Matrix.FromRows([1.0], [2.0], [3.0], [4.0]), [0, 0, 3, 2], [1, 1, 1, 0]);

        Assert.Equal(Vector.Of(0.75, 0.75, 1.5, 0), data.Balanced().Weights);
        var fit = new SoftmaxRegression(new Ridge(1)).Balanced().Fit(data);
        Assert.True(fit.Model.Weights.AsSpan2D().ToArray().Cast<double>().All(double.IsFinite));
    }

    [Fact]
    public void A_dear_class_is_predicted_more_often()
    {
        var learner = new LogisticRegression(new Ridge(0.1));
        double[] shares = [.. new[] { 0.1, 1, 10 }.Select(weight =>
            learner.WithClassWeights([1, weight]).Fit(Data).Model.Predict(Data.Features).Sum())];

        Assert.True(shares[0] < shares[1] && shares[1] < shares[2], string.Join(", ", shares));
    }

    [Fact]
    public void Weights_are_checked()
    {
        var learner = new LogisticRegression();
        Assert.ThrowsAny<ArgumentException>(() => learner.WithClassWeights([1, -1]));
        Assert.ThrowsAny<ArgumentException>(() => learner.WithClassWeights([1, double.NaN]));
        Assert.ThrowsAny<ArgumentException>(() => learner.WithClassWeights([]));
        Assert.ThrowsAny<ArgumentException>(() => Data.WithClassWeights([1]));
    }
}
