using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class ToyDataLaws
{
    // CosPi is within 0.7 ulp, 0.7 ε/2 of values up to 1; its argument, up to 4, is rounded to ε each time,
    // a few times, which moves it by π ε. A radius and a product more: 16 ε is ample for each coordinate.
    private const double OnTheCurve = 16 * 2.220446049250313e-16;

    private static IEnumerable<(string Name, int Classes, Func<int, Seed, Dataset> Make)> Planes =>
    [
        ("blobs", 3, (n, seed) => ToyData.Blobs(n, seed: seed)),
        ("centres", 2, (n, seed) => ToyData.Blobs(n, Matrix.FromRows([0, 0, 1], [2, 0, -1]), seed: seed)),
        ("moons", 2, (n, seed) => ToyData.Moons(n, seed: seed)),
        ("circles", 2, (n, seed) => ToyData.Circles(n, seed: seed)),
        ("xor", 2, (n, seed) => ToyData.Xor(n, seed: seed)),
        ("spirals", 2, (n, seed) => ToyData.Spirals(n, seed: seed)),
    ];

    private static IEnumerable<(string Name, Func<int, Seed, Dataset> Make)> All =>
    [
        .. Planes.Select(plane => (plane.Name, plane.Make)),
        ("line", (n, seed) => ToyData.NoisyLine(n, seed: seed)),
        ("sine", (n, seed) => ToyData.NoisySine(n, seed: seed)),
    ];

    [Property]
    public void Equal_seeds_give_equal_bits_and_a_longer_set_begins_with_a_shorter(long seed, SmallCount n)
    {
        foreach (var (_, make) in All)
        {
            var (shorter, longer) = (make(n, new Seed(seed)), make(n + 7, new Seed(seed)));
            var first = longer.Select(Enumerable.Range(0, n));
            Assert.Equal((n + 7, n), (longer.Count, shorter.Count));
            Bits.Equal(shorter.Targets, first.Targets);
            for (var j = 0; j < shorter.FeatureCount; j++)
                Bits.Equal(shorter.Features.Column(j), first.Features.Column(j));
        }
    }

    [Fact]
    public void Different_seeds_give_different_rows()
    {
        foreach (var (name, make) in All)
        {
            var firsts = Enumerable.Range(0, 20).Select(seed => make(1, seed).Features[0, 0]).Distinct();
            Assert.True(firsts.Count() == 20, name);
        }
    }

    [Property]
    public void Every_run_of_rows_has_each_class_as_often_or_once_more(long seed, SmallCount n)
    {
        foreach (var (_, classes, make) in Planes)
        {
            var data = make(n + 20, new Seed(seed));
            var counts = Enumerable.Range(0, classes).Select(k => data.Targets.Skip(9).Count(y => y == k));
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
            Assert.All(data.Targets.Index(), row => Assert.Equal(row.Index % classes, row.Item));
        }
    }

    [Property]
    public void Moons_without_noise_lie_on_their_half_circles(long seed)
    {
        foreach (var (x, y, k) in Rows(ToyData.Moons(20, 0, new Seed(seed))))
        {
            var (u, v) = k == 0 ? (x, y) : (1 - x, 0.5 - y);
            Assert.InRange(Math.Sqrt((u * u) + (v * v)), 1 - OnTheCurve, 1 + OnTheCurve);
            Assert.True(v >= -OnTheCurve);
        }
    }

    [Property]
    public void Circles_without_noise_lie_on_their_circles(long seed, UnitReal share)
    {
        var factor = 0.01 + (0.98 * share);
        foreach (var (x, y, k) in Rows(ToyData.Circles(20, 0, factor, new Seed(seed))))
        {
            var radius = k == 0 ? 1 : factor;
            Near.Equal(radius, Math.Sqrt((x * x) + (y * y)), OnTheCurve);
        }
    }

    [Property]
    public void Spirals_without_noise_turn_with_the_radius(long seed)
    {
        foreach (var (x, y, k) in Rows(ToyData.Spirals(20, 1.5, 0, new Seed(seed))))
        {
            // The radius is known to 3 ε, which turns the angle by 3 · 3 π ε.
            var radius = Math.Sqrt((x * x) + (y * y));
            var angle = (3 * radius) + k;
            Assert.Equal(radius * Math.Cos(Math.PI * angle), x, 4 * OnTheCurve);
            Assert.Equal(radius * Math.Sin(Math.PI * angle), y, 4 * OnTheCurve);
        }
    }

    [Fact]
    public void Xor_without_noise_is_four_corners_and_its_product_tells_the_class()
    {
        var rows = Rows(ToyData.Xor(40, 0)).ToArray();
        Assert.All(rows, row => Assert.Equal((1.0, 1.0), (Math.Abs(row.X), Math.Abs(row.Y))));
        Assert.All(rows, row => Assert.Equal(row.X * row.Y < 0 ? 1 : 0, row.Class));
        Assert.Equal([10, 10, 10, 10], rows.GroupBy(row => (row.X, row.Y)).Select(corner => corner.Count()));
    }

    [Property]
    public void Blobs_without_spread_are_a_regular_polygon(SmallCount more, PositiveReal distance)
    {
        var classes = more + 1;
        var corners = Rows(ToyData.Blobs(classes + 1, classes, 0, distance)).ToArray();
        Assert.Equal(corners[0] with { Class = 0 }, corners[^1] with { Class = 0 });
        foreach (var (a, b) in corners.Zip(corners.Skip(1)))
        {
            // A side is a difference of coordinates up to 2.1 sides each, of 12 corners: 4 roundings more.
            var side = Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
            Near.Equal(distance, side, 4 * OnTheCurve);
        }
    }

    [Property]
    public void A_line_and_a_sine_without_noise_are_met(long seed, Finite slope, Finite intercept)
    {
        var line = ToyData.NoisyLine(20, slope, intercept, 0, new Seed(seed));
        var sine = ToyData.NoisySine(20, 0, 2, new Seed(seed));
        for (var i = 0; i < 20; i++)
        {
            var (x, t) = (line.Features[i, 0], sine.Features[i, 0]);
            Assert.InRange(x, -1, 1);
            Assert.InRange(t, 0, 1);
            Bits.Equal(Math.FusedMultiplyAdd(slope, x, intercept), line.Targets[i]);
            Assert.Equal(Math.Sin(4 * Math.PI * t), sine.Targets[i], OnTheCurve);
        }
    }

    [Fact]
    public void Noise_has_the_standard_deviation_it_is_given()
    {
        // The variance of n normal numbers is within 6 σ² √(2/n) of σ² with a chance of 2e-9.
        const int n = 20_000;
        var residuals = ToyData.NoisyLine(n, 2, 1, 0.3, 5) is var line
            ? line.Targets - line.Features.Column(0).Map(x => (2 * x) + 1)
            : default;
        var slack = 6 * Math.Sqrt(2.0 / n);
        Assert.InRange(residuals.Dot(residuals) / n / 0.09, 1 - slack, 1 + slack);
        var (noisy, still) = (ToyData.Moons(n, 0.2, 5), ToyData.Moons(n, 0, 5));
        var (u, v) = (Moved(0), Moved(1));
        Assert.InRange(u.Dot(u) / n / 0.04, 1 - slack, 1 + slack);
        Assert.InRange(v.Dot(v) / n / 0.04, 1 - slack, 1 + slack);

        // The correlation of independent noise has the standard deviation 1 / √n.
        Assert.InRange(u.Dot(v) / (u.Norm * v.Norm), -6 / Math.Sqrt(n), 6 / Math.Sqrt(n));

        Vector Moved(int j) => noisy.Features.Column(j) - still.Features.Column(j);
    }

    [Fact]
    public void Clouds_far_apart_have_a_line_between_them()
    {
        // Centres (±10, 0): the first coordinate has the sign of its centre unless noise of 1 passes 10,
        // with a chance below 1e-22. So w = (−1, 0) is a certificate, and a linear classifier finds one.
        var data = ToyData.Blobs(200, classes: 2, distance: 20, seed: 3);
        Assert.All(Rows(data), row => Assert.True(row.X * (row.Class == 0 ? 1 : -1) > 0));
        Assert.Equal(1, HitRate(data));
    }

    [Fact]
    public void No_line_tells_xor_and_circles_apart()
    {
        // A line has at most three of the four corners right, and of two circles with one centre, r = ½ of
        // the other, the whole inner one and the part of the outer beyond its tangent, 120° of 360°: ⅔ of
        // all. With 400 rows the share moves by 6 √(¼ / 400) = 0.15 at most, with a chance of 2e-9.
        Assert.InRange(HitRate(ToyData.Xor(400, 0, 3)), 0, 0.75);
        Assert.InRange(HitRate(ToyData.Circles(400, 0, 0.5, 3)), 0, (2.0 / 3) + 0.15);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        string? Name(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;
        Assert.Equal("count", Name(() => ToyData.Moons(0)));
        Assert.Equal("noise", Name(() => ToyData.Moons(2, -1)));
        Assert.Equal("noise", Name(() => ToyData.Xor(2, double.NaN)));
        Assert.Equal("factor", Name(() => ToyData.Circles(2, 0, 1)));
        Assert.Equal("turns", Name(() => ToyData.Spirals(2, 0)));
        Assert.Equal("classes", Name(() => ToyData.Blobs(2, 1)));
        Assert.Equal("spread", Name(() => ToyData.Blobs(2, 2, -1)));
        Assert.Equal("distance", Name(() => ToyData.Blobs(2, 2, 1, 0)));
        Assert.Equal("centers.Rows", Name(() => ToyData.Blobs(2, Matrix.FromRows([1, 2]))));
        Assert.Equal("slope", Name(() => ToyData.NoisyLine(2, double.NaN)));
        Assert.Equal("intercept", Name(() => ToyData.NoisyLine(2, 1, double.NaN)));
        Assert.Equal("noise", Name(() => ToyData.NoisySine(2, double.PositiveInfinity)));
        Assert.Equal("periods", Name(() => ToyData.NoisySine(2, 0, 0)));
    }

    private static double HitRate(Dataset data) =>
        ByHand.HitRate.Of(data, new LogisticRegression(new Ridge(1e-3)).Fit(data).Model);

    private static IEnumerable<Row> Rows(Dataset data) => Enumerable.Range(0, data.Count)
        .Select(i => new Row(data.Features[i, 0], data.Features[i, 1], data.Targets[i]));

    private readonly record struct Row(double X, double Y, double Class);
}
