using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The confusion table: how often each class was taken for each.</summary>
/// <remarks>
/// <para>Rows are true classes, columns predicted ones, both from 0 to K − 1. An entry is the sum of the
/// weights of its rows of data, added in their order: without weights an exact count, so that the order of
/// rows changes no bit.</para>
/// <para><see cref="Class"/> is a class against all others. The rates of the table itself, as
/// <see cref="Precision"/>, are those of class 1 where there are two classes, and where there are more the
/// plain mean over the classes, as <see cref="Macro"/> has it. 0/0 of a single class is NaN; a mean counts it
/// as 0 unless told to leave it out.</para>
/// <para>Immutable, equal by value, and safe to share between threads.</para>
/// </remarks>
public sealed partial class Confusion : IEquatable<Confusion>
{
    private readonly Vector _hits;
    private readonly Vector _falseAlarms;
    private readonly Vector _misses;

    private Confusion(Matrix counts)
    {
        Counts = counts;
        var (hits, alarms, misses) =
            (new double[counts.Rows], new double[counts.Rows], new double[counts.Rows]);
        for (var i = 0; i < counts.Rows; i++)
        {
            var row = counts.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (i == j)
                {
                    hits[i] = row[i];
                    continue;
                }

                misses[i] += row[j];
                alarms[j] += row[j];
            }
        }

        (_hits, _falseAlarms, _misses) = (Vector.Own(hits), Vector.Own(alarms), Vector.Own(misses));
    }

    /// <summary>The table: rows are true classes, columns predicted ones.</summary>
    public Matrix Counts { get; }

    /// <summary>The number of classes, K.</summary>
    public int ClassCount => Counts.Rows;

    /// <summary>The weight of all rows of data: without weights, how many they are.</summary>
    public double Total => Right + Wrong;

    /// <summary>The share of rows whose class is predicted.</summary>
    public double Accuracy => Right / Total;

    /// <summary>The share of rows whose class is not predicted: 1 − accuracy.</summary>
    public double ErrorRate => Wrong / Total;

    /// <summary>The mean recall of the classes that there are rows of.</summary>
    /// <remarks>1/K for a constant prediction, however rare a class is.</remarks>
    public double BalancedAccuracy => Mean(k => WithoutOthers(k).Recall, UndefinedRate.IsLeftOut, null);

    /// <summary>The true positive rate of class 1, or the mean over more than two classes.</summary>
    public double TruePositiveRate => Rate(one => one.TruePositiveRate);

    /// <summary>The false positive rate of class 1, or the mean over more than two classes.</summary>
    public double FalsePositiveRate => Rate(one => one.FalsePositiveRate);

    /// <summary>The true negative rate of class 1, or the mean over more than two classes.</summary>
    public double TrueNegativeRate => Rate(one => one.TrueNegativeRate);

    /// <summary>The false negative rate of class 1, or the mean over more than two classes.</summary>
    public double FalseNegativeRate => Rate(one => one.FalseNegativeRate);

    /// <summary>The precision of class 1, or the mean over more than two classes.</summary>
    public double Precision => ClassCount == 2 ? WithoutOthers(1).Precision : Macro().Precision;

    /// <summary>The recall of class 1, or the mean over more than two classes.</summary>
    public double Recall => ClassCount == 2 ? WithoutOthers(1).Recall : Macro().Recall;

    /// <summary>The F1 of class 1, or the mean over more than two classes.</summary>
    public double F1 => ClassCount == 2 ? WithoutOthers(1).F1 : Macro().F1;

    /// <summary>By how much the agreement is above that of chance, as a share of what is possible.</summary>
    /// <remarks>
    /// <c>κ = (p − e) / (1 − e)</c>, p the accuracy, e that of predictions with the same shares of classes
    /// drawn without a look at the rows; NaN where e = 1 (Cohen 1960).
    /// </remarks>
    public double CohenKappa
    {
        get
        {
            // Over counts, whose products are exact, and not over shares.
            var chance = (_hits + _misses).Dot(_hits + _falseAlarms);
            return ((Total * Right) - chance) / ((Total * Total) - chance);
        }
    }

    private double Right => _hits.Sum();

    private double Wrong => _misses.Sum();

    /// <summary>The counts of one class against all others.</summary>
    /// <param name="k">The class, from 0 to K − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public BinaryCounts Class(int k)
    {
        Guard.Index(k, ClassCount);

        // Added up, not taken off the total, which would leave rounding where there is nothing.
        var elsewhere = 0.0;
        for (var i = 0; i < ClassCount; i++)
        {
            if (i != k)
                elsewhere += Kernels.Sum(Counts.Row(i)[..k]) + Kernels.Sum(Counts.Row(i)[(k + 1)..]);
        }

        return WithoutOthers(k) with { TrueNegatives = elsewhere };
    }

    /// <summary>The plain means over the classes.</summary>
    /// <remarks>Classes that neither occur nor are predicted play no part.</remarks>
    /// <param name="undefined">What becomes of a class whose rate is 0/0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="undefined"/> is none.</exception>
    public AverageRates Macro(UndefinedRate undefined = UndefinedRate.CountsAsZero) =>
        Averages(Guard.Defined(undefined), null);

    /// <summary>The means over the classes, each weighing as much as it has rows.</summary>
    /// <remarks>The weighted recall is the accuracy.</remarks>
    /// <param name="undefined">What becomes of a class whose rate is 0/0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="undefined"/> is none.</exception>
    public AverageRates Weighted(UndefinedRate undefined = UndefinedRate.CountsAsZero) =>
        Averages(Guard.Defined(undefined), _hits + _misses);

    /// <summary>The rates of the sums of all classes' counts.</summary>
    /// <remarks>
    /// Where each row has one class and one prediction, a false alarm of one class is a miss of another, and
    /// all three are the accuracy.
    /// </remarks>
    public AverageRates Micro => new(Accuracy, Accuracy, Accuracy);

    /// <summary>Whether both tables have equal counts.</summary>
    public bool Equals(Confusion? other) => other is not null && Counts.Equals(other.Counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Confusion);

    /// <inheritdoc/>
    public override int GetHashCode() => Counts.GetHashCode();

    /// <summary>The table with its accuracy; of more than 20 classes, the accuracy alone.</summary>
    public override string ToString()
    {
        const int shown = 20;
        var last = Guard.Text($"accuracy {Accuracy:G6} of {Total:G6} in {ClassCount} classes");
        if (ClassCount > shown)
            return last;

        ImmutableArray<string[]> lines =
        [
            ["true \\ predicted", .. Enumerable.Range(0, ClassCount).Select(k => Guard.Text($"{k}"))],
            .. Enumerable.Range(0, ClassCount).Select(i => (string[])
                [Guard.Text($"{i}"), .. Counts.Row(i).ToArray().Select(c => Guard.Text($"{c:G6}"))]),
        ];
        var width = lines.SelectMany(line => line[1..]).Max(cell => cell.Length) + 2;
        return string.Join('\n', lines.Select(line =>
            line[0].PadRight(lines[0][0].Length)
            + string.Concat(line[1..].Select(cell => cell.PadLeft(width)))).Append(last));
    }

    /// <summary>The counts of a class that precision, recall and F1 are made of.</summary>
    private BinaryCounts WithoutOthers(int k) => new(_hits[k], _falseAlarms[k], 0, _misses[k]);

    private double Rate(Func<BinaryCounts, double> rate) => ClassCount == 2
        ? rate(Class(1))
        : Mean(k => rate(Class(k)), UndefinedRate.CountsAsZero, null);

    private AverageRates Averages(UndefinedRate undefined, Vector? weights) => new(
        Mean(k => WithoutOthers(k).Precision, undefined, weights),
        Mean(k => WithoutOthers(k).Recall, undefined, weights),
        Mean(k => WithoutOthers(k).F1, undefined, weights));

    private double Mean(Func<int, double> rate, UndefinedRate undefined, Vector? weights)
    {
        var (sum, whole) = (0.0, 0.0);
        for (var k = 0; k < ClassCount; k++)
        {
            var weight = weights?[k] ?? (_hits[k] + _misses[k] + _falseAlarms[k] > 0 ? 1 : 0);
            var value = rate(k);
            if (weight == 0 || (double.IsNaN(value) && undefined == UndefinedRate.IsLeftOut))
                continue;

            whole += weight;
            sum += weight * (double.IsNaN(value) ? 0 : value);
        }

        return sum / whole;
    }
}
