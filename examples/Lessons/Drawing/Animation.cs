using System.Xml.Linq;

namespace Lessons;

/// <summary>Attributes that change with time (SMIL), over and over, with a rest after each round.</summary>
public static class Animation
{
    /// <summary>An attribute that glides from value to value.</summary>
    public static XElement Gliding(string attribute, IEnumerable<string> values, double seconds) =>
        Of(attribute, "linear", [.. values], seconds);

    /// <summary>An attribute that jumps from value to value.</summary>
    public static XElement Jumping(string attribute, IEnumerable<string> values, double seconds) =>
        Of(attribute, "discrete", [.. values], seconds);

    private static XElement Of(string attribute, string mode, string[] values, double seconds)
    {
        var rest = Enumerable.Repeat(values[^1], 1 + (values.Length / 5));
        return Svg.Element(
            "animate",
            Svg.Value("attributeName", attribute),
            Svg.Value("calcMode", mode),
            Svg.Value("values", string.Join(';', values.Concat(rest))),
            Svg.Value("dur", Svg.Number(seconds) + "s"),
            Svg.Value("repeatCount", "indefinite"));
    }
}
