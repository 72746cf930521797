using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The points of a <see cref="LearningCurve"/>.</summary>
public sealed class ScoreCurve<TSetting>
{
    private readonly int _best;

    internal ScoreCurve(Metric metric, ImmutableArray<ScorePoint<TSetting>> points)
    {
        (Metric, Points) = (metric, points);
        _best = Choice.Best(metric.HigherIsBetter, [.. points.Select(point => point.Test)]);
    }

    /// <summary>What scored.</summary>
    public Metric Metric { get; }

    /// <summary>The points, in the order given.</summary>
    public ImmutableArray<ScorePoint<TSetting>> Points { get; }

    /// <summary>The point of the best mean on test parts, and of equal ones the first.</summary>
    public ScorePoint<TSetting> Best => Points[_best];

    /// <summary>A table: mean ± spread of both scores at each point.</summary>
    public override string ToString() => ScoreTable.Of(
        Points.Select((point, k) => (string[])
        [
            ScoreTable.Cell(point.Setting),
            point.Train.ToString(),
            point.Test.ToString(),
            k == _best ? "best" : "",
        ]).Prepend(["setting", $"{Metric}, train", $"{Metric}, test", ""]));
}
