using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>Coordinate descent finds the minimum, says how near it is, and stops there.</summary>
public sealed class CoordinateDescentLaws
{
    // Objective and coefficients as the reference fits demand them; data that were standardised in doubles
    // move coefficients of condition 22 by 1e-11. At the minimum the certificate is as wide as it says that
    // rounding is: with K = (256 + 8 + 17) ε/2, slopes of size √(2 · 1430), |w|₁ = 170 and a bias of 152, thrice
    // 4 K · 53 · 170 or less, which is 2.5e-12 of the objective.
    [Fact]
    public void Every_reference_fit_of_the_diabetes_data_is_found()
    {
        var fits = ReferenceFits.OfDiabetes("lasso", "elastic-net", "ridge").ToArray();
        Assert.True(fits.Length >= 12);
        foreach (var reference in fits)
        {
            var (l1, l2) =
                (ReferenceFits.Number(reference, "lambda1"), ReferenceFits.Number(reference, "lambda2"));
            var risk = new EmpiricalRisk(ReferenceFits.Diabetes, Loss.HalfSquared);
            var run = new CoordinateDescent(new ElasticNet(l1 + l2, l1 / (l1 + l2)))
                .Minimize(risk, Vector.Zeros(11)).Take(30).ToArray();
            var last = run[^1];
            Assert.InRange(run.Length, 2, 20);
            Assert.True(last.Optimality < 1e-11, last.ToString());
            Near.Equal(ReferenceFits.Number(reference, "objective"), last.Loss, 1e-12);
            Assert.InRange(last.Memory.RelativeGap, 0, 2.5e-12);
            var expected = ReferenceFits.ParametersOf(reference);
            for (var j = 0; j < expected.Count; j++)
            {
                Assert.Equal(expected[j] == 0, last.Parameters[j] == 0);
                Assert.InRange(last.Parameters[j] - expected[j], -1e-9, 1e-9);
            }
        }
    }

    [Fact]
    public void Every_reference_fit_of_the_breast_cancer_data_is_found()
    {
        foreach (var reference in ReferenceFits.OfBreastCancer())
        {
            var risk = new EmpiricalRisk(
                ReferenceFits.BreastCancer, Loss.Logistic, new L2(ReferenceFits.Number(reference, "lambda")));
            var last = new CoordinateDescent().Minimize(risk, Vector.Zeros(31)).Take(40).Last();
            Assert.True(last.Optimality < 1e-13, last.ToString());
            Near.Equal(ReferenceFits.Number(reference, "objective"), last.Loss, 1e-12);
            Assert.InRange(last.Memory.RelativeGap, 0, 1e-11);
            var expected = ReferenceFits.ParametersOf(reference);
            for (var j = 0; j < expected.Count; j++)
                Assert.InRange(last.Parameters[j] - expected[j], -1e-9, 1e-9);
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public void Logistic_lassos_are_those_of_proximal_gradient(double strength)
    {
        var risk = new EmpiricalRisk(ReferenceFits.BreastCancer, Loss.Logistic);
        var penalty = new ElasticNet(strength, 0.9);
        var last = new CoordinateDescent(penalty).Minimize(risk, Vector.Zeros(31)).Take(40).Last();
        Assert.True(last.Optimality < 1e-13, last.ToString());
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-11);
        var other = new ProximalGradient(1 / risk.CurvatureBound(), penalty)
            .Minimize(risk, Vector.Zeros(31)).Take(2000).Last();
        Assert.True(last.Loss <= other.Loss * (1 + 1e-13));
    }
}
