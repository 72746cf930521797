using Xunit;

namespace Descent.Properties;

/// <summary>The laws of integer powers.</summary>
public sealed class ElementaryPowerTests
{
    [Fact]
    public void An_integer_power_is_the_repeated_product()
    {
        foreach (var x in ElementaryInputs.Between(-3, 3, 200))
        {
            var product = 1.0;
            for (var n = 0; n < 40; n++)
            {
                // Either side has at most n - 1 roundings, each within a factor 1 ± 2^-53.
                var tolerance = n * 2.220446049250313e-16 * Math.Abs(product);
                Assert.InRange(Elementary.Power(x, n), product - tolerance, product + tolerance);
                product *= x;
            }
        }
    }

    [Theory]
    [InlineData(2.0, 1023, 8.98846567431158e307)]
    [InlineData(2.0, 1024, double.PositiveInfinity)]
    [InlineData(-2.0, 3, -8.0)]
    [InlineData(-1.0, long.MaxValue, -1.0)]
    [InlineData(0.0, 0, 1.0)]
    [InlineData(double.NaN, 0, 1.0)]
    [InlineData(10.0, 15, 1e15)]
    public void Powers_that_doubles_hold_are_exact(double x, long n, double expected) =>
        Assert.Equal(expected, Elementary.Power(x, n));

    [Fact]
    public void A_negative_power_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementary.Power(2, -1));
}
