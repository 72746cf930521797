namespace Descent.Models;

/// <summary>How often one class was found, missed, and seen where it is not.</summary>
/// <remarks>
/// <para>The rates are quotients of these four numbers. 0/0 is NaN: a rate of rows that there are none of. By
/// definition TPR + FNR = 1 and FPR + TNR = 1 wherever they are numbers.</para>
/// </remarks>
/// <param name="TruePositives">TP: the class, predicted so. At least 0 and finite, as all four are.</param>
/// <param name="FalsePositives">FP: another class, predicted as this one.</param>
/// <param name="TrueNegatives">TN: another class, predicted as another one.</param>
/// <param name="FalseNegatives">FN: the class, predicted as another one.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
public sealed record BinaryCounts(
    double TruePositives, double FalsePositives, double TrueNegatives, double FalseNegatives)
{
    /// <summary>TP: the class, predicted so.</summary>
    public double TruePositives { get; init => field = Guard.NonNegative(value, nameof(TruePositives)); } =
        Guard.NonNegative(TruePositives);

    /// <summary>FP: another class, predicted as this one.</summary>
    public double FalsePositives { get; init => field = Guard.NonNegative(value, nameof(FalsePositives)); } =
        Guard.NonNegative(FalsePositives);

    /// <summary>TN: another class, predicted as another one.</summary>
    public double TrueNegatives { get; init => field = Guard.NonNegative(value, nameof(TrueNegatives)); } =
        Guard.NonNegative(TrueNegatives);

    /// <summary>FN: the class, predicted as another one.</summary>
    public double FalseNegatives { get; init => field = Guard.NonNegative(value, nameof(FalseNegatives)); } =
        Guard.NonNegative(FalseNegatives);

    /// <summary>TP + FN: the rows of the class.</summary>
    public double Positives => TruePositives + FalseNegatives;

    /// <summary>FP + TN: the rows of other classes.</summary>
    public double Negatives => FalsePositives + TrueNegatives;

    /// <summary>TPR = TP / (TP + FN), also called recall and sensitivity.</summary>
    public double TruePositiveRate => TruePositives / Positives;

    /// <summary>FPR = FP / (FP + TN): the share of false alarms.</summary>
    public double FalsePositiveRate => FalsePositives / Negatives;

    /// <summary>TNR = TN / (FP + TN), also called specificity.</summary>
    public double TrueNegativeRate => TrueNegatives / Negatives;

    /// <summary>FNR = FN / (TP + FN): the share that is missed.</summary>
    public double FalseNegativeRate => FalseNegatives / Positives;

    /// <summary>The true positive rate by its name in medicine.</summary>
    public double Sensitivity => TruePositiveRate;

    /// <summary>The true negative rate by its name in medicine.</summary>
    public double Specificity => TrueNegativeRate;

    /// <summary>TP / (TP + FP): of the predictions of the class, the share that are right.</summary>
    public double Precision => TruePositives / (TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): of the rows of the class, the share that are found.</summary>
    public double Recall => TruePositiveRate;

    /// <summary>2 TP / (2 TP + FP + FN): the harmonic mean of precision and recall.</summary>
    /// <remarks>
    /// Defined where only one of them is: it is 0 where no row is found, and NaN only where the class neither
    /// occurs nor is predicted (van Rijsbergen 1979).
    /// </remarks>
    public double F1 => 2 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The correlation of truth and prediction, from −1 to 1; 0 is no better than chance.</summary>
    /// <remarks>
    /// <c>(TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))</c>; NaN where either is constant
    /// (Matthews 1975).
    /// </remarks>
    public double MatthewsCorrelation =>
        ((TruePositives * TrueNegatives) - (FalsePositives * FalseNegatives))
        / (Math.Sqrt((TruePositives + FalsePositives) * Positives)
            * Math.Sqrt((TrueNegatives + FalseNegatives) * Negatives));

    /// <summary>The four numbers.</summary>
    public override string ToString() => Guard.Text(
        $"TP {TruePositives:G6}, FP {FalsePositives:G6}, TN {TrueNegatives:G6}, FN {FalseNegatives:G6}");
}
