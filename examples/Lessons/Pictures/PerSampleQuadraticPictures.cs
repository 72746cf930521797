using Descent;

namespace Lessons;

/// <summary>The drawing of lesson e.</summary>
public static class PerSampleQuadraticPictures
{
    private const double Seconds = 12;

    private static readonly int[] ShownEpochs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 100];

    /// <summary>The curve moving to its points.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run)
    {
        var points = PerSampleQuadraticLesson.X.Zip(PerSampleQuadraticLesson.Y, (x, y) => new Point(x, y));
        yield return new Drawing("e-quadratic-moving.svg", new Plot(
            "The curve moves to its points", new Axis("x", 0, 4), new Axis("y", 0, 22)).With(
                Curve.Graph(x => 2 * x, 0, 4, Ink.Green, "y = 2 x"),
                new Dots(points, Ink.Black, "the three points"),
                new MovingCurve(
                    [.. ShownEpochs.Select(epoch => Graph(run[3 * epoch].Parameters))],
                    Seconds, Ink.Red, "w2 x² + w1 x + b"),
                new Captions([.. ShownEpochs.Select(epoch => $"after {epoch} epochs")], Seconds)));
    }

    private static Point[] Graph(Vector parameters) =>
    [
        .. Enumerable.Range(0, 41)
            .Select(k => k / 10.0)
            .Select(x => new Point(x, PerSampleQuadraticLesson.Predict(parameters, x)))
    ];
}
