using System.Collections.Immutable;
using System.Xml.Linq;

namespace Lessons;

/// <summary>Plots side by side, to be compared.</summary>
/// <param name="Title">What they show.</param>
/// <param name="Columns">How many stand in a row.</param>
/// <param name="Plots">The plots, row by row.</param>
public sealed record Sheet(string Title, int Columns, ImmutableArray<Plot> Plots) : IPicture
{
    private const double Shrunk = 0.5;

    /// <inheritdoc/>
    public string ToSvg()
    {
        var rows = (Plots.Length + Columns - 1) / Columns;
        var (width, height) = (Columns * Frame.Width * Shrunk, rows * Frame.Height * Shrunk);
        var svg = Svg.Element(
            "svg",
            Svg.Value("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"),
            Svg.Value("width", width),
            Svg.Value("height", height),
            Svg.Element("title", Title),
            Plots.Select(Placed));
        return svg + "\n";
    }

    private XElement Placed(Plot plot, int k)
    {
        var part = plot.ToElement();
        part.SetAttributeValue("x", Svg.Number(k % Columns * Frame.Width * Shrunk));
        part.SetAttributeValue("y", Svg.Number(k / Columns * Frame.Height * Shrunk));
        part.SetAttributeValue("width", Svg.Number(Frame.Width * Shrunk));
        part.SetAttributeValue("height", Svg.Number(Frame.Height * Shrunk));
        return part;
    }
}
