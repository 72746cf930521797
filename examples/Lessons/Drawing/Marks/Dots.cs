using System.Xml.Linq;

namespace Lessons;

/// <summary>Dots, all of them within the axes.</summary>
public sealed record Dots(IEnumerable<Point> Points, string Ink, string? Legend = null, double Radius = 4)
    : Mark(Ink, Legend)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame) =>
        Points.Select(point => Svg.Circle(frame.Place(point), Radius, Ink));
}
