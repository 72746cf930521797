using System.Xml.Linq;

namespace Lessons;

/// <summary>A line that glides from shape to shape, all shapes within the axes and of equally many
/// points.</summary>
public sealed record MovingCurve(
    IReadOnlyList<IReadOnlyList<Point>> Shapes, double Seconds, string Ink, string? Legend = null)
    : Mark(Ink, Legend)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        var shapes = Shapes.Select(shape => shape.Select(frame.Place).ToArray()).ToArray();
        var line = Svg.Polyline(shapes[^1], Ink, 2.5);
        line.Add(Animation.Gliding("points", shapes.Select(Svg.Points), Seconds));
        yield return line;
    }
}
