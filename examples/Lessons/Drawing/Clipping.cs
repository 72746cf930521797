namespace Lessons;

/// <summary>Cutting lines at the edges of the unit square (Liang, Barsky 1984).</summary>
public static class Clipping
{
    /// <summary>The pieces of a line through points that lie in the unit square.</summary>
    public static IEnumerable<IReadOnlyList<Point>> ToUnitSquare(IReadOnlyList<Point> line)
    {
        List<Point> piece = [];
        foreach (var (from, to) in line.Zip(line.Skip(1)))
        {
            var part = Part(from, to);
            if (piece.Count > 0 && part?.From != piece[^1])
            {
                yield return piece;
                piece = [];
            }

            if (part is var (first, last))
                piece = piece.Count == 0 ? [first, last] : [.. piece, last];
        }

        if (piece.Count > 0)
            yield return piece;
    }

    /// <summary>The part of the way from one point to another that is in the unit square, or null.</summary>
    public static (Point From, Point To)? Part(Point from, Point to)
    {
        var (enter, leave) = (0.0, 1.0);
        foreach (var (distance, change) in Distances(from, to))
        {
            if (distance < 0 && distance + change < 0)
                return null;
            if (distance < 0)
                enter = Math.Max(enter, -distance / change);
            else if (distance + change < 0)
                leave = Math.Min(leave, -distance / change);
        }

        return enter <= leave ? (Between(from, to, enter), Between(from, to, leave)) : null;
    }

    // How far inside each of the four edges the way begins, and how that changes along it.
    private static IEnumerable<(double Distance, double Change)> Distances(Point from, Point to) =>
    [
        (from.X, to.X - from.X),
        (1 - from.X, from.X - to.X),
        (from.Y, to.Y - from.Y),
        (1 - from.Y, from.Y - to.Y),
    ];

    private static Point Between(Point from, Point to, double share) =>
        share == 0 ? from : share == 1 ? to
        : new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
}
