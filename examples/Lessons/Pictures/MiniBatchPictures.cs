using Descent;

namespace Lessons;

/// <summary>The drawing of lesson c.</summary>
public static class MiniBatchPictures
{
    /// <summary>The full loss along both runs.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<MiniBatchLesson.Update> updates)
    {
        var number = new Axis("updates", 1, 100_000, Logarithmic: true);
        var loss = new Axis("sum of squares over all points", 180, 3200, Logarithmic: true);
        var full = LineLesson.UntilStepIsSmall(LineData.SumOfAllSquares).ToList<IState>();
        var ofThree = Thinned.By(updates, u => u.Number).Select(u => new Point(u.Number, u.FullLoss));
        var plot = new Plot("Mini-batches: cheaper steps, and noise that stays", number, loss).With(
            new Curve(ofThree, Ink.Red, "three points a step", 1),
            new Curve(Thinned.Losses(full), Ink.Blue, "all six"),
            Curve.Level(3038.0 / 15, number, Ink.Green, "the least possible"));
        yield return new Drawing("c-mini-batches-loss.svg", plot);
    }
}
