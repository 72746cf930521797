using Xunit;

namespace Descent.Properties;

/// <summary>The laws of the cosine of half-turns.</summary>
public sealed class ElementaryCosPiTests
{
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.5, 0.0)]
    [InlineData(1.0, -1.0)]
    [InlineData(1.5, 0.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(4503599627370495.5, 0.0)]
    [InlineData(4503599627370497.0, -1.0)]
    [InlineData(9007199254740991.0, -1.0)]
    [InlineData(1e300, 1.0)]
    public void The_cosine_of_half_turns_is_exact_and_even(double x, double expected)
    {
        var bits = BitConverter.DoubleToInt64Bits(expected);
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(Elementary.CosPi(x)));
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(Elementary.CosPi(-x)));
    }

    [Fact]
    public void The_cosine_repeats_and_changes_sign_after_a_half_turn()
    {
        // Multiples of 2^-40 keep the sums exact, so the values are equal, not near.
        foreach (var n in ElementaryInputs.Between(0, 1L << 40, 20000))
        {
            var x = Math.Floor(n) / (1L << 40);
            Assert.Equal(Elementary.CosPi(x), Elementary.CosPi(x + 2));
            Assert.Equal(Elementary.CosPi(x), -Elementary.CosPi(1 - x));
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void The_cosine_of_no_finite_number_is_NaN(double x) =>
        Assert.True(double.IsNaN(Elementary.CosPi(x)));
}
