using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class LogisticLossLaws
{
    // Four roundings (exp, log1p or the quotient, the sum) of at most 1 ulp = 2 u each.
    private const double Relative = 1e-15;

    [Theory]
    [InlineData(0, 0, 0.69314718055994530942, 0.5)]
    [InlineData(0, 1, 0.69314718055994530942, -0.5)]
    [InlineData(1, 0, 1.3132616875182228340, 0.73105857863000487925)]
    [InlineData(1, 1, 0.31326168751822283404, -0.26894142136999512075)]
    [InlineData(-2, 0, 0.12692801104297249644, 0.11920292202211755594)]
    [InlineData(0.5, 0.25, 0.84907698418010668, 0.37245933120185456)]
    public void Value_and_slope_have_the_digits_of_the_formulas(
        double score, double target, double value, double derivative)
    {
        Near.Equal(value, Loss.Logistic.Value(score, target), Relative);
        Near.Equal(derivative, Loss.Logistic.Derivative(score, target), Relative);
    }

    [Theory]
    [InlineData(1000, 0, 1000, 1)]
    [InlineData(1000, 1, 0, 0)]
    [InlineData(-1000, 0, 0, 0)]
    [InlineData(-1000, 1, 1000, -1)]
    [InlineData(1e300, 0, 1e300, 1)]
    [InlineData(-1e300, 1, 1e300, -1)]
    [InlineData(1e300, 1, 0, 0)]
    public void Far_out_the_loss_is_the_exact_line(
        double score, double target, double value, double derivative)
    {
        Assert.Equal(value, Loss.Logistic.Value(score, target));
        Assert.Equal(derivative, Loss.Logistic.Derivative(score, target));
    }

    [Theory]
    [InlineData(40, 4.2483542552915889953e-18)]
    [InlineData(100, 3.7200759760208359630e-44)]
    [InlineData(600, 2.6503965530043108163e-261)]
    public void In_the_tail_no_digit_is_lost(double score, double expOfMinusScore)
    {
        // log1p(e⁻ˢ) = e⁻ˢ (1 − e⁻ˢ / 2 + …) and the slope e⁻ˢ / (1 + e⁻ˢ): both e⁻ˢ to within 4e-18.
        Near.Equal(expOfMinusScore, Loss.Logistic.Value(score, 1), Relative);
        Near.Equal(expOfMinusScore, Loss.Logistic.Value(-score, 0), Relative);
        Near.Equal(-expOfMinusScore, Loss.Logistic.Derivative(score, 1), Relative);
        Near.Equal(expOfMinusScore, Loss.Logistic.Derivative(-score, 0), Relative);
        Near.Equal(expOfMinusScore, Loss.Logistic.SecondDerivative(score, 1), Relative);
    }

    [Property]
    public void Exchanging_the_classes_reflects_the_score(Finite score)
    {
        Bits.Equal(Loss.Logistic.Value(score, 1), Loss.Logistic.Value(-score, 0));
        Assert.Equal(Loss.Logistic.Derivative(score, 1), -Loss.Logistic.Derivative(-score, 0));
    }

    [Property]
    public void A_probability_as_target_mixes_the_losses_of_the_classes(Finite score, UnitReal target)
    {
        // The loss is linear in y. Five roundings a side.
        var (zero, one) = (Loss.Logistic.Value(score, 0), Loss.Logistic.Value(score, 1));
        var mixed = ((1 - target) * zero) + (target * one);
        var bound = Rounding.Gamma(10) * mixed;
        Assert.InRange(Loss.Logistic.Value(score, target) - mixed, -bound, bound);
    }

    [Property]
    public void The_slope_is_at_most_1_and_the_curvature_at_most_a_quarter(Finite score, UnitReal target)
    {
        Assert.InRange(Loss.Logistic.Derivative(score, target), -1, 1);
        Assert.InRange(Loss.Logistic.SecondDerivative(score, target), 0, 0.25);
    }
}
