namespace Descent.Models;

/// <summary>How good probabilities are: both scores are best, in the mean, for the true ones.</summary>
/// <remarks>
/// Means over the rows by their weights, row i in lane i mod 8. Lower is better, and 0 is certainty that was
/// right.
/// </remarks>
public sealed record ProbabilityScores
{
    // More than what rounding, or a printout of seven digits, may leave of 1.
    private const double SumTolerance = 1e-6;

    private ProbabilityScores(double[] logs, double[] squares, Dataset rows) =>
        (LogLoss, Brier) = (RowMean.Of(logs, rows), RowMean.Of(squares, rows));

    /// <summary>The scores of probabilities of class 1.</summary>
    /// <param name="targets">The true classes, 0 and 1.</param>
    /// <param name="probabilities">The probability of class 1 for each, from 0 to 1.</param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentException">
    /// A target is neither 0 nor 1, the lengths differ, there is no row, or a weight is not permitted.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not in [0, 1].</exception>
    public static ProbabilityScores Of(Vector targets, Vector probabilities, Vector? weights = null)
    {
        var rows = RowMean.Rows(targets, weights);
        Guard.SameLength(probabilities.Count, targets.Count, "the list of targets", nameof(probabilities));
        ModelGuard.Classes(rows, 2, nameof(targets));
        var (logs, squares) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < logs.Length; i++)
        {
            var (y, p) = (targets[i], Guard.Probability(probabilities[i], nameof(probabilities)));
            // 0 − x, where −x would make a −0 of certainty.
            logs[i] = 0 - (y == 1 ? Elementary.Log(p) : Elementary.Log1p(-p));
            squares[i] = (p - y) * (p - y);
        }

        return new(logs, squares, rows);
    }

    /// <summary>The scores of probabilities of all classes.</summary>
    /// <param name="targets">The true classes, from 0.</param>
    /// <param name="probabilities">
    /// A row for each: the probabilities of at least two classes, with sum 1. A class beyond them has 0.
    /// </param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="probabilities"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A target is no class, the lengths differ, there is no row, a row's sum differs from 1 by more than
    /// 1e-6, or a weight is not permitted.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A probability is not in [0, 1], or there are fewer than two columns.
    /// </exception>
    public static ProbabilityScores Of(Vector targets, Matrix probabilities, Vector? weights = null)
    {
        Guard.NotNull(probabilities);
        var rows = RowMean.Rows(targets, weights);
        Guard.SameLength(probabilities.Rows, targets.Count, "the list of targets", nameof(probabilities));
        Guard.AtLeast(probabilities.Columns, 2, "probabilities.Columns");
        for (var i = 0; i < probabilities.Rows; i++)
        {
            var row = probabilities.Row(i);
            foreach (var p in row)
                Guard.Probability(p, nameof(probabilities));
            var sum = Kernels.Sum(row);
            if (Math.Abs(sum - 1) > SumTolerance)
            {
                throw new ArgumentException(
                    Guard.Text($"Row {i} of probabilities has the sum {sum}; it must be 1. ")
                    + "Divide the row by its sum.",
                    nameof(probabilities));
            }
        }

        return Of(rows, probabilities, nameof(targets));
    }

    /// <summary>The scores of a model's probabilities.</summary>
    /// <remarks>
    /// A class that the model has never seen has the probability 0. NaN where the model's are.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The model is no <see cref="IProbabilisticClassifier"/> or
    /// has another number of features, or a target is no class.
    /// </exception>
    public static ProbabilityScores Of(Dataset data, IModel model)
    {
        Guard.NotNull(data);
        var asked = Asked.ForProbabilities("A score of probabilities", model);
        return Of(data, asked.Probabilities(data.Features), nameof(data));
    }

    /// <summary>The mean of <c>−log p</c>, p the probability of the true class; natural logarithm.</summary>
    /// <remarks>
    /// +∞ where what occurred had the probability 0: nothing is clipped. log K for equal probabilities
    /// (Good 1952).
    /// </remarks>
    public double LogLoss { get; }

    /// <summary>The mean squared error of the probabilities.</summary>
    /// <remarks>
    /// With two classes <c>(p − y)²</c>, p the probability of class 1, from 0 to 1. With more
    /// <c>Σₖ (pₖ − [y = k])²</c>, from 0 to 2: Brier's own form, which with two classes would be twice as
    /// much (Brier 1950).
    /// </remarks>
    public double Brier { get; }

    /// <summary>Both scores.</summary>
    public override string ToString() => Guard.Text($"log-loss {LogLoss:G6}, Brier {Brier:G6}");

    private static ProbabilityScores Of(Dataset rows, Matrix probabilities, string name)
    {
        ModelGuard.ClassCount(rows, name);
        var isBinary = probabilities.Columns == 2 && RowMean.Greatest(rows.Targets, rows) < 2;
        var (logs, squares) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < logs.Length; i++)
        {
            var row = probabilities.Row(i);
            var truth = (int)rows.Targets[i];
            logs[i] = 0 - Elementary.Log(truth < row.Length ? row[truth] : 0);
            squares[i] = isBinary ? Square(row[1] - truth) : SquaredDistance(row, truth);
        }

        return new(logs, squares, rows);
    }

    private static double SquaredDistance(ReadOnlySpan<double> row, int truth)
    {
        var sum = truth < row.Length ? 0.0 : 1.0;
        for (var k = 0; k < row.Length; k++)
            sum += Square(row[k] - (k == truth ? 1 : 0));
        return sum;
    }

    private static double Square(double x) => x * x;
}
