using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(MetricCases), typeof(Generators)])]
public sealed class RegressionErrorsLaws
{
    private static readonly double Means = 2 * Rounding.Gamma(Rounding.Depth(90) + 4);

    private static RegressionErrors Errors(MetricCase rows) =>
        RegressionErrors.Of(rows.Targets, rows.Scores, rows.Weights);

    [Property]
    public void The_errors_are_those_of_their_definitions(ValuesPair pair)
    {
        Vector targets = [.. pair.First.Items], predictions = [.. pair.Second.Items];
        var errors = RegressionErrors.Of(targets, predictions);
        var sizes = (predictions - targets).Map(Math.Abs);
        Near.Equal(sizes.Dot(sizes) / sizes.Count, errors.MeanSquaredError, Means);
        Near.Equal(sizes.Sum() / sizes.Count, errors.MeanAbsoluteError, Means);
        Assert.Equal(sizes.Max(), errors.MaxError);
        Near.Equal(errors.MeanSquaredError, errors.RootMeanSquaredError * errors.RootMeanSquaredError, Means);
    }

    [Property]
    public void The_mean_square_is_at_least_the_square_of_the_mean_size(MetricCase rows)
    {
        var errors = Errors(rows);
        var mean = errors.MeanAbsoluteError;
        Assert.True(errors.MeanSquaredError * (1 + Means) >= mean * mean);
        Assert.True(errors.MaxError * (1 + Means) >= errors.RootMeanSquaredError);
    }

    [Property]
    public void R_squared_compares_with_the_mean_of_the_targets(MetricCase rows)
    {
        var mean = rows.Targets.Dot(rows.Weights) / rows.Weights.Sum();
        var constant = RegressionErrors.Of(rows.Targets, rows.Targets.Map(_ => mean), rows.Weights);
        var errors = Errors(rows);
        var counted = rows.Targets.Where((_, i) => rows.Weights[i] > 0).Distinct().Count();
        if (counted == 1)
        {
            Assert.True(double.IsNaN(errors.RSquared));
            return;
        }

        // Targets are up to 3 and their variance is at least 1/90 − 1/90².
        Assert.InRange(constant.RSquared, -1000 * Means, 1000 * Means);
        Near.Equal(
            errors.MeanSquaredError / constant.MeanSquaredError, 1 - errors.RSquared, 1000 * Means);
        Assert.Equal(1, RegressionErrors.Of(rows.Targets, rows.Targets, rows.Weights).RSquared);
    }

    [Property]
    public void Weight_2_is_the_row_twice(MetricCase rows)
    {
        var repeated = rows.Repeated();
        var (weighted, plain) = (Errors(rows), RegressionErrors.Of(repeated.Targets, repeated.Scores));
        Near.Equal(plain.MeanSquaredError, weighted.MeanSquaredError, Means);
        Near.Equal(plain.MeanAbsoluteError, weighted.MeanAbsoluteError, Means);
        Assert.Equal(plain.MaxError, weighted.MaxError);
        Assert.Equal(double.IsNaN(plain.RSquared), double.IsNaN(weighted.RSquared));
    }

    [Fact]
    public void Equal_targets_leave_nothing_to_explain()
    {
        // The mean of three tenths is not 0.1 in doubles.
        Assert.True(double.IsNaN(RegressionErrors.Of([0.1, 0.1, 0.1], [0.1, 0.2, 0.3]).RSquared));
        Assert.True(double.IsNaN(RegressionErrors.Of([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]).RSquared));
    }

    [Fact]
    public void Predictions_that_diverged_have_errors_that_did()
    {
        var errors = RegressionErrors.Of([0, 1], [double.NaN, 1]);
        Assert.True(double.IsNaN(errors.MeanSquaredError) && double.IsNaN(errors.RSquared));
        Assert.Equal(double.PositiveInfinity, RegressionErrors.Of([0, 1], [1e200, 1]).MeanSquaredError);
        Assert.Equal(1, RegressionErrors.Of([0, 1, 3], [double.NaN, 1, 3], [0, 1, 1]).RSquared);
    }

    [Fact]
    public void Errors_are_printed_for_people_and_bad_vectors_refused()
    {
        Assert.Equal(
            "RMSE 2, MAE 2, at most 2, R² -3", RegressionErrors.Of([1, 3], [3, 1]).ToString());
        Assert.Throws<ArgumentException>(() => RegressionErrors.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RegressionErrors.Of([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => RegressionErrors.Of([], []));
    }
}
