using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A point of a <see cref="PrecisionRecall"/> curve.</summary>
/// <param name="Threshold">Class 1 is predicted where the score is at least this.</param>
/// <param name="Recall">The share of class 1 that is then found; NaN of none.</param>
/// <param name="Precision">The share of those predicted as class 1 that are.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision)
{
    /// <summary>Recall and precision, and the threshold.</summary>
    public override string ToString() => Guard.Text($"({Recall:G6}, {Precision:G6}) at {Threshold:G6}");
}

/// <summary>Recall and precision at each threshold.</summary>
/// <remarks>
/// <para>One point for each distinct score, the highest first; at the lowest, recall is 1 and precision the
/// share of class 1. There is none for the threshold +∞, which predicts nothing: its precision would be 0/0.
/// </para>
/// <para>Where there is no row of class 1, recalls and <see cref="AveragePrecision"/> are NaN. Where a
/// model's scores are NaN, as a run that diverged leaves them, there are no points.</para>
/// </remarks>
public sealed class PrecisionRecall
{
    private PrecisionRecall(ScoreGroup[] groups)
    {
        var positives = 0.0;
        foreach (var group in groups)
            positives += group.Positives;

        var (found, predicted, sum) = (0.0, 0.0, 0.0);
        var points = ImmutableArray.CreateBuilder<PrecisionRecallPoint>(groups.Length);
        foreach (var group in groups)
        {
            found += group.Positives;
            predicted += group.Positives + group.Negatives;
            sum += group.Positives * (found / predicted);
            points.Add(new(group.Score, found / positives, found / predicted));
        }

        Points = points.DrainToImmutable();
        AveragePrecision = sum / positives;
    }

    /// <summary>The curve of scores.</summary>
    /// <inheritdoc cref="Roc.Of(Vector, Vector, Vector?)"/>
    public static PrecisionRecall Of(Vector targets, Vector scores, Vector? weights = null) =>
        new(ScoreGroups.Of(targets, scores, weights));

    /// <summary>The curve of a model of two classes, whose score is <c>g_1 − g_0</c>.</summary>
    /// <inheritdoc cref="Roc.Of(Dataset, IModel)"/>
    public static PrecisionRecall Of(Dataset data, IModel model) =>
        new(ScoreGroups.Of(data, Asked.ForClasses("A precision-recall curve", model)));

    /// <summary>The points, thresholds descending and recalls rising to 1.</summary>
    public ImmutableArray<PrecisionRecallPoint> Points { get; }

    /// <summary>The mean precision, <c>Σ (Rₙ − Rₙ₋₁) Pₙ</c> over the points.</summary>
    /// <remarks>
    /// Stepwise: nothing is interpolated, since the precision between two points does not run on a line
    /// (Davis, Goadrich 2006). Scores without a meaning give about the share of class 1.
    /// </remarks>
    public double AveragePrecision { get; }

    /// <summary>The number of points and the average precision.</summary>
    public override string ToString() => Guard.Text(
        $"precision and recall at {Points.Length} thresholds, average precision {AveragePrecision:G6}");
}
