using Descent;

namespace Lessons;

/// <summary>The drawings of lesson g.</summary>
public static class FullBatchLogisticPictures
{
    /// <summary>The loss beside its minimum, and the borders after 1, 10, 100 and 1000 updates.</summary>
    public static IEnumerable<Drawing> Of(IReadOnlyList<IState> run, IState optimum)
    {
        var updates = new Axis("updates", 1, 1000, Logarithmic: true);
        var loss = new Axis("mean loss", 0.54, 0.7);
        var fall = new Plot("The mean loss on its way to the minimum", updates, loss);
        yield return new Drawing("g-logistic-loss.svg", fall.With(
            new Curve(Thinned.Losses(run), Ink.Red, "descent, α = 0.1"),
            Curve.Level(optimum.Loss, updates, Ink.Green, "the minimum")));

        var plane = LogisticPlane.Points("The border where p = 1/2");
        yield return new Drawing("g-logistic-border.svg", plane.With(
            new Curve(LogisticPlane.Border(run[1].Parameters), Ink.Grey, "after 1 update"),
            new Curve(LogisticPlane.Border(run[1000].Parameters), Ink.Red, "after 1000"),
            new Curve(LogisticPlane.Border(optimum.Parameters), Ink.Black, "at the optimum", Dashed: true)));
    }
}
