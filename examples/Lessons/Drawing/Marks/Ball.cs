using System.Xml.Linq;

namespace Lessons;

/// <summary>A ball that runs along points, the same time from each to the next.</summary>
public sealed record Ball(IReadOnlyList<Point> Path, double Seconds, string Ink, string? Legend = null)
    : Mark(Ink, Legend)
{
    private const int PointsPerStop = 8;

    /// <summary>A ball that runs along the graph of a function, from each x to the next.</summary>
    public static Ball Along(
        Func<double, double> function, IReadOnlyList<double> stops, double seconds, string ink, string legend)
    {
        // Straight from stop to stop, it would leave the graph.
        var path =
            from ends in stops.Zip(stops.Skip(1))
            from k in Enumerable.Range(0, PointsPerStop)
            select ends.First + ((ends.Second - ends.First) * k / PointsPerStop);
        return new([.. path.Append(stops[^1]).Select(x => new Point(x, function(x)))], seconds, ink, legend);
    }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        var places = Path.Select(frame.Place).ToArray();
        var ball = Svg.Circle(places[^1], 7, Ink);
        ball.Add(
            Animation.Gliding("cx", places.Select(place => Svg.Number(place.X)), Seconds),
            Animation.Gliding("cy", places.Select(place => Svg.Number(place.Y)), Seconds));
        yield return ball;
    }
}
