using Descent;

namespace Lessons;

/// <summary>The plane of lessons f and g: two classes of points, and the line that parts them.</summary>
public static class LogisticPlane
{
    private static readonly Axis X1 = new("x1", -3, 3);
    private static readonly Axis X2 = new("x2", -3, 3);

    /// <summary>The points.</summary>
    public static Plot Points(string title) => new Plot(title, X1, X2).With(
        new Dots(OfClass(0), Ink.Blue, "class 0"),
        new Dots(OfClass(1), Ink.Green, "class 1"));

    /// <summary>Where the score is 0 and the probability ½, from edge to edge.</summary>
    public static Point[] Border(Vector parameters)
    {
        // From the point of the line that is nearest to the origin, far out to both sides.
        var (w1, w2, bias) = (parameters[0], parameters[1], parameters[2]);
        var length = Math.Sqrt((w1 * w1) + (w2 * w2));
        var (near1, near2) = (-bias * w1 / (length * length), -bias * w2 / (length * length));
        var (far1, far2) = (-10 * w2 / length, 10 * w1 / length);
        var (from, to) = Clipping.Part(Share(near1 - far1, near2 - far2), Share(near1 + far1, near2 + far2))
            ?? throw new ArgumentException("The line does not cross the plane shown.", nameof(parameters));
        return [Value(from), Value(to)];
    }

    private static IEnumerable<Point> OfClass(double label) =>
        Enumerable.Range(0, LessonData.Points.Count)
            .Where(row => LessonData.Points.Targets[row] == label)
            .Select(row => new Point(LessonData.Points.Features[row, 0], LessonData.Points.Features[row, 1]));

    private static Point Share(double x1, double x2) => new(X1.Share(x1), X2.Share(x2));

    private static Point Value(Point share) => new((6 * share.X) - 3, (6 * share.Y) - 3);
}
