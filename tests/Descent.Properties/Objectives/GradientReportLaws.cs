using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class GradientReportLaws
{
    [Fact]
    public void A_right_gradient_reads_so()
    {
        var report = GradientCheck.Of(Objective.From(2, x => x.Dot(x), x => 2 * x), [1, -2]);
        Assert.Equal(
            """
            The gradient is right: all 2 coordinates agree with differences.
              worst coordinate  0
              analytic          2
              numerical         2
              difference        0 (allowed: 1.31E-09)
            """,
            report.ToString());
        Assert.True(report.IsCorrect);
        Assert.Equal([2, -4], report.Analytic);
        Assert.Equal([2, -4], report.Numerical);
        Assert.Equal(0, report.Worst);
    }

    [Fact]
    public void A_wrong_gradient_reads_so_and_hints_at_the_cause()
    {
        var report = GradientCheck.Of(Objective.From(2, x => x.Dot(x), x => [2 * x[0], x[1]]), [1, -2]);
        Assert.Equal(
            """
            The gradient is WRONG in 1 of 2 coordinates.
              worst coordinate  1
              analytic          -2
              numerical         -4
              difference        2 (allowed: 4.8E-10)
              hint              numerical / analytic = 2
            """,
            report.ToString());
        Assert.False(report.IsCorrect);
        Assert.Equal([2, -2], report.Analytic);
        Assert.Equal([2, -4], report.Numerical);
        Assert.Equal(1, report.Worst);
    }

    [Fact]
    public void The_numerical_value_is_Richardsons_not_the_plain_difference()
    {
        // On the exponential at 1 with h = 2⁻¹³: D(h) is off by e h² / 6 = 6.8e-9. The combination is off by
        // e h⁴ / 30 = 2e-17 and the rounding of four values, 2 u e (4 / 2h + 1 / 4h) · 2 / 3 = 7.4e-12.
        var report = GradientCheck.Of(Objective.From(Math.Exp, Math.Exp), [1.0]);
        Assert.InRange(report.Numerical[0] - Math.E, -8e-12, 8e-12);
        Assert.InRange(report.AllowedError[0], 8e-12, 1e-7);
    }

    [Fact]
    public void A_sign_and_a_missing_term_are_hinted_at()
    {
        Assert.EndsWith(
            "hint              the values differ in sign",
            GradientCheck.Of(Objective.From(x => x * x, x => -2 * x), [3.0]).ToString(),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "hint              the analytic value is 0: is a term missing?",
            GradientCheck.Of(Objective.From(x => x * x, _ => 0), [3.0]).ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(double.PositiveInfinity, 1, 1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(1, double.NegativeInfinity, 1)]
    [InlineData(1, 1, double.NaN)]
    public void What_is_not_finite_is_never_right(double atPoint, double gradient, double around)
    {
        // The loss is one thing at the point and another around it.
        var objective = Objective.From(x => x == 1 ? atPoint : around * x, _ => gradient);
        var report = GradientCheck.Of(objective, [1.0]);
        Assert.False(report.IsCorrect);
        Assert.EndsWith(
            "a value is not finite here; check at another point", report.ToString(
                ), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_differences_cannot_tell_the_report_says_so()
    {
        var drowned = GradientCheck.Of(Objective.From(x => 1e12 + x, _ => 50), [0.5]);
        var stationary = GradientCheck.Of(Objective.From(x => 1 + (x * x), x => 2 * x), [0]);
        Assert.All([drowned, stationary], report =>
        {
            Assert.False(report.IsConclusive);
            Assert.StartsWith("Nothing speaks against the gradient, but", report.ToString());
        });
    }

    [Fact]
    public void A_loss_that_bends_within_a_step_is_not_called_right()
    {
        var wrong = Objective.From(x => Math.Sin(2e4 * x), x => 0.6 * 2e4 * Math.Cos(2e4 * x));
        var report = GradientCheck.Of(wrong, [0.3]);
        Assert.False(report.IsCorrect && report.IsConclusive);
    }

    [Fact]
    public void An_ordinary_check_is_conclusive() =>
        Assert.True(GradientCheck.Of(Objective.From(x => x * x, x => 2 * x), [3]).IsConclusive);

    [Property]
    public void The_verdict_compares_with_the_allowed_error(Values at, Finite error)
    {
        var x = Vector.Of(at);
        var objective =
            Objective.From(x.Count, v => v.Dot(v), v => (2 * v) + (error * Vector.Unit(v.Count, 0)));
        var report = GradientCheck.Of(objective, x);
        var off = (report.Analytic - report.Numerical).Map(Math.Abs);
        Assert.Equal(
            Enumerable.Range(0, x.Count).All(j => off[j] <= report.AllowedError[j]), report.IsCorrect);
        Assert.All(report.AllowedError, allowed => Assert.True(allowed >= 0));
        Assert.Equal(objective.Evaluate(x).Gradient, report.Analytic);
    }

    [Property]
    public void Any_gradient_gives_a_report_that_can_be_read(AnyDouble loss, AnyDouble gradient)
    {
        var report = GradientCheck.Of(Objective.From(_ => loss, _ => gradient), [1.0]);
        Assert.Matches("^(The gradient is|Nothing speaks against the gradient, but)", report.ToString());
        if (!double.IsFinite(loss) || !double.IsFinite(gradient) || Math.Abs(gradient) > Math.Abs(loss))
            Assert.False(report.IsCorrect);
        if (gradient == 0 && Math.Abs(loss) < 1e290)
            Assert.True(report.IsCorrect);
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        Assert.Throws<ArgumentNullException>("objective", () => GradientCheck.Of(null!, [1]));
        Assert.Throws<ArgumentException>("at", () => GradientCheck.Of(bowl, [1]));
        Assert.Throws<ArgumentException>("at", () => GradientCheck.Of(bowl, [1, double.PositiveInfinity]));
    }
}
