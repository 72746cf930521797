using System.Xml.Linq;

namespace Lessons;

/// <summary>A line through points, cut off where it leaves the axes.</summary>
public sealed record Curve(
    IEnumerable<Point> Points, string Ink, string? Legend = null, double Width = 2, bool Dashed = false)
    : Mark(Ink, Legend)
{
    /// <summary>The graph of a function between two x.</summary>
    public static Curve Graph(
        Func<double, double> function, double least, double greatest, string ink, string? legend = null) =>
        new(
            from k in Enumerable.Range(0, 201)
            let x = least + ((greatest - least) * k / 200)
            select new Point(x, function(x)),
            ink, legend);

    /// <summary>A dashed level line.</summary>
    public static Curve Level(double y, Axis x, string ink, string legend) =>
        new([new(x.Least, y), new(x.Greatest, y)], ink, legend, 1.5, Dashed: true);

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame) =>
        frame.Clip(Points).Select(piece => Svg.Polyline(piece, Ink, Width, Dashed ? "6 4" : "none"));
}
