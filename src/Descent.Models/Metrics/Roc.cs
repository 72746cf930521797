using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A point of a <see cref="Roc"/> curve.</summary>
/// <param name="Threshold">Class 1 is predicted where the score is at least this.</param>
/// <param name="FalsePositiveRate">The share of class 0 that is then taken for class 1; NaN of none.</param>
/// <param name="TruePositiveRate">The share of class 1 that is then found; NaN of none.</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate)
{
    /// <summary>The two rates and the threshold.</summary>
    public override string ToString() => Guard.Text(
        $"({FalsePositiveRate:G6}, {TruePositiveRate:G6}) at {Threshold:G6}");
}

/// <summary>The receiver operating characteristic: what each threshold finds, and at what price.</summary>
/// <remarks>
/// <para>One point for each distinct score, the highest first, after the point (0, 0) of the threshold +∞
/// that predicts no class 1; the last is (1, 1). A curve depends on the order of the scores alone.</para>
/// <para>Where only one class is present, the rates of the other and <see cref="Auc"/> are NaN. Where a
/// model's scores are NaN, as a run that diverged leaves them, there are no points (Hanley, McNeil 1982).
/// </para>
/// </remarks>
public sealed class Roc
{
    private Roc(ScoreGroup[] groups)
    {
        var (positives, negatives) = (0.0, 0.0);
        foreach (var group in groups)
            (positives, negatives) = (positives + group.Positives, negatives + group.Negatives);

        var (found, alarms, twice) = (0.0, 0.0, 0.0);
        var points = ImmutableArray.CreateBuilder<RocPoint>(groups.Length + 1);
        if (groups.Length > 0)
            points.Add(new(double.PositiveInfinity, 0 / negatives, 0 / positives));
        foreach (var group in groups)
        {
            // Halves are taken in the end, so that counts stay whole numbers.
            twice += group.Negatives * ((2 * found) + group.Positives);
            (found, alarms) = (found + group.Positives, alarms + group.Negatives);
            points.Add(new(group.Score, alarms / negatives, found / positives));
        }

        Points = points.DrainToImmutable();
        Auc = twice / (2 * positives * negatives);
    }

    /// <summary>The curve of scores.</summary>
    /// <param name="targets">The true classes, 0 and 1.</param>
    /// <param name="scores">A score for each: the higher, the more likely class 1; not NaN.</param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentException">
    /// A target is neither 0 nor 1, a score is NaN, the lengths differ, there is no row, or a weight is not
    /// permitted.
    /// </exception>
    public static Roc Of(Vector targets, Vector scores, Vector? weights = null) =>
        new(ScoreGroups.Of(targets, scores, weights));

    /// <summary>The curve of a model of two classes, whose score is <c>g_1 − g_0</c>.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The model is no <see cref="IClassifier"/>, or has more than two classes or another number of features,
    /// or a target is neither 0 nor 1.
    /// </exception>
    public static Roc Of(Dataset data, IModel model) =>
        new(ScoreGroups.Of(data, Asked.ForClasses("An ROC curve", model)));

    /// <summary>The points, from (0, 0) to (1, 1), thresholds descending.</summary>
    public ImmutableArray<RocPoint> Points { get; }

    /// <summary>
    /// The probability that a random row of class 1 has a higher score than one of class 0, ties counting ½.
    /// </summary>
    /// <remarks>
    /// The area under the curve, and Mann and Whitney's U over the number of pairs. Without weights the
    /// counts are exact and rounded once; with them, sums go from the highest score down.
    /// </remarks>
    public double Auc { get; }

    /// <summary>The number of points and the area.</summary>
    public override string ToString() => Guard.Text($"ROC of {Points.Length} points, area {Auc:G6}");
}
