namespace Lessons;

/// <summary>The drawings of the races, those of a family of optimizers in one.</summary>
public static class RacePictures
{
    private const double LeastDrawn = 1e-12;
    private const double GreatestDrawn = 1000;

    private static readonly string[] Inks =
        [Ink.Blue, Ink.Red, Ink.Green, Ink.Purple, Ink.Orange, Ink.Sky, Ink.Black];

    private static readonly double[] Levels = [0.01, 0.1, 1, 10, 100, 1000];

    /// <summary>The losses along the way; and the paths, where they lie in a plane.</summary>
    public static IEnumerable<Drawing> Of(RaceLesson.Race race)
    {
        var families =
            race.Finishes.GroupBy(finish => finish.Racer.Family).OrderBy(family => family.Key).ToArray();
        var loss = LossAxis(race.Finishes);
        var losses = families.Select(family => new Drawing(
            $"k-race-{race.Track.Name}-loss-{family.Key}.svg", Losses(race.Track, loss, family)));
        return race.Track.Start.Count == 2 ? losses.Concat(families.Select(PathsOf)) : losses;

        Drawing PathsOf(IGrouping<string, Track.Finish> family) =>
            new($"k-race-{race.Track.Name}-path-{family.Key}.svg", Paths(race.Track, family));
    }

    // One axis for all families, of whole powers of ten.
    private static Axis LossAxis(IEnumerable<Track.Finish> finishes)
    {
        var losses = finishes.SelectMany(finish => finish.Looks).Select(look => look.Loss).ToArray();
        var least = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(losses.Min(), LeastDrawn))));
        var greatest = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Min(losses.Max(), GreatestDrawn))));
        return new("loss", least, greatest, Logarithmic: true);
    }

    private static Plot Losses(Track track, Axis loss, IEnumerable<Track.Finish> finishes)
    {
        var updates = new Axis("updates", track.Gap, track.Updates, Logarithmic: true);
        return new Plot($"{track.Title}: the loss at each one's best rate", updates, loss)
            .With([.. finishes.Zip(Inks, (one, ink) => new Curve(Points(one), ink, Named(one), 1.5))]);

        // A loss of 0 has no place on the axis; far below it, the line goes down and out.
        IEnumerable<Point> Points(Track.Finish finish) =>
            Thinned.By(finish.Looks, look => look.Step).Skip(1)
                .Select(look => new Point(look.Step, Math.Max(look.Loss, loss.Least / 10)));
    }

    private static Plot Paths(Track track, IEnumerable<Track.Finish> finishes)
    {
        var paths = finishes.Zip(Inks, (finish, ink) => new Curve(Path(finish), ink, Named(finish), 1.5));
        return Valley($"{track.Title}: the paths", paths);
    }

    /// <summary>Paths through Rosenbrock's valley: contours, the paths, the start and the minimum.</summary>
    public static Plot Valley(string title, IEnumerable<Mark> paths)
    {
        var contours = Levels.Select((level, k) => new Curve(
            Rosenbrock.Contour(level), Ink.Grey, k == 0 ? "equal losses, from 0.01 by tens" : null, 1));
        return new Plot(title, new Axis("x", -2, 2), new Axis("y", -1, 3))
            .With([.. contours, .. paths])
            .With(new Dots([new(-1.2, 1)], Ink.Black, Radius: 3))
            .With(new Dots([new(1, 1)], Ink.Black, Radius: 5));
    }

    private static string Named(Track.Finish finish) => $"{finish.Racer.Name}, {Show.Brief(finish.Rate)}";

    private static IEnumerable<Point> Path(Track.Finish finish) =>
        finish.Looks.Select(look => new Point(look.Parameters[0], look.Parameters[1]));
}
