using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators), typeof(Generators)], MaxTest = 100)]
public sealed class LinearRegressionLaws
{
    [Property]
    public void Ridge_of_strength_zero_is_least_squares(Regression sample, bool bias)
    {
        var ridge = new LinearRegression(new Ridge(0)) { Bias = bias }.Fit(sample.Data);
        var plain = new LinearRegression { Bias = bias }.Fit(sample.Data);

        Assert.Equal(plain.Model, ridge.Model);
    }

    [Property]
    public void Least_squares_is_the_closed_form_to_the_bit(Regression sample, bool bias)
    {
        var fit = new LinearRegression { Bias = bias }.Fit(sample.Data);

        Vector parameters = bias ? fit.Model.Parameters : fit.Model.Weights;
        Assert.Equal(NormalEquations.LeastSquares(sample.Data, bias), parameters);
        Assert.True(bias || fit.Model.Bias is 0);
    }

    [Property]
    public void Scores_of_a_model_are_those_of_the_risk_bit_for_bit(Regression sample, bool bias)
    {
        var learner = new LinearRegression { Bias = bias };
        var parameters = bias ? sample.Parameters : sample.Parameters[..^1];
        var model = learner.ModelOf(sample.Data, parameters);
        var scores = learner.Risk(sample.Data).Scores(parameters);
        Bits.Equal(scores, model.Predict(sample.Data.Features));
        Bits.Equal(scores, model.Predict(sample.Data.Features.ToSparse()));
    }

    // λ_max is the greatest |Σ (yᵢ − ȳ) xᵢⱼ| / N: the slope of the loss at zero weights and the best bias.
    [Fact]
    public void From_the_greatest_correlation_on_the_lasso_is_all_zero()
    {
        var data = ReferenceFits.Diabetes;
        var greatest = PenaltyStrengths.Greatest(new EmpiricalRisk(data, Loss.HalfSquared));
        var none = new LinearRegression(new Lasso(greatest * (1 + 1e-12))).Fit(data).Model;
        var some = new LinearRegression(new Lasso(greatest * 0.999)).Fit(data).Model;

        Assert.Equal(Vector.Zeros(10), none.Weights);
        Near.Equal(data.Targets.Sum() / data.Count, none.Bias, 1e-13);
        Assert.Single(some.Weights, w => w is not 0);
    }

    [Fact]
    public void The_lasso_makes_weights_zero_and_ridge_does_not()
    {
        foreach (var strength in new[] { 1.0, 5, 20 })
        {
            var lasso = LinearRegression.Fit(ReferenceFits.Diabetes, new Lasso(strength)).Model;
            var ridge = LinearRegression.Fit(ReferenceFits.Diabetes, new Ridge(strength)).Model;
            Assert.Contains(lasso.Weights, w => w is 0);
            Assert.DoesNotContain(ridge.Weights, w => w is 0);
        }
    }

    // Where u = c v, a weight on u does what c times as much does on v, and costs 1 / c: so with |c| > 1 all
    // of it goes to u. Ridge shares: to give both something costs less than the sum.
    [Property]
    public void Of_two_dependent_features_the_lasso_keeps_the_one_with_the_larger_scale(
        bool larger, bool negative)
    {
        var factor = (larger ? 3 : 1 / 3.0) * (negative ? -1 : 1);
        var column = ReferenceFits.Diabetes.Features.Column(2);
        var data = new Dataset(
            Matrix.From(column.Count, 2, (i, j) => j == 0 ? column[i] : factor * column[i]),
            ReferenceFits.Diabetes.Targets);
        var lasso = LinearRegression.Fit(data, new Lasso(1)).Model.Weights;
        var ridge = LinearRegression.Fit(data, new Ridge(1)).Model.Weights;

        Assert.Equal(larger, lasso[0] is 0);
        Assert.Equal(!larger, lasso[1] is 0);
        Assert.DoesNotContain(ridge, w => w is 0);
    }

    // The answers are refined to rounding. What the new unit rounds are the features: a shift of s deviations
    // rounds them by s ε/2 of a deviation, at most 1000 · 1.1e-16 here, times weights of up to 38 a deviation
    // and the condition of the columns, 22: 1e-10.
    [Property]
    public void Predictions_of_least_squares_do_not_depend_on_the_unit_of_a_feature(
        PositiveReal scale, Finite shift, SmallCount which)
    {
        var data = ReferenceFits.Diabetes;
        var j = which % 10;
        var changed = data.WithFeatures(Matrix.From(data.Count, 10, (i, k) =>
            k == j ? scale * (data.Features[i, k] + shift) : data.Features[i, k]));
        var (plain, other) = (new LinearRegression().Fit(data), new LinearRegression().Fit(changed));

        var off = plain.Model.Predict(data.Features) - other.Model.Predict(changed.Features);
        Assert.InRange(off.NormInf, 0, 1e-9);
        Near.Equal(plain.Model.Weights[j], other.Model.Weights[j] * scale, 1e-8);
    }

    [Fact]
    public void With_dependent_features_predictions_are_unique_and_coefficients_are_not()
    {
        var data = ReferenceFits.Diabetes;
        var wider = data.WithFeatures(Matrix.From(data.Count, 11, (i, j) =>
            j < 10 ? data.Features[i, j] : (2 * data.Features[i, 0]) - (3 * data.Features[i, 1])));
        var (plain, other) = (new LinearRegression().Fit(data), new LinearRegression().Fit(wider));
        var predictions = other.Model.Predict(wider.Features);

        // Coefficients below 40 of columns below 10 in size, of condition 22: rounding is below 1e-11.
        Assert.InRange((plain.Model.Predict(data.Features) - predictions).NormInf, 0, 1e-9);
        Near.Equal(
            ((MinimizationReport)plain.Report).Loss, ((MinimizationReport)other.Report).Loss, 1e-12);

        Vector nothing = [2, -3, .. Vector.Zeros(8), -1];
        var third = other.Model with { Weights = other.Model.Weights + (5 * nothing) };
        Assert.InRange((third.Predict(wider.Features) - predictions).NormInf, 0, 1e-9);

        // The fit is the shortest of them: no part of it lies along what changes no prediction.
        Assert.InRange(other.Model.Weights.Dot(nothing), -1e-9, 1e-9);
        Assert.True(other.Model.Weights.Norm < third.Weights.Norm);
    }

    // Powers of two scale every product, sum and quotient of the run exactly, so it takes the same steps.
    [Fact]
    public void Units_do_not_change_when_a_fit_stops()
    {
        var data = ReferenceFits.RawDiabetes;
        var scaled = new Dataset(
            Matrix.From(data.Count, 10, (i, j) => Math.ScaleB(data.Features[i, j], 5 * (j - 5))),
            data.Targets.Map(y => Math.ScaleB(y, 20)));
        var report = (MinimizationReport)new LinearRegression().Fit(data).Report;
        var other = (MinimizationReport)new LinearRegression().Fit(scaled).Report;

        Assert.True(report.Converged && other.Converged);
        Assert.Equal(report.Reason, other.Reason);
        Assert.Equal(Math.ScaleB(report.Loss, 40), other.Loss);
    }

    [Fact]
    public void Raw_data_and_large_targets_converge()
    {
        foreach (var data in new[] { ReferenceFits.RawDiabetes, ReferenceFits.RawBreastCancer })
        {
            var large = new Dataset(data.Features, data.Targets.Map(y => 1e6 * (y + 3)));
            IPenalty?[] penalties = [null, new Ridge(0.1), new Lasso(0.01), new ElasticNet(1)];
            foreach (var penalty in penalties)
            {
                var learner = new LinearRegression(penalty);
                Assert.True(learner.Fit(data).Report.Converged, $"{learner.Fit(data).Report}");
                Assert.True(learner.Fit(large).Report.Converged, $"{learner.Fit(large).Report}");
            }
        }
    }

    [Fact]
    public void The_report_of_a_penalized_fit_proves_how_near_the_minimum_is()
    {
        var lasso = (MinimizationReport)LinearRegression.Fit(ReferenceFits.Diabetes, new Lasso(1)).Report;

        Assert.NotNull(lasso.Certificate);
        Assert.InRange(lasso.Certificate.RelativeGap, 0, 1e-10);
        Assert.Contains("coordinate descent", lasso.Method, StringComparison.Ordinal);
        Assert.Contains("above the minimum", lasso.ToString(), StringComparison.Ordinal);
        var plain = (MinimizationReport)new LinearRegression().Fit(ReferenceFits.Diabetes).Report;
        Assert.Null(plain.Certificate);
        Assert.Contains("QR in closed form", plain.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_numbers_are_not_factored_at_once()
    {
        Seed seed = 5;
        var data = new Dataset(
            Matrix.From(200_001, 5, (i, j) => seed.Uniform((i * 5) + j)),
            Vector.From(Enumerable.Range(0, 200_001).Select(i => seed.Normal(i))));
        var report = (MinimizationReport)new LinearRegression().Fit(data).Report;

        Assert.Contains("Newton", report.Method, StringComparison.Ordinal);
        Assert.True(report.Converged, report.ToString());
    }

    // Ridge adds a row for each weight to what is factored: 2010 × 2000 numbers, of which 20 000 are data.
    [Fact]
    public void Ridge_on_more_features_than_rows_is_not_factored_with_its_penalty()
    {
        Seed seed = 6;
        var data = new Dataset(
            Matrix.From(10, 2000, (i, j) => seed.Normal((i * 2000) + j)),
            Vector.From(Enumerable.Range(0, 10).Select(i => seed.Normal(20_000 + i))));
        var report = (MinimizationReport)new LinearRegression(new Ridge(0.1)).Fit(data).Report;

        Assert.Contains("trust-region", report.Method, StringComparison.Ordinal);
        Assert.True(report.Converged, report.ToString());
        Assert.InRange(report.Certificate!.RelativeGap, 0, 1e-10);
    }
}
