using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class SquaredLossLaws
{
    [Theory]
    [InlineData(3, 1, 4, 4)]
    [InlineData(1, 3, 4, -4)]
    [InlineData(0.5, 0.5, 0, 0)]
    [InlineData(-2, 1.5, 12.25, -7)]
    public void Squared_error_has_no_half(double score, double target, double value, double derivative)
    {
        Assert.Equal(value, Loss.Squared.Value(score, target));
        Assert.Equal(derivative, Loss.Squared.Derivative(score, target));
        Assert.Equal(2, Loss.Squared.SecondDerivative(score, target));
    }

    [Property]
    public void With_the_half_everything_is_half(Finite score, Finite target)
    {
        Bits.Equal(Loss.Squared.Value(score, target) / 2, Loss.HalfSquared.Value(score, target));
        Bits.Equal(Loss.Squared.Derivative(score, target) / 2, Loss.HalfSquared.Derivative(score, target));
        Bits.Equal(1, Loss.HalfSquared.SecondDerivative(score, target));
    }

    [Property]
    public void Score_and_target_may_be_exchanged(Finite score, Finite target)
    {
        Bits.Equal(Loss.Squared.Value(score, target), Loss.Squared.Value(target, score));
        Assert.Equal(-Loss.Squared.Derivative(score, target), Loss.Squared.Derivative(target, score));
    }

    [Fact]
    public void An_error_whose_square_overflows_is_infinite_not_wrong() =>
        Assert.Equal(double.PositiveInfinity, Loss.Squared.Value(1e200, -1e200));
}
