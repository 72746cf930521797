using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(Generators)])]
public sealed class DistanceLaws
{
    // A sum of up to 12 differences, each rounded, and what powers and roots add.
    private static readonly double Few = Rounding.Gamma(40);

    private static readonly Distance[] OfDifferences =
    [
        Distance.Euclidean, Distance.Manhattan, Distance.Chebyshev, Distance.Minkowski(1.5),
        Distance.Minkowski(3), Distance.Minkowski(100),
    ];

    [Property]
    public void A_distance_is_symmetric_and_0_from_itself(ValuesPair pair)
    {
        var (x, y) = Of(pair);
        foreach (var distance in OfDifferences.Append(Distance.Cosine))
        {
            Bits.Equal(distance.Between(x, y), distance.Between(y, x));
            Bits.Equal(0, distance.Between(x, x));
            Assert.True(distance.Between(x, y) >= 0);
        }

        Assert.All(OfDifferences, distance => Assert.Equal(x == y, distance.Between(x, y) == 0));
    }

    [Property]
    public void The_way_round_is_no_shorter(ValuesTriple triple)
    {
        Vector x = [.. triple.First.Items], y = [.. triple.Second.Items], z = [.. triple.Third.Items];
        foreach (var distance in OfDifferences)
        {
            Assert.True(
                distance.Between(x, z)
                <= (distance.Between(x, y) + distance.Between(y, z)) * (1 + Few), distance.ToString());
        }
    }

    [Property]
    public void Distances_are_norms_of_the_difference(ValuesPair pair)
    {
        var (x, y) = Of(pair);
        Near.Equal((x - y).Norm, Distance.Euclidean.Between(x, y), Few);
        Bits.Equal((x - y).Norm1, Distance.Manhattan.Between(x, y));
        Bits.Equal((x - y).NormInf, Distance.Chebyshev.Between(x, y));
        var cubes = (x - y).Map(d => Math.Abs(d * d * d)).Sum();
        Near.Equal(Elementary.Pow(cubes, 1.0 / 3), Distance.Minkowski(3).Between(x, y), Few);
    }

    [Property]
    public void Minkowski_has_Manhattan_Euclid_and_Chebyshev_as_cases(ValuesPair pair)
    {
        var (x, y) = Of(pair);
        Assert.Same(Distance.Manhattan, Distance.Minkowski(1));
        Assert.Same(Distance.Euclidean, Distance.Minkowski(2));
        Near.Equal(Distance.Manhattan.Between(x, y), Raw(1), Few);
        Near.Equal(Distance.Euclidean.Between(x, y), Raw(2), Few);
        // The sum of shares is from 1 to 12, so its root is from 1 to 12^(1/p).
        Near.Equal(Distance.Chebyshev.Between(x, y), Distance.Minkowski(1e12).Between(x, y), 3e-12);
        Assert.True(Distance.Minkowski(3).Between(x, y) <= Distance.Minkowski(1.5).Between(x, y) * (1 + Few));

        double Raw(double p) => new MinkowskiDistance(p).Of(Padded(x), Padded(y), x.Count);
    }

    [Property]
    public void The_cosine_does_not_see_lengths(ValuesPair pair)
    {
        var (x, y) = Of(pair);
        var distance = Distance.Cosine.Between(x, y);
        Bits.Equal(distance, Distance.Cosine.Between(4 * x, 0.25 * y));
        Assert.InRange(distance, 0, 2 + Few);
        if (x.NormInf > 0 && y.NormInf > 0)
            Assert.InRange(distance + Distance.Cosine.Between(x, -y) - 2, -Few, Few);
    }

    [Fact]
    public void The_cosine_of_known_angles_is_known()
    {
        Assert.Equal(0, Distance.Cosine.Between([1, 2], [2, 4]));
        Assert.Equal(1, Distance.Cosine.Between([1, 0], [0, 3]));
        Assert.Equal(2, Distance.Cosine.Between([1, 2], [-1, -2]));
        Near.Equal(0.2, Distance.Cosine.Between([3, 4], [0, 2]), Few);
        Assert.Equal(1, Distance.Cosine.Between([0, 0], [0, 2]));
        Assert.Equal(0, Distance.Cosine.Between([0, 0], [0, 0]));
        Near.Equal(0.2, Distance.Cosine.Between([3e-200, 4e-200], [0, 2e200]), 10 * Few);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    [InlineData(1e-310)]
    public void Sizes_whose_squares_are_no_doubles_have_distances(double unit)
    {
        // Below the normal numbers, 3 and 4 units are rounded to multiples of the least one.
        var relative = unit < 1e-300 ? 1e-12 : Few;
        Near.Equal(5 * unit, Distance.Euclidean.Between([3 * unit, 0], [0, 4 * unit]), relative);
        Near.Equal(7 * unit, Distance.Manhattan.Between([3 * unit, 0], [0, 4 * unit]), relative);
        Near.Equal(
            Elementary.Pow(91, 1.0 / 3) * unit,
            Distance.Minkowski(3).Between([3 * unit, 0], [0, 4 * unit]), relative);
    }

    [Property]
    public void A_distance_of_ones_own_is_asked_with_the_rows_themselves(ValuesPair pair)
    {
        var (x, y) = Of(pair);
        var own = Distance.From((a, b) => a == x && b == y ? 3 : 1);
        Assert.Equal(3, own.Between(x, y));
    }

    [Fact]
    public void A_distance_of_ones_own_finds_what_the_named_one_finds()
    {
        var data = ReferenceFits.TwoIrises;
        var own = new KNearestClassifier(7) { Distance = Distance.From(Distance.Euclidean.Between) };
        Assert.Equal(
            new KNearestClassifier(7).Fit(data).Model.Probabilities(data.Features),
            own.Fit(data).Model.Probabilities(data.Features));
    }

    [Fact]
    public void Distances_are_values_with_names()
    {
        Func<Vector, Vector, double> zero = (_, _) => 0;
        Assert.Equal(Distance.From(zero), Distance.From(zero));
        Assert.Equal(Distance.Minkowski(3), Distance.Minkowski(3));
        Assert.NotEqual(Distance.Minkowski(3), Distance.Minkowski(4));
        Assert.NotEqual(Distance.Euclidean, Distance.Manhattan);
        Assert.Equal(
            ["Euclidean", "Manhattan", "Chebyshev", "Cosine", "Minkowski(1.5)", "Distance.From(…)"],
            new[]
            {
                Distance.Euclidean, Distance.Manhattan, Distance.Chebyshev, Distance.Cosine,
                Distance.Minkowski(1.5), Distance.From(zero),
            }.Select(distance => distance.ToString()));
    }

    [Fact]
    public void What_is_no_distance_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Distance.Minkowski(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distance.Minkowski(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Distance.Euclidean.Between([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Distance.Euclidean.Between([1], [double.NaN]));
        foreach (var wrong in new[] { double.NaN, -1 })
        {
            var error = Assert.Throws<InvalidOperationException>(
                () => Distance.From((_, _) => wrong).Between([1], [2]));
            Assert.StartsWith(Guard.Text($"The distance of [1] and [2] is {wrong}"), error.Message);
        }
    }

    private static (Vector X, Vector Y) Of(ValuesPair pair) =>
        ([.. pair.First.Items], [.. pair.Second.Items]);

    private static double[] Padded(Vector x) => [.. x, .. new double[Lanes.Padded(x.Count) - x.Count]];
}
