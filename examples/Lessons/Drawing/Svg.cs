using System.Globalization;
using System.Xml.Linq;

namespace Lessons;

/// <summary>Elements of a drawing in Scalable Vector Graphics.</summary>
public static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An element with attributes and children.</summary>
    public static XElement Element(string name, params object[] content) => new(Namespace + name, content);

    /// <summary>An attribute that is a number.</summary>
    public static XAttribute Value(string name, double value) => new(name, Number(value));

    /// <summary>An attribute that is a text.</summary>
    public static XAttribute Value(string name, string value) => new(name, value);

    /// <summary>A line of text.</summary>
    public static XElement Text(
        string text, Point at, double size, string anchor = "start", string ink = Ink.Black) =>
        Element(
            "text",
            Value("x", at.X), Value("y", at.Y),
            Value("font-size", size), Value("text-anchor", anchor), Value("fill", ink),
            text);

    /// <summary>A straight line.</summary>
    public static XElement Line(Point from, Point to, string ink, double width) =>
        Element(
            "line",
            Value("x1", from.X), Value("y1", from.Y), Value("x2", to.X), Value("y2", to.Y),
            Value("stroke", ink), Value("stroke-width", width));

    /// <summary>A line through points, not filled.</summary>
    public static XElement Polyline(
        IEnumerable<Point> points, string ink, double width, string dashes = "none") =>
        Element(
            "polyline",
            Value("points", Points(points)), Value("fill", "none"),
            Value("stroke", ink), Value("stroke-width", width),
            Value("stroke-dasharray", dashes), Value("stroke-linejoin", "round"));

    /// <summary>A filled circle.</summary>
    public static XElement Circle(Point center, double radius, string ink) =>
        Element(
            "circle",
            Value("cx", center.X), Value("cy", center.Y), Value("r", radius), Value("fill", ink));

    /// <summary>Points as an attribute has them: <c>x,y x,y …</c></summary>
    public static string Points(IEnumerable<Point> points) =>
        string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    /// <summary>A number to a hundredth, the same on every machine.</summary>
    public static string Number(double value) =>
        // Adding 0 makes a rounded -0.001 a plain 0.
        (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
