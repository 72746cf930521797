using Xunit;

namespace Descent.Properties;

/// <summary>The distributions of the draws.</summary>
/// <remarks>A right generator passes each bound by chance less than about once in a million seeds.</remarks>
public sealed class SeedStatisticsTests
{
    private const int Count = 100_000;

    // Beyond 5 standard deviations lie 6e-7 of a normal distribution.
    private const double Deviations = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Integers_below_a_bound_are_equally_likely(int bound) =>
        AssertEquallyLikely(bound, Draws.Select(i => new Seed(11).Integer(i, bound)));

    [Fact]
    public void Uniform_numbers_fill_the_unit_interval_evenly()
    {
        Assert.All(Draws, i => Assert.InRange(new Seed(12).Uniform(i), 0, Math.BitDecrement(1.0)));
        AssertEquallyLikely(100, Draws.Select(i => (int)(100 * new Seed(12).Uniform(i))));
    }

    [Fact]
    public void All_orders_of_four_are_equally_likely() =>
        AssertEquallyLikely(24, Draws.Select(i =>
        {
            var p = new Seed(13).Derive(i).Permutation(4);
            var third = p[2] < p[3] ? 0 : 1;
            var second = p.Skip(2).Count(other => other < p[1]);
            return (p[0] * 6) + (second * 2) + third;
        }));

    [Fact]
    public void Every_number_of_a_longer_permutation_is_equally_likely_at_every_place()
    {
        foreach (var place in (int[])[0, 1, 5, 9])
        {
            var draws = Draws.Take(20_000).Select(i => new Seed(14).Derive(i).Permutation(10)[place]);
            AssertEquallyLikely(10, draws);
        }
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_variance_one()
    {
        var normals = Draws.Select(i => new Seed(15).Normal(i)).ToList();

        // The mean of n has variance 1/n; the mean square has variance 2/n.
        Assert.InRange(normals.Average(), -Deviations / Math.Sqrt(Count), Deviations / Math.Sqrt(Count));
        var bound = Deviations * Math.Sqrt(2.0 / Count);
        Assert.InRange(normals.Average(x => x * x), 1 - bound, 1 + bound);
    }

    [Fact]
    public void Normal_numbers_follow_the_normal_distribution_function()
    {
        var sorted = Draws.Select(i => new Seed(16).Normal(i)).Order().ToList();
        var distance = (0.5 / Count)
            + sorted.Select((x, i) => Math.Abs(Distribution(x) - ((i + 0.5) / Count))).Max();

        // P(distance > d) ≤ 2·e^(-2nd²) (Dvoretzky, Kiefer and Wolfowitz, 1956; Massart's constant, 1990).
        Assert.InRange(distance, 0, Math.Sqrt(Math.Log(2 / 1e-6) / (2.0 * Count)));
    }

    [Fact]
    public void Children_siblings_neighbours_and_kinds_are_uncorrelated()
    {
        Seed seed = 17;
        List<double> parent = [.. Draws.Select(i => seed.Uniform(i))];

        AssertUncorrelated(parent, Draws.Select(i => seed.Derive(0).Uniform(i)));
        AssertUncorrelated(parent, Draws.Select(i => seed.Derive(1).Uniform(i)));
        AssertUncorrelated(
            Draws.Select(i => seed.Derive(0).Uniform(i)), Draws.Select(i => seed.Derive(1).Uniform(i)));
        AssertUncorrelated(parent, Draws.Select(i => seed.Derive(i).Uniform(0)));
        AssertUncorrelated(parent, Draws.Select(i => seed.Uniform(i + 1)));
        AssertUncorrelated(parent, Draws.Select(i => new Seed(18).Uniform(i)));
        AssertUncorrelated(parent, Draws.Select(i => seed.Normal(i)));
        AssertUncorrelated(parent, Draws.Select(i => (double)seed.Integer(i, 1 << 30)));
        AssertUncorrelated(parent, Draws.Select(i => (double)seed.Derive(i).Value));
    }

    [Fact]
    public void Children_of_near_seeds_and_indices_are_all_different()
    {
        var children = from seed in Enumerable.Range(0, 300)
                       from index in Enumerable.Range(0, 300)
                       select new Seed(seed).Derive(index);

        // By chance two of 90,000 random 64-bit numbers are equal with probability 2e-10.
        Assert.Equal(90_000, children.Distinct().Count());
    }

    private static IEnumerable<long> Draws => Enumerable.Range(0, Count).Select(i => (long)i);

    /// <summary>Pearson's chi-square of the counts.</summary>
    private static void AssertEquallyLikely(int kinds, IEnumerable<int> values)
    {
        var counts = new double[kinds];
        foreach (var value in values)
        {
            counts[value]++;
        }

        var expected = counts.Sum() / kinds;
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);

        // Laurent and Massart, 2000: a chi-square of d degrees exceeds d + 2√(dt) + 2t with probability e^-t.
        const double T = 14;
        Assert.InRange(statistic, 0, kinds - 1 + (2 * Math.Sqrt((kinds - 1) * T)) + (2 * T));
        Assert.InRange(statistic, kinds - 1 - (2 * Math.Sqrt((kinds - 1) * T)), double.MaxValue);
    }

    private static void AssertUncorrelated(IEnumerable<double> first, IEnumerable<double> second)
    {
        var (x, y) = (Standardized(first), Standardized(second));
        var correlation = x.Zip(y, (a, b) => a * b).Average();
        Assert.InRange(correlation, -Deviations / Math.Sqrt(Count), Deviations / Math.Sqrt(Count));
    }

    private static List<double> Standardized(IEnumerable<double> values)
    {
        var list = values.ToList();
        var mean = list.Average();
        var deviation = Math.Sqrt(list.Average(x => (x - mean) * (x - mean)));
        return [.. list.Select(x => (x - mean) / deviation)];
    }

    /// <summary>Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …) (Marsaglia, 2004).</summary>
    private static double Distribution(double x)
    {
        var (sum, term) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-17; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
