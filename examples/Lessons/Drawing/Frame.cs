namespace Lessons;

/// <summary>The rectangle between the axes, and where it places values on the sheet.</summary>
public sealed record Frame(Axis X, Axis Y)
{
    /// <summary>The width of the sheet.</summary>
    public const double Width = 640;

    /// <summary>The height of the sheet.</summary>
    public const double Height = 420;

    /// <summary>The left edge.</summary>
    public const double Left = 64;

    /// <summary>The right edge.</summary>
    public const double Right = 616;

    /// <summary>The upper edge; titles, legend and the y axis' label are above it.</summary>
    public const double Top = 92;

    /// <summary>The lower edge.</summary>
    public const double Bottom = 366;

    /// <summary>The place of a point on the sheet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is outside the axes.</exception>
    public Point Place(Point point)
    {
        var share = Share(point);
        return IsInside(share.X) && IsInside(share.Y)
            ? OnSheet(share)
            : throw new ArgumentOutOfRangeException(
                nameof(point), point, $"It is outside the axes '{X.Label}' and '{Y.Label}'; widen them.");
    }

    /// <summary>The places of a curve's points, in pieces where it leaves the axes.</summary>
    public IEnumerable<IReadOnlyList<Point>> Clip(IEnumerable<Point> curve) =>
        Clipping.ToUnitSquare([.. curve.Select(Share)])
            .Select(piece => (IReadOnlyList<Point>)[.. piece.Select(OnSheet)]);

    private static bool IsInside(double share) => share is >= -1e-9 and <= 1 + 1e-9;

    private static Point OnSheet(Point share) =>
        new(Left + (share.X * (Right - Left)), Bottom - (share.Y * (Bottom - Top)));

    private Point Share(Point point) => new(X.Share(point.X), Y.Share(point.Y));
}
