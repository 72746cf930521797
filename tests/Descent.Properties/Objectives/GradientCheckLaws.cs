using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A right gradient is called right.</summary>
[Properties(Arbitrary = [typeof(SmoothRisks), typeof(DomainGenerators)])]
public sealed class GradientCheckLaws
{
    [Property(MaxTest = 1000)]
    public void No_right_gradient_is_suspected(RiskCase sample)
    {
        var report = GradientCheck.Of(sample.Risk, sample.Parameters);
        Assert.True(report.IsCorrect, report.ToString());
    }

    [Property(MaxTest = 300)]
    public void No_right_gradient_is_suspected_at_the_minimum(Regression sample)
    {
        var risk = new EmpiricalRisk(sample.Data, Loss.HalfSquared);
        var report = GradientCheck.Of(risk, NormalEquations.LeastSquares(sample.Data));
        Assert.True(report.IsCorrect, report.ToString());
    }

    [Property(MaxTest = 300)]
    public void No_right_gradient_is_suspected_where_the_fit_is_perfect(Regression sample)
    {
        var scores = new EmpiricalRisk(sample.Data, Loss.Squared).Scores(sample.Parameters);
        var risk = new EmpiricalRisk(new Dataset(sample.Data.Features, scores), Loss.Squared);
        var report = GradientCheck.Of(risk, sample.Parameters);
        Assert.True(report.IsCorrect, report.ToString());
    }

    [Property(MaxTest = 300)]
    public void No_right_gradient_is_suspected_of_batches_coins_and_made_objectives(
        RiskCase sample, SmallCount heads, SmallCount more, Finite theta)
    {
        var batch = new MiniBatches(sample.Risk, 3, new Seed(1)).At(0);
        var coin = new CoinToss(heads - 1, heads + more);
        Assert.True(GradientCheck.Of(batch, sample.Parameters).IsCorrect);
        Assert.True(GradientCheck.Of(Objective.Scale(-3, batch), sample.Parameters).IsCorrect);
        Assert.True(GradientCheck.Of(Objective.Sum(batch, sample.Risk), sample.Parameters).IsCorrect);
        Assert.True(GradientCheck.Of(coin, [theta / 50]).IsCorrect);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1.2, 1)]
    [InlineData(0.3, -0.7)]
    [InlineData(50, 20)]
    public void No_right_gradient_is_suspected_of_a_banana(double x, double y)
    {
        // Rosenbrock (1960), at its minimum too.
        var banana = Objective.From(
            2,
            v => (100 * (v[1] - (v[0] * v[0])) * (v[1] - (v[0] * v[0]))) + ((1 - v[0]) * (1 - v[0])),
            v => [(-400 * v[0] * (v[1] - (v[0] * v[0]))) - (2 * (1 - v[0])), 200 * (v[1] - (v[0] * v[0]))]);
        var report = GradientCheck.Of(banana, [x, y]);
        Assert.True(report.IsCorrect, report.ToString());
    }
}
