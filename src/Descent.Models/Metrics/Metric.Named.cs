namespace Descent.Models;

// Those that have a name.
public sealed partial record Metric
{
    /// <summary>The share of rows whose class is predicted.</summary>
    public static Metric Accuracy { get; } =
        new("accuracy", true, (data, model) => Table("accuracy", data, model).Accuracy);

    /// <summary>The share of rows whose class is not predicted.</summary>
    public static Metric ErrorRate { get; } =
        new("error rate", false, (data, model) => Table("error rate", data, model).ErrorRate);

    /// <summary>The mean recall of the classes that there are rows of.</summary>
    public static Metric BalancedAccuracy { get; } = new(
        "balanced accuracy", true, (data, model) => Table("balanced accuracy", data, model).BalancedAccuracy);

    /// <summary>The precision of class 1, or with more than two classes the mean over them.</summary>
    /// <remarks>
    /// NaN where class 1 is never predicted; among more classes such a one counts as 0. See
    /// <see cref="Confusion.Precision"/>.
    /// </remarks>
    public static Metric Precision { get; } =
        new("precision", true, (data, model) => Table("precision", data, model).Precision);

    /// <summary>The recall of class 1, or with more than two classes the mean over them.</summary>
    /// <remarks>
    /// NaN where there is no row of class 1; among more classes such a one counts as 0. See
    /// <see cref="Confusion.Recall"/>.
    /// </remarks>
    public static Metric Recall { get; } =
        new("recall", true, (data, model) => Table("recall", data, model).Recall);

    /// <summary>The F1 of class 1, or with more than two classes the mean over them.</summary>
    /// <remarks>
    /// NaN where class 1 neither occurs nor is predicted. See <see cref="Confusion.F1"/>.
    /// </remarks>
    public static Metric F1 { get; } = new("F1", true, (data, model) => Table("F1", data, model).F1);

    /// <summary>The mean F1 of the classes, both of them where there are two.</summary>
    public static Metric MacroF1 { get; } =
        new("macro F1", true, (data, model) => Table("macro F1", data, model).Macro().F1);

    /// <summary>The mean of −log p, p the probability of the true class.</summary>
    public static Metric LogLoss { get; } =
        new("log-loss", false, (data, model) => Probabilities("log-loss", data, model).LogLoss);

    /// <summary>The mean squared error of the probabilities.</summary>
    /// <remarks>See <see cref="ProbabilityScores.Brier"/> for its two forms.</remarks>
    public static Metric Brier { get; } =
        new("Brier score", false, (data, model) => Probabilities("Brier score", data, model).Brier);

    /// <summary>The area under the ROC curve of two classes.</summary>
    public static Metric AreaUnderRoc { get; } = new("area under ROC", true, (data, model) =>
        Roc.Of(data, Asked.ForClasses("The area under the ROC curve", model)).Auc);

    /// <summary>The average precision of two classes.</summary>
    public static Metric AveragePrecision { get; } = new("average precision", true, (data, model) =>
        PrecisionRecall.Of(data, Asked.ForClasses("The average precision", model)).AveragePrecision);

    /// <summary>MSE, the mean of (ŷ − y)².</summary>
    public static Metric MeanSquaredError { get; } =
        new("MSE", false, (data, model) => RegressionErrors.Of(data, model).MeanSquaredError);

    /// <summary>RMSE = √MSE.</summary>
    public static Metric RootMeanSquaredError { get; } =
        new("RMSE", false, (data, model) => RegressionErrors.Of(data, model).RootMeanSquaredError);

    /// <summary>MAE, the mean of |ŷ − y|.</summary>
    public static Metric MeanAbsoluteError { get; } =
        new("MAE", false, (data, model) => RegressionErrors.Of(data, model).MeanAbsoluteError);

    /// <summary>R² = 1 − MSE / variance of the targets; NaN where all targets are equal.</summary>
    public static Metric RSquared { get; } =
        new("R²", true, (data, model) => RegressionErrors.Of(data, model).RSquared);

    /// <summary>What a model is judged by where nothing is said: accuracy of a classifier, else R².</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public static Metric DefaultFor(IModel model) =>
        Guard.NotNull(model) is IClassifier ? Accuracy : RSquared;

    private static Confusion Table(string name, Dataset data, IModel model) =>
        Confusion.Of(data, Asked.ForClasses($"The {name}", model));

    private static ProbabilityScores Probabilities(string name, Dataset data, IModel model) =>
        ProbabilityScores.Of(data, Asked.ForProbabilities($"The {name}", model));
}
