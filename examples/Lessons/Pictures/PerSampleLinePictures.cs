using Descent;

namespace Lessons;

/// <summary>The drawing of lesson d.</summary>
public static class PerSampleLinePictures
{
    private const int ShownUpdates = 45;

    /// <summary>w along the first fifteen epochs.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run)
    {
        var updates = new Axis("updates, three an epoch", 0, ShownUpdates);
        Point[] path = [.. run.Take(ShownUpdates + 1).Select(s => new Point(s.Step, s.Parameters[0]))];
        var plot = new Plot("One point a step, each pulling at w", updates, new Axis("w", 0.9, 2.1)).With(
            Curve.Level(2, updates, Ink.Green, "y = 2 x"),
            new Curve(path, Ink.Red, Width: 1),
            new Dots(path, Ink.Red, "w after each update", 3),
            new Dots(path.Where(point => point.X % 3 == 0), Ink.Black, "end of an epoch", 3));
        yield return new Drawing("d-line-per-sample.svg", plot);
    }
}
