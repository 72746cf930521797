using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)], MaxTest = 100)]
public sealed class QuantileRegressionLaws
{
    // Residuals of rows on the line are some ε of targets up to 4 and terms of sizes up to some thousands,
    // where rows are few and nearly dependent: a residual beyond this is of a row beside the line.
    private const double OnTheLine = 1e-9;

    private static readonly Dataset Diabetes = ReferenceFits.Diabetes;

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(0.99)]
    public void The_line_is_above_a_share_of_the_rows_and_goes_through_eleven(double tau)
    {
        var fit = QuantileRegression.Fit(Diabetes, tau);
        Assert.True(fit.Report.Converged, fit.Report.ToString());
        var residuals = Diabetes.Targets - fit.Model.Predict(Diabetes.Features);
        Assert.Equal(11, residuals.Count(r => Math.Abs(r) <= OnTheLine));
        Assert.InRange(tau, Share(residuals, r => r < -OnTheLine), Share(residuals, r => r <= OnTheLine));
    }

    [Property]
    public void The_share_below_is_at_most_the_quantile_and_with_those_on_it_at_least(
        Regression one, SmallCount tenths)
    {
        var tau = (1 + ((int)tenths % 9)) / 10.0;
        var fit = QuantileRegression.Fit(one.Data, tau);
        Assert.True(fit.Report.Converged, fit.Report.ToString());
        var residuals = one.Data.Targets - fit.Model.Predict(one.Data.Features);
        var (below, upTo, all) = (0.0, 0.0, one.Data.Weights.Sum());
        for (var i = 0; i < residuals.Count; i++)
        {
            below += residuals[i] < -OnTheLine ? one.Data.Weights[i] : 0;
            upTo += residuals[i] <= OnTheLine ? one.Data.Weights[i] : 0;
        }

        // Sums of up to 20 weights, each rounded.
        Assert.True(below <= (tau * all) + (20 * MachineEpsilon.Value * all), $"{below} of {all}");
        Assert.True(upTo >= (tau * all) - (20 * MachineEpsilon.Value * all), $"{upTo} of {all}");
    }

    [Property]
    public void Without_features_it_is_a_quantile_of_the_targets(Regression one, SmallCount tenths)
    {
        var tau = (1 + ((int)tenths % 9)) / 10.0;
        var data = new Dataset(
            Matrix.From(one.Data.Count, 1, (_, _) => 1), one.Data.Targets, one.Data.Weights);
        var model = new QuantileRegression(tau) { Bias = false }.Fit(data).Model;
        var sorted = Enumerable.Range(0, data.Count).OrderBy(i => data.Targets[i]).ToArray();
        var sum = 0.0;
        var (low, high) = (double.NaN, double.NaN);
        foreach (var i in sorted)
        {
            sum += data.Weights[i];
            if (double.IsNaN(low) && sum >= tau * data.Weights.Sum() * (1 - 1e-14))
                low = data.Targets[i];
            if (double.IsNaN(high) && sum > tau * data.Weights.Sum() * (1 + 1e-14))
                high = data.Targets[i];
        }

        Assert.InRange(model.Weights[0], low - 1e-14, high + 1e-14);
    }

    // Koenker and Bassett 1978, theorem 3.2. The answer is unique here, of condition below 1e3.
    [Fact]
    public void The_line_moves_with_the_targets_and_the_features()
    {
        var model = QuantileRegression.Fit(Diabetes, 0.3).Model;
        var scaled = QuantileRegression.Fit(With(Diabetes.Targets.Map(y => 3 * y)), 0.3).Model;
        Same(3 * model.Parameters, scaled.Parameters);

        var turned = QuantileRegression.Fit(With(Diabetes.Targets.Map(y => -3 * y)), 0.7).Model;
        Same(-3 * model.Parameters, turned.Parameters);

        var slope = Vector.From(Enumerable.Range(0, 10).Select(j => j - 4.0));
        var shifted = QuantileRegression.Fit(
            With(Diabetes.Targets + Diabetes.Features.Multiply(slope)), 0.3).Model;
        Same(model.Weights + slope, shifted.Weights);

        var halved = QuantileRegression.Fit(Diabetes.WithFeatures(
            Matrix.From(442, 10, (i, j) => Diabetes.Features[i, j] / (j + 2))), 0.3).Model;
        Same(
            Vector.From(model.Weights.Select((w, j) => w * (j + 2))), halved.Weights);

        static Dataset With(Vector targets) => new(Diabetes.Features, targets);

        static void Same(Vector expected, Vector actual) =>
            Assert.InRange((expected - actual).NormInf, 0, 1e-10 * expected.NormInf);
    }

    [Fact]
    public void Outliers_do_not_pull_the_median()
    {
        var data = new Dataset(
            Matrix.From(9, 1, (i, _) => i),
            Vector.From(Enumerable.Range(0, 9).Select(i => i is 2 or 7 ? 1e6 * (i - 5) : (2.0 * i) + 1)));
        var model = new QuantileRegression().Fit(data).Model;
        Near.Equal(2, model.Weights[0], 1e-9);
        Near.Equal(1, model.Bias, 1e-9);
    }

    [Fact]
    public void A_penalty_shrinks_the_weights_and_leaves_the_bias_alone()
    {
        var strong = new QuantileRegression(0.5, new Ridge(1e6)).Fit(Diabetes);
        Assert.True(strong.Report.Converged, strong.Report.ToString());
        Assert.InRange(strong.Model.Weights.NormInf, 0, 1e-4);
        var sorted = Diabetes.Targets.Order().ToArray();
        Assert.InRange(strong.Model.Bias, sorted[220] - 1e-3, sorted[221] + 1e-3);
        Assert.Throws<ArgumentException>("Penalty", () => new QuantileRegression(0.5, new Lasso(1)));
        Assert.Throws<ArgumentOutOfRangeException>("Quantile", () => new QuantileRegression(1));
    }

    private static double Share(Vector residuals, Func<double, bool> test) =>
        residuals.Count(test) / (double)residuals.Count;
}
