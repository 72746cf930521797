using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The scores of a <see cref="GridSearch"/>.</summary>
public sealed class GridScores<TSetting>
{
    private readonly int _best;
    private readonly int _simplest;

    internal GridScores(ImmutableArray<GridPoint<TSetting>> points)
    {
        Points = points;
        ScoreSummary[] scores = [.. points.Select(point => point.Validation.Summary)];
        _best = Choice.Best(Metric.HigherIsBetter, scores);
        _simplest = Choice.OneStandardError(Metric.HigherIsBetter, scores);
    }

    /// <summary>Every setting with its scores, in the order given.</summary>
    public ImmutableArray<GridPoint<TSetting>> Points { get; }

    /// <summary>What scored.</summary>
    public Metric Metric => Points[0].Validation.Metric;

    /// <summary>The setting of the best mean, and of equal ones the first; NaN is worse than any.</summary>
    public GridPoint<TSetting> Best => Points[_best];

    /// <summary>The first setting given whose mean is within one standard error of the best's.</summary>
    /// <remarks>
    /// Where the simplest settings were given first, it is the simplest that is as good as the best but for
    /// noise (Breiman, Friedman, Olshen, Stone 1984). Fit it by <c>search.OneStandardError.Learner</c>.
    /// </remarks>
    public GridPoint<TSetting> OneStandardError => Points[_simplest];

    /// <summary>Fits the best setting to all rows.</summary>
    public IFit<IModel> Fit() => Best.Learner.Fit(Best.Validation.Data);

    /// <summary>A table: each setting's mean ± spread, and which were chosen.</summary>
    public override string ToString() => ScoreTable.Of(
        Points.Select((point, k) => (string[])
        [
            point.Validation.Name,
            point.Validation.Summary.ToString(),
            ScoreTable.Mark(k == _best, k == _simplest),
        ]).Prepend(["setting", Metric.Name, ""]));
}
