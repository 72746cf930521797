namespace Descent.Models;

// From models, predictions, scores, and counts.
public sealed partial class Confusion
{
    private const int MostClasses = 4096;

    /// <summary>The table of a model's predictions.</summary>
    /// <remarks>
    /// A class that the model has never seen gets a row and a column too: all its rows are errors.
    /// </remarks>
    /// <param name="test">Rows with their classes, best not those that the model was fitted to.</param>
    /// <param name="model">The classifier.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The model is no <see cref="IClassifier"/> or has another number of features, a target is no class, or
    /// there are more than 4096 classes.
    /// </exception>
    public static Confusion Of(Dataset test, IModel model)
    {
        Guard.NotNull(test);
        var classifier = Asked.ForClasses("A confusion matrix", model);
        ModelGuard.ClassCount(test, nameof(test));
        var classes = Math.Max(classifier.ClassCount, (int)RowMean.Greatest(test.Targets, test) + 1);
        return Table(test, model.Predict(test.Features), classes, nameof(test), "predictions");
    }

    /// <summary>The table of predictions.</summary>
    /// <param name="targets">The true classes.</param>
    /// <param name="predictions">The predicted ones, in the same order.</param>
    /// <param name="classes">
    /// K, at least 2; when omitted, the greatest number of both plus 1, and at least 2.
    /// </param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentException">
    /// A number is no class, the lengths differ, there is no row, or a weight is not permitted.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="classes"/> is less than 2.
    /// </exception>
    public static Confusion Of(
        Vector targets, Vector predictions, int? classes = null, Vector? weights = null)
    {
        var rows = RowMean.Rows(targets, weights);
        Guard.SameLength(predictions.Count, targets.Count, "the list of targets", nameof(predictions));
        var most = Math.Max(RowMean.Greatest(targets, rows), RowMean.Greatest(predictions, rows));
        var count = classes is { } given
            ? Guard.AtLeast(given, 2, nameof(classes))
            : most < MostClasses ? Math.Max(2, (int)most + 1) : MostClasses;
        return Table(rows, predictions, count, nameof(targets), nameof(predictions));
    }

    /// <summary>The table of two classes told apart by a threshold.</summary>
    /// <param name="targets">The true classes, 0 and 1.</param>
    /// <param name="scores">What class 1 is predicted by, such as its probabilities.</param>
    /// <param name="threshold">Class 1 is predicted where the score is at least this.</param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentException">
    /// A target is neither 0 nor 1, a score or the threshold is NaN, the lengths differ, there is no row, or
    /// a weight is not permitted.
    /// </exception>
    public static Confusion OfScores(
        Vector targets, Vector scores, double threshold = 0.5, Vector? weights = null)
    {
        var rows = RowMean.Rows(targets, weights);
        ScoreGroups.Check(scores, targets.Count, nameof(scores));
        if (double.IsNaN(threshold))
            throw new ArgumentException("threshold is NaN; pass a number.", nameof(threshold));
        var predictions = scores.Map(score => score >= threshold ? 1 : 0);
        return Table(rows, predictions, 2, nameof(targets), nameof(predictions));
    }

    /// <summary>The table of counts, such as one from a book.</summary>
    /// <param name="counts">K × K, K at least 2: rows are true classes, columns predicted ones.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It is not square, has less than two rows, an entry is negative or not finite, or all are 0.
    /// </exception>
    public static Confusion OfCounts(Matrix counts)
    {
        Guard.NotNull(counts);
        Guard.SameLength(counts.Columns, counts.Rows, "a column", nameof(counts));
        Guard.AtLeast(counts.Rows, 2, "counts.Rows");
        for (var i = 0; i < counts.Rows; i++)
        {
            foreach (var entry in counts.Row(i))
                Guard.NonNegative(entry, nameof(counts));
        }

        var table = new Confusion(counts.ToDense());
        return table.Total > 0
            ? table
            : throw new ArgumentException("All of counts are 0; there must be a row.", nameof(counts));
    }

    private static Confusion Table(
        Dataset rows, Vector predictions, int classes, string targetsName, string predictionsName)
    {
        if (classes > MostClasses)
        {
            throw new ArgumentException(
                Guard.Text($"{targetsName} has {classes} classes, but a table has at most {MostClasses}; ")
                + "number the classes from 0 without gaps, for example by Categories.Of.",
                targetsName);
        }

        var counts = new double[classes, classes];
        for (var i = 0; i < rows.Count; i++)
        {
            // A row of weight 0 is not there, though its class be beyond the table.
            if (rows.IsWeighted && rows.Weights[i] == 0)
                continue;

            var truth = ClassOf(rows.Targets[i], classes, targetsName, i);
            var prediction = ClassOf(predictions[i], classes, predictionsName, i);
            counts[truth, prediction] += rows.IsWeighted ? rows.Weights[i] : 1;
        }

        return new(Matrix.From(classes, classes, (i, j) => counts[i, j]));
    }

    private static int ClassOf(double value, int classes, string name, int row) =>
        value >= 0 && value < classes && value == Math.Floor(value)
            ? (int)value
            : throw new ArgumentException(
                Guard.Text($"{name} has {value} in row {row}, which is none of the classes ")
                + Guard.Text($"0 to {classes - 1}; number them so, for example by Categories.Of."),
                name);
}
