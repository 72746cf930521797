using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The scores of a <see cref="PathSelection"/>.</summary>
public sealed class SelectedPath<TModel>
    where TModel : class, IModel
{
    private readonly int _best;
    private readonly int _simplest;

    internal SelectedPath(Metric metric, ImmutableArray<SelectedPoint<TModel>> points)
    {
        (Metric, Points) = (metric, points);
        ScoreSummary[] scores = [.. points.Select(point => point.Summary)];
        _best = Choice.Best(metric.HigherIsBetter, scores);
        _simplest = Choice.OneStandardError(metric.HigherIsBetter, scores);
    }

    /// <summary>What scored.</summary>
    public Metric Metric { get; }

    /// <summary>Every strength with its scores and its model, falling.</summary>
    public ImmutableArray<SelectedPoint<TModel>> Points { get; }

    /// <summary>The strengths, falling.</summary>
    public Vector Strengths => Vector.From(Points.Select(point => point.Strength));

    /// <summary>The strength of the best mean, and of equal ones the greatest.</summary>
    public SelectedPoint<TModel> Best => Points[_best];

    /// <summary>The greatest strength whose mean is within one standard error of the best's.</summary>
    /// <remarks>The simplest model that is as good as the best but for noise: glmnet's lambda.1se.</remarks>
    public SelectedPoint<TModel> OneStandardError => Points[_simplest];

    /// <summary>The metric, and the two strengths that were chosen.</summary>
    public override string ToString() => Guard.Text(
        $"{Metric} along {Points.Length} strengths\nbest: {Best}\n")
        + $"within one standard error: {OneStandardError}";
}
