using Xunit;

namespace Descent.Properties;

/// <summary>The promise of a seed: the same draws everywhere and for ever.</summary>
public sealed class SeedTests
{
    private const long Far = 1L << 40;

    // Child, uniform and integer are from an independent implementation of the documented scheme. Its
    // normals, made to 40 digits, differ from these by the roundings of the last step alone.
    [Theory]
    [InlineData(0, 0, -1113111854248028703, 0.7129273025842686, 940, 0.11005714871273627)]
    [InlineData(0, 1, -2754094186855860578, 0.13515684392048055, 329, -0.31709390559486317)]
    [InlineData(42, 0, 2328898750184109929, 0.5202384233471038, 40, 0.5726876899390969)]
    [InlineData(42, 1, -157030514958560967, 0.8834941712119858, 522, -0.7465124083669514)]
    [InlineData(42, Far, -4932984244179274378, 0.9024773131513031, 255, 0.49513879735968297)]
    [InlineData(-1, 0, 9116746908147267309, 0.2708456897407241, 115, -1.1672285075876654)]
    [InlineData(-1, Far, 501206178539111665, 0.5528771786917013, 31, 1.1165053997560224)]
    public void Draws_are_the_known_ones(
        long value, long index, long child, double uniform, int below1000, double normal)
    {
        Seed seed = value;

        Assert.Equal(new Seed(child), seed.Derive(index));
        Assert.Equal(uniform, seed.Uniform(index));
        Assert.Equal(below1000, seed.Integer(index, 1000));
        Assert.Equal(normal, seed.Normal(index));
    }

    [Theory]
    [InlineData(0, new[] { 1, 8, 9, 4, 6, 2, 0, 3, 5, 7 })]
    [InlineData(42, new[] { 2, 0, 9, 1, 5, 7, 6, 8, 3, 4 })]
    [InlineData(-1, new[] { 1, 2, 8, 4, 0, 3, 7, 9, 6, 5 })]
    public void Permutations_are_the_known_ones(long value, int[] expected) =>
        Assert.Equal(expected, new Seed(value).Permutation(10));

    [Fact]
    public void A_rejected_integer_is_drawn_again_from_the_next_attempt()
    {
        // Of the 2^32 words this bound rejects a quarter, and each value keeps two.
        const int Bound = 3 << 29;
        var expected = Enumerable.Range(0, 1000).Select(index => Enumerable.Range(0, int.MaxValue)
            .Select(attempt => (ulong)Bound * Philox4x32.Block((uint)index, 0, 3, (uint)attempt, 42, 0).Word0)
            .First(product => (uint)product >= (1UL << 32) % Bound) >> 32);

        Assert.Equal(expected, Enumerable.Range(0, 1000).Select(i => (ulong)new Seed(42).Integer(i, Bound)));
    }

    [Theory]
    [InlineData(1000003u)]
    [InlineData(715827883u)]
    [InlineData(1610612736u)]
    [InlineData(2147483647u)]
    public void Scaling_leaves_every_value_the_same_number_of_words(uint range)
    {
        foreach (var value in Enumerable.Range(0, 1000).Select(i => (uint)new Seed(1).Integer(i, (int)range)))
        {
            // The words whose product with the range has this high half lie between these two.
            var first = (((ulong)value << 32) + range - 1) / range;
            var end = ((((ulong)value + 1) << 32) + range - 1) / range;
            var kept = 0UL;
            for (var word = first; word < end; word++)
            {
                kept += Philox4x32.TryScale((uint)word, range, out var scaled) && scaled == value ? 1UL : 0UL;
            }

            Assert.Equal((1UL << 32) / range, kept);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(4097)]
    public void A_permutation_holds_every_number_once(int count)
    {
        var permutation = new Seed(3).Permutation(count);

        Assert.Equal(Enumerable.Range(0, count), permutation.Order());
    }

    [Fact]
    public void A_permutation_is_the_plain_shuffle_of_its_documented_draws()
    {
        foreach (var count in Enumerable.Range(0, 200))
        {
            Assert.Equal(PlainShuffle(42, count), new Seed(42).Permutation(count));
        }
    }

    [Fact]
    public void Numbers_convert_to_seeds_and_seeds_print_their_value()
    {
        Seed fromInt = 7;
        Seed fromLong = -7L;

        Assert.Equal(new Seed(7), fromInt);
        Assert.Equal("7", fromInt.ToString());
        Assert.Equal("-7", fromLong.ToString());
        Assert.Equal(new Seed(0), default);
    }

    [Fact]
    public void Negative_indices_counts_and_empty_bounds_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Derive(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Uniform(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Integer(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Integer(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Normal(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).Permutation(-1));
    }

    private static int[] PlainShuffle(uint key, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var draw = 0; draw < count - 1; draw++)
        {
            var last = count - 1 - draw;
            var attempt = 0U;
            uint word, chosen;
            do
            {
                word = Philox4x32.Block((uint)(draw / 4), 0, 5, attempt++, key, 0).Word(draw % 4);
            }
            while (!Philox4x32.TryScale(word, (uint)last + 1, out chosen));

            (order[last], order[chosen]) = (order[chosen], order[last]);
        }

        return order;
    }
}
