using Descent.Models;
using Xunit;

namespace Descent.Properties;

public sealed class PolynomialRegressionLaws
{
    private static readonly Vector Years = Range(1975, 50);

    // Targets and coefficients are small whole numbers; in standardized products the condition is below 100,
    // so rounding is below 1e-12.
    [Fact]
    public void It_finds_a_polynomial_and_prints_it()
    {
        var data = Of(Range(-5, 11), x => 1 - (2 * x) + (0.5 * x * x));
        var fit = new PolynomialRegression(2).Fit(data);

        var plain = fit.Model.InOriginalUnits();
        Assert.InRange((plain.Weights - Vector.Of(-2, 0.5)).NormInf, 0, 1e-12);
        Assert.InRange(plain.Bias - 1, -1e-12, 1e-12);
        Assert.Equal("y = 1 - 2 x1 + 0.5 x1^2", fit.Model.ToString());
    }

    [Fact]
    public void It_finds_products_of_features_in_their_order()
    {
        var features = Matrix.From(25, 2, (i, j) => j == 0 ? i % 5 : i / 5);
        var targets = Vector.From(Enumerable.Range(0, 25)
            .Select(i => 3 + (features[i, 0] * features[i, 1]) - (2 * features[i, 1] * features[i, 1])));
        var plain = new PolynomialRegression(2).Fit(new(features, targets)).Model.InOriginalUnits();

        // x1, x2, x1², x1 x2, x2².
        Assert.InRange((plain.Weights - Vector.Of(0, 0, 0, 1, -2)).NormInf, 0, 1e-12);
    }

    // Powers of 2000 up to the third are dependent to 1e-12 and would lose all digits. In standardized years
    // targets of size 1e3 are met to rounding.
    [Fact]
    public void It_is_well_conditioned_far_from_zero()
    {
        var data = Of(Years, x => 3 + (0.5 * (x - 2000)) + (0.01 * (x - 2000) * (x - 2000) * (x - 2000)));
        var fit = new PolynomialRegression(3).Fit(data);

        Assert.InRange((fit.Model.Predict(data.Features) - data.Targets).NormInf, 0, 1e-10);
        Near.Equal(0.01, fit.Model.InOriginalUnits().Weights[2], 1e-9);
    }

    // Degree 1 is a plane, whatever the basis: both are least squares on the same columns.
    [Fact]
    public void Of_degree_one_it_is_linear_regression()
    {
        var data = ReferenceFits.RawDiabetes;
        var plane = new PolynomialRegression(1).Fit(data).Model;
        var linear = new LinearRegression().Fit(data).Model;

        Assert.InRange((plane.Predict(data.Features) - linear.Predict(data.Features)).NormInf, 0, 1e-9);
        Near.Equal(linear.Weights, plane.InOriginalUnits().Weights, 1e-9);
    }

    // The same least squares, on products as they are; these have a condition of about 1e3 beside targets of
    // up to 346.
    [Fact]
    public void Without_a_penalty_it_is_least_squares_on_the_products()
    {
        var data = ReferenceFits.Diabetes;
        var direct = new LinearRegression().Fit(new PolynomialFeatures(2).Transform(data));
        var fit = new PolynomialRegression(2).Fit(data);

        Near.Equal(
            ((MinimizationReport)direct.Report).Loss, ((MinimizationReport)fit.Report).Loss, 1e-12);
        var products = new PolynomialFeatures(2).Transform(data).Features;
        Assert.InRange(
            (direct.Model.Predict(products) - fit.Model.Predict(data.Features)).NormInf, 0, 1e-8);
    }

    [Fact]
    public void In_original_units_it_predicts_the_same()
    {
        var data = ReferenceFits.RawDiabetes;
        var model = new PolynomialRegression(2, new Ridge(0.1)).Fit(data).Model;

        // The terms are up to 1e5 in size here, with coefficients of both signs: 1e-16 · 1e5 · 65 terms.
        var plain = model.InOriginalUnits();
        Assert.InRange((model.Predict(data.Features) - plain.Predict(data.Features)).NormInf, 0, 1e-8);
        Assert.Equal(plain, plain.InOriginalUnits());
    }

    [Fact]
    public void It_starts_from_a_model_of_other_rows()
    {
        var data = ReferenceFits.RawDiabetes;
        var learner = new PolynomialRegression(2, new Lasso(1));
        var half = learner.Fit(data.Select(Enumerable.Range(0, 221))).Model;
        var start = learner.ModelOf(data, learner.Training(data, half).First().Parameters);

        // The same polynomial, in the centres and scales of all rows.
        Assert.NotEqual(half.Center, start.Center);
        Assert.InRange((half.Predict(data.Features) - start.Predict(data.Features)).NormInf, 0, 1e-9);
        Assert.Throws<ArgumentException>(() => new PolynomialRegression(1).Fit(data, half));
    }

    [Fact]
    public void A_constant_feature_changes_no_prediction()
    {
        var data = Of(Years, x => x * x);
        var wider = data.WithFeatures(Matrix.From(50, 2, (i, j) => j == 0 ? Years[i] : 7));
        var (plain, other) = (new PolynomialRegression(2).Fit(data), new PolynomialRegression(2).Fit(wider));

        var off = plain.Model.Predict(data.Features) - other.Model.Predict(wider.Features);
        Assert.InRange(off.NormInf, 0, 1e-7);
    }

    [Fact]
    public void Sparse_rows_are_predicted_alike()
    {
        var model = new PolynomialRegression(2).Fit(ReferenceFits.RawDiabetes).Model;
        var features = ReferenceFits.RawDiabetes.Features;
        Bits.Equal(model.Predict(features), model.Predict(features.ToSparse()));
    }

    private static Vector Range(int first, int count) =>
        Vector.From(Enumerable.Range(first, count).Select(x => (double)x));

    private static Dataset Of(Vector x, Func<double, double> y) =>
        new(Matrix.From(x.Count, 1, (i, _) => x[i]), x.Map(y));
}
