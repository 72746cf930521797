using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class CoinTossLaws
{
    // Heads, tosses, J(i / N), then J and dJ/dp at 1/4, 1/2 and 3/4: the formula in many digits.
    public static TheoryData<int, int, double, double[]> Golden => new()
    {
        { 0, 1, 0, [0.2876820724517809, 4 / 3.0, 0.69314718055994529, 2, 1.3862943611198906, 4] },
        { 1, 1, 0, [1.3862943611198906, -4, 0.69314718055994529, -2, 0.2876820724517809, -4 / 3.0] },
        { 0, 10, 0, [2.8768207245178092, 40 / 3.0, 6.9314718055994531, 20, 13.862943611198906, 40] },
        {
            1, 10, 3.2508297339144825,
            [3.9754330131859188, 8, 6.9314718055994531, 16, 12.764331322530797, 104 / 3.0]
        },
        {
            3, 10, 6.1086430205489348,
            [6.1726575905221379, -8 / 3.0, 6.9314718055994531, 8, 10.567106745194577, 24]
        },
        {
            5, 10, 6.9314718055994531,
            [8.369882167858357, -40 / 3.0, 6.9314718055994531, 0, 8.369882167858357, 40 / 3.0]
        },
        {
            7, 10, 6.1086430205489348,
            [10.567106745194577, -24, 6.9314718055994531, -8, 6.1726575905221379, 8 / 3.0]
        },
        {
            9, 10, 3.2508297339144825,
            [12.764331322530797, -104 / 3.0, 6.9314718055994531, -16, 3.9754330131859188, -8]
        },
        { 10, 10, 0, [13.862943611198906, -40, 6.9314718055994531, -20, 2.8768207245178092, -40 / 3.0] },
        {
            1, 2, 1.3862943611198906,
            [1.6739764335716716, -8 / 3.0, 1.3862943611198906, 0, 1.6739764335716716, 8 / 3.0]
        },
        {
            2, 3, 1.9095425048844386,
            [3.0602707946915624, -20 / 3.0, 2.0794415416798357, -2, 1.9616585060234524, 4 / 3.0]
        },
        {
            13, 20, 12.948932780692649,
            [20.035601201721043, -128 / 3.0, 13.862943611198906, -12, 13.443927469712387, 32 / 3.0]
        },
        { 20, 20, 0, [27.725887222397812, -80, 13.862943611198906, -40, 5.7536414490356185, -80 / 3.0] },
        { 0, 20, 0, [5.7536414490356185, 80 / 3.0, 13.862943611198906, 40, 27.725887222397812, 80] },
        {
            57, 100, 68.331491357416596,
            [91.38910769926035, -512 / 3.0, 69.314718055994533, -28, 76.008535657906805, 96]
        },
        {
            999, 1000, 7.9072551122320869,
            [1385.1957488312225, -11984 / 3.0, 693.14718055994535, -1996, 288.78068474044903, -1328]
        },
        {
            1, 1000, 7.9072551122320869,
            [288.78068474044903, 1328, 693.14718055994535, 1996, 1385.1957488312225, 11984 / 3.0]
        },
        {
            500001, 1000000, 693147.18055794528,
            [836989.3153981244, -4000016 / 3.0, 693147.18055994529, -4, 836987.11817354709, 1333328]
        },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Loss_and_slope_have_the_digits_of_the_formulas(
        int heads, int tosses, double atEstimate, double[] values)
    {
        // Two logarithms within 0.7 ulp = 1.4 u, products, a sum of terms of one sign, and the digits above:
        // 1.4 + 1 + 1 + 1 < 5 roundings. That i / N is rounded too does not count, where J is flat.
        var (coin, loss) = (new CoinToss(heads, tosses), Rounding.Gamma(5));
        Near.Equal(atEstimate, coin.NegativeLogLikelihood(coin.Estimate), loss);
        for (var k = 0; k < 3; k++)
        {
            var p = 0.25 * (k + 1);
            Near.Equal(values[2 * k], coin.NegativeLogLikelihood(p), loss);

            // A quotient by a power of two is exact, one by ¾ rounded; so are the difference and the digits.
            var (rounded, slope) = (p == 0.25 ? tosses - heads : p == 0.75 ? heads : 0, values[(2 * k) + 1]);
            var bound = (Rounding.Gamma(1) * (rounded / 0.75)) + (Rounding.Gamma(2) * Math.Abs(slope));
            Assert.InRange(coin.Slope(p) - slope, -bound, bound);
        }
    }

    [Property]
    public void The_gradient_vanishes_at_the_closed_form(SmallCount i, SmallCount more)
    {
        // θ = log(i / (N − i)) is rounded, by u |θ| and the error of log, below 2 ulp; the slope changes by
        // at most N / 4 per unit. Then two sigmoids, products and a difference: γ of i (N − i) / N, twice.
        var coin = new CoinToss(i, i + more);
        var theta = Math.Log((double)i / more);
        var size = 2.0 * i * more / coin.Tosses;
        var bound = (coin.Tosses / 4.0 * ((Rounding.Gamma(6) * Math.Abs(theta)) + Rounding.Gamma(2)))
            + (Rounding.Gamma(8) * size);
        Assert.InRange(coin.Evaluate([theta]).Gradient[0], -bound, bound);
        Assert.InRange(coin.Probability([theta]) - coin.Estimate, -bound, bound);
    }

    [Property]
    public void The_loss_in_the_log_odds_is_the_loss_in_the_probability(
        SmallCount heads, SmallCount more, Finite theta)
    {
        // Within ±8, where 1 − p keeps its digits: p rounds, and log p and log(1 − p) move by at most that
        // divided by 1 − p ≥ e⁻⁸ / 2 or by p.
        var (coin, t) = (new CoinToss(heads - 1, heads + more), theta / 125);
        var p = coin.Probability([t]);
        var expected = coin.NegativeLogLikelihood(p);
        var bound = (Rounding.Gamma(8) * expected) + (coin.Tosses * Rounding.Gamma(4) / Math.Min(p, 1 - p));
        Assert.InRange(coin.Evaluate([t]).Loss - expected, -bound, bound);

        // Chain rule: dJ/dθ = dJ/dp · p (1 − p).
        Assert.InRange(coin.Evaluate([t]).Gradient[0] - (coin.Slope(p) * p * (1 - p)), -bound, bound);
    }

    [Property]
    public void The_gradient_is_the_slope_of_the_loss(SmallCount heads, SmallCount more, Finite theta)
    {
        // Third derivative at most N / 10, so truncation h² N / 60; two losses of γ₈ each over 2h; the
        // midpoint is off by u |θ|, where the slope changes by N / 4.
        var (coin, t) = (new CoinToss(heads - 1, heads + more), theta.Value);
        var numerical = FiniteDifferences.Derivative(x => coin.Evaluate([x]).Loss, t);
        var h = MachineEpsilon.CubeRoot * Math.Max(1, Math.Abs(t));
        var greatest = coin.Evaluate([t]).Loss + (h * coin.Tosses);
        var bound = (h * h * coin.Tosses / 60) + (Rounding.Gamma(8) * greatest / h)
            + (Rounding.Unit * Math.Abs(t) * coin.Tosses / 4) + (Rounding.Gamma(8) * coin.Tosses);
        Assert.InRange(coin.Evaluate([t]).Gradient[0] - numerical, -bound, bound);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(40)]
    [InlineData(36)]
    [InlineData(1)]
    public void The_probability_never_reaches_0_and_rounds_to_1_only_where_doubles_do(double theta)
    {
        // 1 − p = e⁻ᶿ / (1 + e⁻ᶿ) is below u, half the spacing of doubles below 1, from θ = 36.7 on.
        var coin = new CoinToss(1, 2);
        Assert.InRange(coin.Probability([-theta]), double.Epsilon, 0.5);
        Assert.Equal(theta > 36.7, coin.Probability([theta]) == 1);
        Assert.InRange(coin.Probability([theta]), 0.5, 1);

        // The other side is not lost: its slope is the small probability itself.
        Assert.InRange(new CoinToss(1, 1).Evaluate([theta]).Gradient[0], -0.5, -double.Epsilon);
    }

    [Property]
    public void All_heads_or_all_tails_walk_without_end_downhill(SmallCount tosses, Finite theta)
    {
        var (heads, tails) = (new CoinToss(tosses, tosses), new CoinToss(0, tosses));
        Assert.Equal((1.0, 0.0), (heads.Estimate, tails.Estimate));
        Assert.True(heads.Evaluate([theta.Value]).Gradient[0] <= 0);
        Assert.True(tails.Evaluate([theta.Value]).Gradient[0] >= 0);
        Bits.Equal(heads.Evaluate([theta.Value]).Loss, tails.Evaluate([-theta.Value]).Loss);
        Assert.Equal(0, heads.Evaluate([1000]).Loss);
        Assert.Equal(0, tails.NegativeLogLikelihood(0));
        Assert.Equal(double.PositiveInfinity, heads.NegativeLogLikelihood(0));
        Assert.Equal(double.NegativeInfinity, heads.Slope(0));
        Assert.Equal(tosses.Value, tails.Slope(0));
    }

    [Property(MaxTest = 300)]
    public void Any_log_odds_give_a_loss_that_is_not_negative_or_NaN_for_NaN(
        AnyDouble theta, SmallCount heads)
    {
        var coin = new CoinToss(heads, 12);
        var (loss, gradient) = coin.Evaluate([theta.Value]);
        Assert.Equal(double.IsNaN(theta), double.IsNaN(loss));
        Assert.Equal(double.IsNaN(theta), double.IsNaN(gradient[0]));
        if (!double.IsNaN(theta))
            Assert.True(loss >= 0 && gradient[0] >= -heads && gradient[0] <= 12 - heads);
    }

    [Fact]
    public void Counts_and_probabilities_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("tosses", () => new CoinToss(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("heads", () => new CoinToss(-1, 5));
        Assert.StartsWith(
            "heads is 6; it must be at least 0 and at most 5, the number of tosses.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new CoinToss(6, 5)).Message);
        foreach (var p in new[] { -0.1, 1.1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("probability", () => new CoinToss(1, 2).Slope(p));
            Assert.Throws<ArgumentOutOfRangeException>(
                "probability", () => new CoinToss(1, 2).NegativeLogLikelihood(p));
        }

        Assert.Throws<ArgumentException>("parameters", () => new CoinToss(1, 2).Evaluate([1, 2]));
        Assert.Throws<ArgumentException>("parameters", () => new CoinToss(1, 2).Probability([]));
    }
}
