using System.Xml.Linq;
using Descent;

namespace Lessons;

/// <summary>Which class a model says at each place: the plane in pale colours, one for each class.</summary>
/// <param name="Predict">The classes of points, one a row: 0, 1, …</param>
/// <param name="Inks">The colour of each class.</param>
/// <param name="Columns">How many cells lie side by side.</param>
/// <param name="Rows">How many lie one above the other.</param>
public sealed record Regions(
    Func<Matrix, Vector> Predict, IReadOnlyList<string> Inks, int Columns = 138, int Rows = 68)
    : Mark(Lessons.Ink.Grey, null)
{
    private const double Paleness = 0.25;

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        var middles = Matrix.From(Rows * Columns, 2, (i, j) => j == 0
            ? Between(frame.X, (i % Columns) + 0.5, Columns)
            : Between(frame.Y, (i / Columns) + 0.5, Rows));
        var classes = Predict(middles);
        return Enumerable.Range(0, Rows).SelectMany(row =>
            Runs(classes.Slice(row * Columns, Columns)).Select(run => Bar(frame, row, run)));
    }

    private static double Between(Axis axis, double cell, int cells) =>
        axis.Least + ((axis.Greatest - axis.Least) * cell / cells);

    // Neighbours of one class are one bar: a tenth of the elements.
    private static IEnumerable<(int First, int End, int Class)> Runs(Vector classes)
    {
        var first = 0;
        for (var k = 1; k <= classes.Count; k++)
        {
            if (k < classes.Count && classes[k] == classes[first])
                continue;
            yield return (first, k, (int)classes[first]);
            first = k;
        }
    }

    private XElement Bar(Frame frame, int row, (int First, int End, int Class) run)
    {
        var lower = frame.Place(new(Between(frame.X, run.First, Columns), Between(frame.Y, row, Rows)));
        var upper = frame.Place(new(Between(frame.X, run.End, Columns), Between(frame.Y, row + 1, Rows)));
        return Svg.Element(
            "rect",
            Svg.Value("x", lower.X), Svg.Value("y", upper.Y),
            Svg.Value("width", upper.X - lower.X), Svg.Value("height", lower.Y - upper.Y),
            Svg.Value("fill", Inks[run.Class]), Svg.Value("fill-opacity", Paleness),
            Svg.Value("shape-rendering", "crispEdges"));
    }
}
