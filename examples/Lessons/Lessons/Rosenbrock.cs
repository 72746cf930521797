using Descent;

namespace Lessons;

/// <summary>Rosenbrock's valley, <c>f(x, y) = (1 − x)² + 100 (y − x²)²</c>.</summary>
/// <remarks>The minimum is 0 at (1, 1); at his start (−1.2, 1) f is 24.2 (Rosenbrock 1960).</remarks>
public static class Rosenbrock
{
    /// <summary>f, with its second derivatives.</summary>
    public static ITwiceDifferentiable Objective { get; } = Descent.Objective.From(
        2,
        parameters =>
        {
            var (x, y) = (parameters[0], parameters[1]);
            var (rest, height) = (1 - x, y - (x * x));
            return new Evaluation(
                (rest * rest) + (100 * height * height),
                [(-2 * rest) - (400 * x * height), 200 * height]);
        },
        parameters =>
        {
            var (x, y) = (parameters[0], parameters[1]);
            return Matrix.FromRows(
                [2 + (1200 * x * x) - (400 * y), -400 * x],
                [-400 * x, 200]);
        });

    /// <summary>f as half a sum of squares, of the residuals <c>1 − x</c> and <c>10 (y − x²)</c>, each twice.
    /// </summary>
    public static IResidualObjective AsResiduals { get; } = Residuals.From(
        2,
        2,
        parameters => [1 - parameters[0], 10 * (parameters[1] - (parameters[0] * parameters[0]))],
        parameters => Matrix.FromRows([-1, 0], [-20 * parameters[0], 10]),
        weights: [2, 2]);

    /// <summary>The standard start.</summary>
    public static Vector Start { get; } = [-1.2, 1];

    /// <summary>The points where f has a value.</summary>
    public static IEnumerable<Point> Contour(double value)
    {
        // 1 - x and 10 (y - x²) are the legs of a right triangle over √f.
        var root = Math.Sqrt(value);
        return Enumerable.Range(0, 721).Select(k =>
        {
            var (sine, cosine) = Math.SinCos(Math.Tau * k / 720);
            var x = 1 - (root * cosine);
            return new Point(x, (x * x) + (root * sine / 10));
        });
    }
}
