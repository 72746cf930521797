using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class CoinTossLessonTests
{
    public static IEnumerable<object[]> OneSided { get; } =
    [
        .. CoinTossLesson.Coins
            .Where(CoinTossLesson.IsOneSided)
            .Select(coin => new object[] { coin.Heads, coin.Tosses })
    ];

    [Fact]
    public void Every_row_of_the_likelihoods_is_that_of_the_source() =>
        Assert.All(Rows("h_coin_toss.csv").Zip(CoinTossLesson.Coins), pair =>
            AssertNear(pair.First.Values, Numbers(pair.Second)));

    [Fact]
    public void There_is_one_coin_for_each_row_of_the_source() =>
        Assert.Equal(
            Rows("h_coin_toss.csv").Select(row => (row["heads_i"], row["tosses_N"])),
            CoinTossLesson.Coins.Select(coin => ((double)coin.Heads, (double)coin.Tosses)));

    [Fact]
    public void Descent_ends_where_counting_does() =>
        Assert.All(CoinTossLesson.Coins.Where(coin => !CoinTossLesson.IsOneSided(coin)), coin =>
            AssertNear([coin.Estimate], [coin.Probability(CoinTossLesson.Arrival(coin).Parameters)]));

    [Fact]
    public void The_slope_at_the_estimate_of_a_coin_with_two_sides_is_rounding() =>
        Assert.All(CoinTossLesson.Coins.Where(coin => !CoinTossLesson.IsOneSided(coin)), coin =>
        {
            // Both quotients are N but for two roundings each; 1 - p passes on p's own, times p / (1 - p).
            var p = coin.Estimate;
            var rounding = Math.BitIncrement(1.0) - 1;
            Assert.InRange(Math.Abs(coin.Slope(p)), 0, coin.Tosses * rounding * (2 + (p / (1 - p))));
        });

    [Fact]
    public void At_the_estimate_of_a_one_sided_coin_the_likelihood_slopes_out_of_the_unit_interval() =>
        Assert.All(CoinTossLesson.Coins.Where(CoinTossLesson.IsOneSided), coin =>
            Assert.Equal(coin.Heads == 0 ? coin.Tosses : -coin.Tosses, coin.Slope(coin.Estimate)));

    [Theory, MemberData(nameof(OneSided))]
    public void A_one_sided_coin_walks_without_end_and_its_probability_stays_inside(int heads, int tosses)
    {
        var coin = new CoinToss(heads, tosses);
        var run = CoinTossLesson.Descend(coin).Take(10_001).ToArray();
        Assert.All(run.Zip(run.Skip(1)), pair =>
        {
            var (before, after) = pair;
            Assert.True(Math.Abs(after.Parameters[0]) > Math.Abs(before.Parameters[0]));
            Assert.True(after.Loss < before.Loss);
            Assert.True(coin.Probability(after.Parameters) is > 0 and < 1);
        });
    }

    [Theory, MemberData(nameof(OneSided))]
    public void The_loss_of_a_one_sided_coin_goes_to_zero_as_theory_says(int heads, int tosses)
    {
        var coin = new CoinToss(heads, tosses);

        // With eta = 4 / N, f(x_k) <= f(u) + |x_0 - u|^2 / (2 eta k) for all u; f(u) <= N / k at |u| = log k.
        Assert.All(CoinTossLesson.Walk(coin).Skip(1), state =>
        {
            var (k, log) = ((double)state.Step, Math.Log(state.Step));
            Assert.InRange(state.Loss, double.Epsilon, (tosses / k) + (tosses * log * log / (8 * k)));
        });
    }

    private static double[] Numbers(CoinToss coin)
    {
        var best = coin.NegativeLogLikelihood(coin.Estimate);
        double[] places = [0.25, 0.5, 0.75];
        return
        [
            coin.Heads, coin.Tosses, coin.Estimate, best, best / coin.Tosses,
            .. places.SelectMany(p => new[] { coin.NegativeLogLikelihood(p), coin.Slope(p) }),
        ];
    }
}
