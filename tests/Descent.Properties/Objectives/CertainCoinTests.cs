using Xunit;

namespace Descent.Properties;

public sealed class CertainCoinTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void The_likelihood_of_what_was_certain_is_zero_without_a_sign(int heads, int tosses)
    {
        var coin = new CoinToss(heads, tosses);
        Assert.Equal(0, BitConverter.DoubleToInt64Bits(coin.NegativeLogLikelihood(coin.Estimate)));
    }
}
