using System.Xml.Linq;

namespace Lessons;

/// <summary>Words at the upper right that change with what moves, one text per shape.</summary>
public sealed record Captions(IReadOnlyList<string> Texts, double Seconds) : Mark(Lessons.Ink.Black, null)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame) => Texts.Select((text, k) =>
    {
        var caption = Svg.Text(text, new Point(Frame.Right, Frame.Top - 10), 12, "end");
        caption.Add(
            Svg.Value("opacity", k == Texts.Count - 1 ? 1 : 0),
            Animation.Jumping("opacity", Texts.Select((_, other) => other == k ? "1" : "0"), Seconds));
        return caption;
    });
}
