namespace Descent.Models;

/// <summary>How far predictions are from numbers.</summary>
/// <remarks>
/// Means over the rows by their weights, row i in lane i mod 8. Predictions that are not finite, as a run
/// that diverged makes them, give errors that are not.
/// </remarks>
public sealed record RegressionErrors
{
    private RegressionErrors(Dataset rows, Vector predictions)
    {
        var errors = predictions - rows.Targets;
        MeanSquaredError = Mean(errors, rows, error => error * error);
        MeanAbsoluteError = Mean(errors, rows, Math.Abs);
        MaxError = RowMean.Greatest(errors.Map(Math.Abs), rows);

        // About one of the targets, so that equal ones have no spread at all.
        var one = AnyTarget(rows);
        var shifted = rows.Targets.Map(target => target - one);
        var mean = Mean(shifted, rows, target => target);
        var spread = Mean(shifted, rows, target => (target - mean) * (target - mean));
        RSquared = spread == 0 ? double.NaN : 1 - (MeanSquaredError / spread);
    }

    /// <summary>The errors of predictions.</summary>
    /// <param name="targets">The true numbers.</param>
    /// <param name="predictions">The predicted ones, in the same order.</param>
    /// <param name="weights">A weight for each, at least 0; all 1 when omitted.</param>
    /// <exception cref="ArgumentException">
    /// A target is not finite, the lengths differ, there is no row, or a weight is not permitted.
    /// </exception>
    public static RegressionErrors Of(Vector targets, Vector predictions, Vector? weights = null)
    {
        var rows = RowMean.Rows(targets, weights);
        Guard.SameLength(predictions.Count, targets.Count, "the list of targets", nameof(predictions));
        return new(rows, predictions);
    }

    /// <summary>The errors of a model's predictions.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The model has another number of features.</exception>
    public static RegressionErrors Of(Dataset data, IModel model)
    {
        Guard.NotNull(data);
        return new(data, Guard.NotNull(model).Predict(data.Features));
    }

    /// <summary>MSE, the mean of (ŷ − y)², in squared units of the target.</summary>
    public double MeanSquaredError { get; }

    /// <summary>RMSE = √MSE, in units of the target.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>MAE, the mean of |ŷ − y|, in units of the target.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The greatest |ŷ − y| of a row of positive weight.</summary>
    public double MaxError { get; }

    /// <summary>R² = 1 − MSE / variance: the share of the targets' spread that is explained.</summary>
    /// <remarks>
    /// 1 for exact predictions, 0 for the mean of these targets, and less than 0 for what is worse. NaN where
    /// all targets are equal: there is nothing to explain, right or wrong (Wright 1921).
    /// </remarks>
    public double RSquared { get; }

    /// <summary>The errors, and R².</summary>
    public override string ToString() =>
        Guard.Text($"RMSE {RootMeanSquaredError:G6}, MAE {MeanAbsoluteError:G6}, ")
        + Guard.Text($"at most {MaxError:G6}, R² {RSquared:G6}");

    private static double Mean(Vector numbers, Dataset rows, Func<double, double> term) =>
        RowMean.Of([.. numbers.Select(term)], rows);

    private static double AnyTarget(Dataset rows) =>
        rows.IsWeighted ? rows.Targets[rows.Weights.TakeWhile(c => c == 0).Count()] : rows.Targets[0];
}
