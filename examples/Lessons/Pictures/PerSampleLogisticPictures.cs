using Descent;

namespace Lessons;

/// <summary>The drawing of lesson f.</summary>
public static class PerSampleLogisticPictures
{
    private const double Seconds = 10;

    /// <summary>The border between the classes, turning from epoch to epoch.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run)
    {
        // The start has no border: all its probabilities are ½.
        var borders = run.Skip(1).Select(state => LogisticPlane.Border(state.Parameters)).ToArray();
        var plot = LogisticPlane.Points("The border where p = 1/2, epoch by epoch").With(
            new MovingCurve(borders, Seconds, Ink.Red, "border"),
            new Captions([.. borders.Select((_, k) => $"after epoch {k + 1}")], Seconds));
        yield return new Drawing("f-logistic-border.svg", plot);
    }
}
