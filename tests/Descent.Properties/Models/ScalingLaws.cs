using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>
/// Who minds the units of a feature, and what a penalty selects: theory, on patients and on cells.
/// </summary>
public sealed class ScalingLaws
{
    private static readonly Dataset Patients = ReferenceFits.RawDiabetes;

    private static readonly Dataset Cells = ReferenceFits.RawBreastCancer;

    public static TheoryData<string> Untouched =>
        [.. Learners.Where(one => !one.Minds).Select(one => one.Name)];

    public static TheoryData<string> Touched =>
        [.. Learners.Where(one => one.Minds).Select(one => one.Name)];

    private static (string Name, ILearner Learner, Dataset Data, bool Minds)[] Learners =>
    [
        ("least squares", new LinearRegression(), Patients, false),
        ("regression tree", new CartRegressor(MaxDepth: 5), Patients, false),
        ("classification tree", new CartClassifier(MaxDepth: 5), Cells, false),
        ("standardized ridge",
            Prepare.Standardize().Then(new LinearRegression(new Ridge(0.1))), Patients, false),
        ("standardized lasso",
            Prepare.Standardize().Then(new LinearRegression(new Lasso(1))), Patients, false),
        ("standardized neighbours", Prepare.Standardize().Then(new KNearestRegressor()), Patients, false),
        ("neighbours", new KNearestRegressor(), Patients, true),
        ("votes of neighbours", new KNearestClassifier(), Cells, true),
        ("ridge", new LinearRegression(new Ridge(10)), Patients, true),
        ("lasso", new LinearRegression(new Lasso(1)), Patients, true),
        ("logistic ridge", new LogisticRegression(new Ridge(1)), Cells, true),
    ];

    // Every other row is learned from and the rest predicted. The third feature in other units: x ↦ 1024 x +
    // 8. Powers of two leave all digits of the products, so
    // what moves a prediction is not the change of units.
    [Theory]
    [MemberData(nameof(Untouched))]
    public void Predictions_do_not_hang_on_the_units_of_a_feature(string name)
    {
        var (before, after) = Predictions(name);

        // Both fits are right to about 1e-9 of numbers up to 346, the largest target.
        for (var i = 0; i < before.Count; i++)
            Assert.InRange(after[i], before[i] - 1e-6, before[i] + 1e-6);
    }

    [Theory]
    [MemberData(nameof(Touched))]
    public void Predictions_hang_on_the_units_of_a_feature(string name)
    {
        var (before, after) = Predictions(name);

        Assert.True((after - before).NormInf > 0.4, $"{(after - before).NormInf}");
    }

    [Fact]
    public void The_lasso_zeroes_weights_and_ridge_does_not()
    {
        var data = ReferenceFits.Diabetes;
        var lasso = LinearRegression.Fit(data, new Lasso(5)).Model.Weights;
        var ridge = LinearRegression.Fit(data, new Ridge(5)).Model.Weights;

        Assert.InRange(lasso.Count(w => w == 0), 1, lasso.Count - 1);
        Assert.DoesNotContain(0, ridge);
    }

    [Fact]
    public void Of_two_dependent_features_the_lasso_keeps_the_one_of_the_larger_scale()
    {
        foreach (var factor in new[] { 2.0, 0.5 })
        {
            var data = WithMultiple(ReferenceFits.Diabetes, column: 2, factor);
            var weights = LinearRegression.Fit(data, new Lasso(1)).Model.Weights;

            // A unit of effect costs λ / scale: the smaller one buys nothing that the larger has not.
            var (first, last) = (weights[2], weights[^1]);
            Assert.Equal(0, factor > 1 ? first : last);
            Assert.NotEqual(0, factor > 1 ? last : first);
        }
    }

    [Fact]
    public void With_dependent_features_weights_are_not_unique_and_predictions_are()
    {
        var data = WithMultiple(ReferenceFits.Diabetes, column: 2, 2);
        var shortest = new LinearRegression().Fit(data).Model;
        // 1 taken from the feature and a half given to its double.
        var other = shortest with
        {
            Weights = Vector.From(shortest.Weights.Select((w, j) => j == 2 ? w - 1 : j == 10 ? w + 0.5 : w)),
        };
        var alone = new LinearRegression().Fit(ReferenceFits.Diabetes).Model;

        Assert.True(other.Weights.Norm > shortest.Weights.Norm);
        var expected = alone.Predict(ReferenceFits.Diabetes.Features);
        foreach (var model in new[] { shortest, other })
            // Predictions up to 346 of least squares whose condition is 22: rounding is about 1e-12.
            Assert.True((model.Predict(data.Features) - expected).NormInf < 1e-10);
    }

    private static (Vector Before, Vector After) Predictions(string name)
    {
        var (_, learner, data, _) = Learners.Single(one => one.Name == name);
        var other = data.WithFeatures(Matrix.From(data.Count, data.FeatureCount, (i, j) =>
            j == 2 ? (1024 * data.Features[i, j]) + 8 : data.Features[i, j]), data.FeatureNames);
        return (Predicted(learner, data), Predicted(learner, other));
    }

    private static Vector Predicted(ILearner learner, Dataset data)
    {
        var train = data.Select(Enumerable.Range(0, data.Count).Where(i => i % 2 == 0));
        var test = data.Select(Enumerable.Range(0, data.Count).Where(i => i % 2 == 1));
        return learner.Fit(train).Model.Predict(test.Features);
    }

    private static Dataset WithMultiple(Dataset data, int column, double factor) =>
        data.WithFeatures(
            Matrix.From(data.Count, data.FeatureCount + 1, (i, j) =>
                j < data.FeatureCount ? data.Features[i, j] : factor * data.Features[i, column]),
            [.. data.FeatureNames, "multiple"]);
}
