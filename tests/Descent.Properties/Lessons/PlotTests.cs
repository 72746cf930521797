using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class PlotTests
{
    [Theory]
    [InlineData(-6, 6, false, "-6 -4 -2 0 2 4 6")]
    [InlineData(0, 0.8, false, "0 0.2 0.4 0.6 0.8")]
    [InlineData(0.54, 0.7, false, "0.55 0.6 0.65 0.7")]
    [InlineData(1, 100_000, true, "1 10 100 1000 10000 100000")]
    [InlineData(180, 3200, true, "200 500 1000 2000")]
    public void Ticks_are_the_round_values_of_the_range(
        double least, double greatest, bool logarithmic, string expected)
    {
        var ticks = new Axis("", least, greatest, logarithmic).Ticks().Select(Axis.Text);
        Assert.Equal(expected, string.Join(' ', ticks));
    }

    [Fact]
    public void An_axis_places_its_ends_at_0_and_1_and_equal_ratios_at_equal_lengths()
    {
        var axis = new Axis("", 1, 10_000, Logarithmic: true);
        Assert.Equal([0, 0.5, 1], new[] { 1.0, 100, 10_000 }.Select(axis.Share));
    }

    [Fact]
    public void A_line_is_cut_where_it_leaves_the_square()
    {
        Point[] line = [new(0.5, 0.5), new(0.5, 1.5), new(1.5, 1.5), new(1.5, 0.25), new(0.5, 0.25)];
        Assert.Equal(
            [[new(0.5, 0.5), new(0.5, 1)], [new(1, 0.25), new(0.5, 0.25)]],
            Clipping.ToUnitSquare(line).Select(piece => piece.ToArray()));
    }

    [Fact]
    public void A_line_inside_the_square_is_kept_whole()
    {
        Point[] line = [new(0, 0), new(0.25, 1), new(1, 0.5)];
        Assert.Equal([line], Clipping.ToUnitSquare(line).Select(piece => piece.ToArray()));
    }

    [Fact]
    public void A_dot_outside_the_axes_is_refused()
    {
        var empty = new Plot("", new Axis("x", 0, 1), new Axis("y", 0, 1));
        var plot = empty.With(new Dots([new(2, 0)], Ink.Black));
        Assert.Throws<ArgumentOutOfRangeException>(plot.ToSvg);
    }

    [Fact]
    public void Text_is_escaped()
    {
        var plot = new Plot("a < b & c", new Axis("x", 0, 1), new Axis("y", 0, 1));
        Assert.Contains("a &lt; b &amp; c", plot.ToSvg(), StringComparison.Ordinal);
    }
}
