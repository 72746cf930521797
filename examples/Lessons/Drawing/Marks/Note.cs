using System.Xml.Linq;

namespace Lessons;

/// <summary>A few words beside a point.</summary>
public sealed record Note(Point At, string Text, string Ink = Lessons.Ink.Black) : Mark(Ink, null)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        var place = frame.Place(At);
        yield return Svg.Text(Text, new Point(place.X + 9, place.Y + 4), 12, ink: Ink);
    }
}
