using System.Collections.Immutable;
using System.Xml.Linq;

namespace Lessons;

/// <summary>A plot: a title, two axes and the marks between them, later ones on top.</summary>
public sealed record Plot(string Title, Axis X, Axis Y) : IPicture
{
    private const double CharacterWidth = 6.7;
    private const double FirstLine = 46;
    private const double LineHeight = 17;

    /// <summary>What is drawn.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>The same plot with more marks.</summary>
    public Plot With(params Mark[] marks) => this with { Marks = Marks.AddRange(marks) };

    /// <inheritdoc/>
    public string ToSvg() => ToElement() + "\n";

    /// <summary>The plot as an element, alone or on a sheet.</summary>
    public XElement ToElement()
    {
        var frame = new Frame(X, Y);
        return Svg.Element(
            "svg",
            Svg.Value("viewBox", $"0 0 {Svg.Number(Frame.Width)} {Svg.Number(Frame.Height)}"),
            Svg.Value("width", Frame.Width),
            Svg.Value("height", Frame.Height),
            Svg.Value("font-family", "sans-serif"),
            Svg.Element("title", Title),
            Svg.Element(
                "rect",
                Svg.Value("width", Frame.Width), Svg.Value("height", Frame.Height),
                Svg.Value("fill", "white")),
            Svg.Text(Title, new Point(Frame.Left, 26), 16),
            Legend(),
            XTicks(frame),
            YTicks(frame),
            Svg.Text(X.Label, new Point((Frame.Left + Frame.Right) / 2, Frame.Bottom + 42), 12, "middle"),
            Svg.Text(Y.Label, new Point(Frame.Left, Frame.Top - 10), 12),
            Marks.SelectMany(mark => mark.Draw(frame)));
    }

    private IEnumerable<XElement> Legend()
    {
        var (left, line) = (Frame.Left, FirstLine);
        foreach (var mark in Marks.Where(mark => mark.Legend is not null))
        {
            var width = 15 + (CharacterWidth * mark.Legend!.Length);
            if (left > Frame.Left && left + width > Frame.Right)
                (left, line) = (Frame.Left, line + LineHeight);
            yield return Svg.Circle(new Point(left + 5, line), 5, mark.Ink);
            yield return Svg.Text(mark.Legend!, new Point(left + 15, line + 4), 12);
            left += width + 24;
        }
    }

    private IEnumerable<XElement> XTicks(Frame frame)
    {
        foreach (var tick in X.Ticks())
        {
            var foot = frame.Place(new Point(tick, Y.Least));
            yield return Svg.Line(foot, foot with { Y = Frame.Top }, "#eeeeee", 1);
            yield return Svg.Line(foot, foot with { Y = Frame.Bottom + 5 }, Ink.Black, 1);
            yield return Svg.Text(Axis.Text(tick), new Point(foot.X, Frame.Bottom + 19), 11, "middle");
        }

        yield return Svg.Line(new(Frame.Left, Frame.Bottom), new(Frame.Right, Frame.Bottom), Ink.Black, 1);
    }

    private IEnumerable<XElement> YTicks(Frame frame)
    {
        foreach (var tick in Y.Ticks())
        {
            var foot = frame.Place(new Point(X.Least, tick));
            yield return Svg.Line(foot, foot with { X = Frame.Right }, "#eeeeee", 1);
            yield return Svg.Line(foot, foot with { X = Frame.Left - 5 }, Ink.Black, 1);
            yield return Svg.Text(Axis.Text(tick), new Point(Frame.Left - 9, foot.Y + 4), 11, "end");
        }

        yield return Svg.Line(new(Frame.Left, Frame.Bottom), new(Frame.Left, Frame.Top), Ink.Black, 1);
    }
}
