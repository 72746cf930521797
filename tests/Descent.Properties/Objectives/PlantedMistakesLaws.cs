using Xunit;

namespace Descent.Properties;

/// <summary>A wrong gradient is called wrong.</summary>
public sealed class PlantedMistakesLaws
{
    public static TheoryData<string> Mistakes => [.. PlantedMistakes.Names];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_planted_mistake_is_caught_at_every_point(string mistake)
    {
        for (var phase = 0; phase < 25; phase++)
        {
            var parameters = Vector.From(Enumerable.Range(0, 6).Select(j => Math.Sin(phase + (1.7 * j))));
            var risk = new EmpiricalRisk(Waves.Data(12, 5), Loss.Logistic, new L2(0.3));
            Assert.True(GradientCheck.Of(risk, parameters).IsCorrect);

            var report = GradientCheck.Of(PlantedMistakes.Plant(mistake, risk), parameters);
            Assert.False(report.IsCorrect, $"{mistake} at {parameters}\n{report}");
            Assert.Contains("The gradient is WRONG in", report.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_one_wrong_coordinate_is_the_worst()
    {
        var risk = new EmpiricalRisk(Waves.Data(12, 5), Loss.Logistic, new L2(0.3));
        var parameters = Waves.Parameters(6);
        Assert.Equal(
            1, GradientCheck.Of(PlantedMistakes.Plant("one wrong coordinate", risk), parameters).Worst);
        Assert.Equal(5, GradientCheck.Of(PlantedMistakes.Plant("a missing bias", risk), parameters).Worst);
        Assert.Equal(5, GradientCheck.Of(PlantedMistakes.Plant("a penalised bias", risk), parameters).Worst);
    }

    [Fact]
    public void A_missing_factor_2_is_caught_and_its_ratio_told()
    {
        var data = Waves.Data(12, 3);
        var risk = new EmpiricalRisk(data, Loss.Squared);
        var half = new EmpiricalRisk(data, Loss.HalfSquared);
        var wrong = Objective.From(4, w => risk.Evaluate(w).Loss, w => half.Evaluate(w).Gradient);
        var report = GradientCheck.Of(wrong, Waves.Parameters(4));
        Assert.False(report.IsCorrect);
        Assert.EndsWith(
            "hint              numerical / analytic = 2", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transposed_matrix_is_caught()
    {
        // f(x) = xᵀ A x has the gradient (A + Aᵀ) x, not 2 A x.
        var a = Matrix.FromRows([1, 2, 0.5], [-1, 3, 0], [0.25, 1, 2]);
        double Form(Vector x) => x.Dot(a.Multiply(x));
        var right = Objective.From(3, Form, x => a.Multiply(x) + a.TransposeMultiply(x));
        var wrong = Objective.From(3, Form, x => 2 * a.Multiply(x));
        Assert.True(GradientCheck.Of(right, [0.3, -1.1, 0.7]).IsCorrect);
        Assert.False(GradientCheck.Of(wrong, [0.3, -1.1, 0.7]).IsCorrect);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(-1e-6)]
    public void A_scale_wrong_by_a_millionth_is_still_caught(double error)
    {
        var risk = new EmpiricalRisk(Waves.Data(12, 5), Loss.Logistic, new L2(0.3));
        var wrong =
            Objective.From(6, w => risk.Evaluate(w).Loss, w => (1 + error) * risk.Evaluate(w).Gradient);
        Assert.False(GradientCheck.Of(wrong, Waves.Parameters(6)).IsCorrect);
    }
}
