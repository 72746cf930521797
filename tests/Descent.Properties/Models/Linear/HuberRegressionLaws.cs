using Descent.Models;
using Xunit;

namespace Descent.Properties;

public sealed class HuberRegressionLaws
{
    // No error reaches δ, so that the loss is half the square; both minima are known to rounding, the
    // condition of these columns being 22.
    [Fact]
    public void With_a_huge_delta_it_is_least_squares()
    {
        var huber = new HuberRegression(1e6).Fit(ReferenceFits.Diabetes);
        var squares = new LinearRegression().Fit(ReferenceFits.Diabetes);

        Assert.InRange((huber.Model.Parameters - squares.Model.Parameters).NormInf, 0, 1e-9);
        Near.Equal(
            ((MinimizationReport)squares.Report).Loss, ((MinimizationReport)huber.Report).Loss, 1e-12);
    }

    // Errors beyond δ pull by δ, the others by themselves: at a free bias the pulls add up to 0. Of 0, 1, 2,
    // 3 and 1000 with δ = 1, b between 2 and 2.5: −1 −1 −(b − 2) + (3 − b) + 1 = 0 has b = 2.
    [Fact]
    public void A_far_outlier_pulls_no_harder_than_one_at_delta()
    {
        var data = new Dataset(Matrix.FromRows([0.0], [0.0], [0.0], [0.0], [0.0]), [0, 1, 2, 3, 1000]);
        var farther = new Dataset(data.Features, [0, 1, 2, 3, 1e6]);
        var (near, far) = (new HuberRegression(1).Fit(data).Model, new HuberRegression(1).Fit(farther).Model);

        Assert.InRange(near.Bias - 2, -1e-9, 1e-9);
        Assert.InRange(far.Bias - 2, -1e-9, 1e-9);
    }

    [Fact]
    public void It_converges_on_raw_data_for_errors_far_above_delta()
    {
        foreach (var delta in new[] { 1.35, 50 })
        {
            var report = new HuberRegression(delta).Fit(ReferenceFits.RawDiabetes).Report;
            Assert.True(report.Converged, report.ToString());
        }
    }

    // All numbers of the run are scaled by powers of two, which round nothing.
    [Fact]
    public void Scaling_targets_and_delta_scales_the_model()
    {
        var data = ReferenceFits.Diabetes;
        var scaled = new Dataset(data.Features, data.Targets.Map(y => Math.ScaleB(y, -10)));
        var (plain, small) =
            (new HuberRegression(64).Fit(data), new HuberRegression(1 / 16.0).Fit(scaled));

        Assert.Equal(plain.Model.Parameters, 1024 * small.Model.Parameters);
    }

    [Fact]
    public void Delta_is_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HuberRegression(0));
}
