using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class SplitLaws
{
    [Property]
    public void Every_row_is_in_exactly_one_part(SmallCount more, UnitReal share, long seed)
    {
        var data = Numbered(more + 1);
        var (train, test) = data.Split(Proper(share), new Seed(seed));
        Assert.Equal(data.Targets, Vector.From(train.Targets.Concat(test.Targets).Order()));
    }

    [Property]
    public void The_training_part_has_the_rounded_share_and_neither_part_is_empty(
        SmallCount more, UnitReal share, long seed)
    {
        var rows = more + 1;
        var (train, test) = Numbered(rows).Split(Proper(share), new Seed(seed));
        var rounded = (int)Math.Floor((Proper(share) * rows) + 0.5);
        Assert.Equal(Math.Clamp(rounded, 1, rows - 1), train.Count);
        Assert.Equal(rows, train.Count + test.Count);
    }

    [Theory]
    [InlineData(10, 0.8, 8)]
    [InlineData(10, 0.75, 8)]
    [InlineData(10, 0.25, 3)]
    [InlineData(10, 0.001, 1)]
    [InlineData(10, 0.999, 9)]
    [InlineData(2, 0.5, 1)]
    [InlineData(442, 0.7, 309)]
    public void Sizes_are_the_documented_ones(int rows, double fraction, int train) =>
        Assert.Equal(train, Numbered(rows).Split(fraction, new Seed(1)).Train.Count);

    [Property]
    public void Features_targets_and_weights_stay_together(SmallCount more, UnitReal share, long seed)
    {
        var (train, test) = Numbered(more + 1).Split(Proper(share), new Seed(seed));
        foreach (var part in new[] { train, test })
        {
            Assert.Equal(["row"], part.FeatureNames.AsEnumerable());
            Assert.Equal(part.Targets, part.Features.Column(0));
            Assert.Equal(part.Targets.Map(y => y + 1), part.Weights);
        }
    }

    [Property]
    public void One_seed_gives_one_split(SmallCount more, UnitReal share, long seed)
    {
        var data = Numbered(more + 1);
        Assert.Equal(
            data.Split(Proper(share), new Seed(seed)).Train.Targets,
            data.Split(Proper(share), new Seed(seed)).Train.Targets);
    }

    [Fact]
    public void Different_seeds_give_different_splits()
    {
        // Two of 20 random halves of 40 rows agree with a chance below 190 / C(40, 20) = 1.4e-9.
        var data = Numbered(40);
        var halves = Enumerable.Range(0, 20)
            .Select(seed => string.Join(',', data.Split(0.5, new Seed(seed)).Train.Targets.Order()));
        Assert.Equal(20, halves.Distinct().Count());
    }

    [Fact]
    public void A_row_is_in_the_training_part_as_often_as_its_share()
    {
        // Binomial(2000, ½) leaves 1000 ± 6.5 σ, σ = √500, with a chance of 8e-11 for each of 8 rows.
        var data = Numbered(8);
        var counts = new int[8];
        for (var seed = 0; seed < 2000; seed++)
        {
            foreach (var row in data.Split(0.5, new Seed(seed)).Train.Targets)
                counts[(int)row]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 1000 - 146, 1000 + 146));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_fraction_that_leaves_a_part_nothing_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(5).Split(fraction, new Seed(1)));

    [Fact]
    public void One_row_cannot_be_split() =>
        Assert.Equal(
            "A dataset of 1 row cannot be split; it needs at least 2.",
            Assert.Throws<InvalidOperationException>(() => Numbered(1).Split(0.5, new Seed(1))).Message);

    private static double Proper(UnitReal share) => 0.01 + (0.98 * share);

    /// <summary>Row i has the feature i, the target i and the weight i + 1.</summary>
    private static Dataset Numbered(int rows) => new(
        Matrix.From(rows, 1, (i, _) => i),
        Vector.From(Enumerable.Range(0, rows).Select(i => (double)i)),
        Vector.From(Enumerable.Range(0, rows).Select(i => i + 1.0)),
        ["row"]);
}
