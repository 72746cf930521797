using Descent;

namespace Lessons;

/// <summary>The drawings of lesson b.</summary>
public static class LinePictures
{
    private const double LeastLoss = 3038.0 / 15;
    private const double Seconds = 12;

    private static readonly long[] MovingSteps =
        [0, 1, 2, 3, 5, 10, 1000, 2000, 5000, 10_000, 20_000, 30_000, 50_000, 70_000, 98_767];

    /// <summary>The loss, the path of the parameters over the loss, and the line moving to its
    /// points.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run) =>
    [
        new("b-line-loss.svg", Loss(run)),
        new("b-line-path.svg", Path(run)),
        new("b-line-moving.svg", Moving(run)),
    ];

    private static Plot Loss(IReadOnlyList<IState> run)
    {
        var updates = new Axis("updates", 1, 100_000, Logarithmic: true);
        var loss = new Axis("sum of squares", 100, 2000, Logarithmic: true);
        return new Plot("The loss falls fast, then slowly", updates, loss).With(
            new Curve(Thinned.Losses(run), Ink.Red, "descent, α = 2e-5"),
            Curve.Level(LeastLoss, updates, Ink.Green, "the least possible, 3038/15"));
    }

    private static Plot Path(IReadOnlyList<IState> run)
    {
        Point[] path = [.. Thinned.By(run, s => s.Step).Select(PointOf)];
        Mark[] contours = [.. new[] { 5.0, 20, 80, 320, 1280 }.Select(Contour)];
        var (a, b) = (new Axis("a", 0, 0.8), new Axis("b", -1, 8));
        return new Plot("The path of (a, b) down a narrow valley", a, b).With(contours).With(
            new Curve(path, Ink.Red, "descent from (0, 0)"),
            new Dots(path[..11], Ink.Red, Radius: 3),
            new Dots([new(27.0 / 50, 169.0 / 30)], Ink.Green, "the minimum, (27/50, 169/30)", 5));
    }

    private static Plot Moving(IReadOnlyList<IState> run)
    {
        IState[] shown = [.. MovingSteps.Select(step => run[(int)step])];
        return new Plot("The line moves to its points", new Axis("x", 0, 60), new Axis("y", 0, 45)).With(
            new Dots(LineData.X.Zip(LineData.Y, (x, y) => new Point(x, y)), Ink.Black, "the six points"),
            new MovingCurve([.. shown.Select(s => LineOf(s.Parameters))], Seconds, Ink.Red, "y = a x + b"),
            new Captions([.. shown.Select(s => $"after {s.Step} updates")], Seconds));
    }

    private static Point PointOf(IState state) => new(state.Parameters[0], state.Parameters[1]);

    private static Point[] LineOf(Vector parameters) =>
        [new(0, parameters[1]), new(60, (60 * parameters[0]) + parameters[1])];

    // At (a* + u, b* + v) the loss is Σ (u x + v)² = Σx² (u + (Σx / Σx²) v)² + (n - (Σx)² / Σx²) v² above its
    // least: an ellipse.
    private static Curve Contour(double rise)
    {
        var (squares, sum, count) = (LineData.X.Dot(LineData.X), LineData.X.Sum(), LineData.X.Count);
        var height = Math.Sqrt(rise / (count - (sum * sum / squares)));
        var width = Math.Sqrt(rise / squares);
        var ellipse = Enumerable.Range(0, 601).Select(k =>
        {
            var (sine, cosine) = Math.SinCos(Math.Tau * k / 600);
            var v = height * cosine;
            return new Point((27.0 / 50) + (width * sine) - (sum / squares * v), (169.0 / 30) + v);
        });
        return new Curve(ellipse, Ink.Grey, rise == 5 ? "equal losses" : null, 1);
    }
}
