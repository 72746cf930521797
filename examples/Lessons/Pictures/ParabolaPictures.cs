using Descent;

namespace Lessons;

/// <summary>The drawings of lesson a.</summary>
public static class ParabolaPictures
{
    private static readonly Plot Empty = new Plot(
        "Descent on the parabola, α = 0.1", new Axis("x", -6, 6), new Axis("f(x)", 0, 30))
        .With(Curve.Graph(x => x * x, -6, 6, Ink.Blue, "f(x) = x²"));

    /// <summary>The path on the curve, and a ball that runs it.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run)
    {
        Point[] path = [.. run.Select(state => new Point(state.Parameters[0], state.Loss))];
        yield return new Drawing("a-parabola.svg", Empty.With(
            new Curve(path, Ink.Red, Width: 1),
            new Dots(path, Ink.Red, "the start and ten updates"),
            new Note(path[0], "x = -5"),
            new Note(path[1], "x = -4"),
            new Note(path[2], "x = -3.2")));

        yield return new Drawing("a-parabola-ball.svg", Empty.With(
            new Dots(path, Ink.Grey, "where updates end", 3),
            Ball.Along(x => x * x, [.. path.Select(point => point.X)], 10, Ink.Red, "descent")));
    }
}
