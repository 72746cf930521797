using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class DrawingTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() =>
        Catalogue.Lessons.SelectMany(lesson => lesson.Draw())
            .ToDictionary(drawing => drawing.FileName, drawing => drawing.Picture.ToSvg()));

    [Fact]
    public void Each_lesson_has_a_drawing_named_after_it() =>
        Assert.All(Catalogue.Lessons, lesson => Assert.Contains(
            Files.Value.Keys, file => file.StartsWith(lesson.Name + "-", StringComparison.Ordinal)));

    [Fact]
    public void Each_drawing_is_well_formed_and_asks_for_nothing_from_elsewhere()
    {
        string[] known = ["svg", "title", "rect", "line", "polyline", "circle", "text", "animate"];
        Assert.All(Files.Value.Values, file =>
        {
            var root = XDocument.Parse(file).Root!;
            Assert.Equal("http://www.w3.org/2000/svg", root.Name.NamespaceName);
            Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, known));
            Assert.All(
                root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
                attribute => Assert.DoesNotMatch("href|url|http|^on", $"{attribute.Name}={attribute.Value}"));
        });
    }

    [Fact]
    public void Everything_drawn_stays_in_the_view_box() =>
        Assert.All(Files.Value.Values.SelectMany(Plots), root =>
        {
            Assert.Equal("0 0 640 420", (string?)root.Attribute("viewBox"));
            Assert.All(Places(root), place =>
            {
                Assert.InRange(place.X, 0, 640);
                Assert.InRange(place.Y, 0, 420);
            });
        });

    [Fact]
    public void Texts_stay_on_the_sheet_and_beside_each_other() =>
        Assert.All(Files.Value.Values.SelectMany(Plots), plot =>
        {
            // Captions take turns at one place, so they are measured but not compared.
            var texts = Named(plot, "text").ToArray();
            Assert.All(texts.Select(Extent), extent => Assert.True(extent is { Left: >= 0, Right: <= 640 }));
            var still = texts.Where(text => !text.HasElements);
            Assert.All(still.GroupBy(text => text.Attribute("y")!.Value), line =>
            {
                var extents = line.Select(Extent).OrderBy(extent => extent.Left).ToArray();
                Assert.All(extents.Zip(extents.Skip(1)), p => Assert.True(p.First.Right < p.Second.Left));
            });
        });

    [Fact]
    public void Moving_lines_keep_their_number_of_points_and_every_animation_goes_on()
    {
        var animations = Files.Value.Values.SelectMany(file => Named(XDocument.Parse(file).Root!, "animate"));
        Assert.All(animations, animation =>
        {
            Assert.Equal("indefinite", animation.Attribute("repeatCount")!.Value);
            var shapes = animation.Attribute("values")!.Value.Split(';');
            Assert.Single(shapes.Select(shape => shape.Split(' ').Length).Distinct());
        });
    }

    [Fact]
    public void Some_drawings_move()
    {
        var moving = Files.Value.Where(file => file.Value.Contains("<animate ", StringComparison.Ordinal));
        Assert.Equal(
            [
                "a-parabola-ball.svg", "b-line-moving.svg", "e-quadratic-moving.svg", "f-logistic-border.svg",
                "h-coin-ball.svg",
            ],
            moving.Select(file => file.Key));
    }

    // A sheet has plots inside, each with a sheet of its own.
    private static XElement[] Plots(string file)
    {
        var root = XDocument.Parse(file).Root!;
        var inner = Named(root, "svg").ToArray();
        return inner.Length > 0 ? inner : [root];
    }

    private static IEnumerable<XElement> Named(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name);

    private static IEnumerable<Point> Places(XElement root)
    {
        var shapes = root.Descendants().Attributes("points").Select(attribute => attribute.Value)
            .Concat(Values(root, "points"));
        foreach (Match pair in shapes.SelectMany(shape => Regex.Matches(shape, "([^ ,;]+),([^ ,;]+)")))
            yield return new Point(Number(pair.Groups[1].Value), Number(pair.Groups[2].Value));

        foreach (var name in new[] { "x", "x1", "x2", "cx" })
        {
            foreach (var x in Numbers(root, name))
                yield return new Point(x, 0);
        }

        foreach (var name in new[] { "y", "y1", "y2", "cy" })
        {
            foreach (var y in Numbers(root, name))
                yield return new Point(0, y);
        }
    }

    private static IEnumerable<double> Numbers(XElement root, string name) =>
        root.Descendants().Attributes(name).Select(attribute => attribute.Value)
            .Concat(Values(root, name).SelectMany(values => values.Split(';')))
            .Select(Number);

    private static IEnumerable<string> Values(XElement root, string name) =>
        Named(root, "animate")
            .Where(animation => (string?)animation.Attribute("attributeName") == name)
            .Select(animation => (string)animation.Attribute("values")!);

    // A letter of a sans-serif font is about 0.55 of its size wide.
    private static (double Left, double Right) Extent(XElement text)
    {
        var width = 0.55 * Number((string)text.Attribute("font-size")!) * text.Value.Length;
        var x = Number((string)text.Attribute("x")!);
        return (string?)text.Attribute("text-anchor") switch
        {
            "middle" => (x - (width / 2), x + (width / 2)),
            "end" => (x - width, x),
            _ => (x, x + width),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
