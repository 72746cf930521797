namespace Descent.Models;

/// <summary>What models are scored by where no metric is named.</summary>
internal static class DefaultMetric
{
    /// <summary>The weight of rows whose class is predicted, as a share of all.</summary>
    public static Metric Accuracy { get; } = new("accuracy", true, (data, model) =>
    {
        var hits = model.Predict(data.Features).Zip(data.Targets, (p, y) => p == y ? 1 : 0);
        return hits.Dot(data.Weights) / data.Weights.Sum();
    });

    /// <summary>1 − Σ cᵢ (ŷᵢ − yᵢ)² / Σ cᵢ (yᵢ − ȳ)².</summary>
    public static Metric RSquared { get; } = new("R²", true, (data, model) =>
    {
        var mean = data.Targets.Dot(data.Weights) / data.Weights.Sum();
        var residuals = model.Predict(data.Features) - data.Targets;
        var deviations = data.Targets.Map(y => y - mean);
        return 1 - (Squares(data, residuals) / Squares(data, deviations));
    });

    /// <summary>Σ cᵢ (ŷᵢ − yᵢ)² / Σ cᵢ.</summary>
    public static Metric MeanSquaredError { get; } = new("mean squared error", false, (data, model) =>
        Squares(data, model.Predict(data.Features) - data.Targets) / data.Weights.Sum());

    /// <summary>The mean logistic loss of the discriminants' difference.</summary>
    public static Metric LogLoss { get; } = new("log loss", false, (data, model) =>
    {
        var scores = ((LogisticModel)model).Scores(data.Features);
        var losses = scores.Zip(data.Targets, Loss.Logistic.Value);
        return losses.Dot(data.Weights) / data.Weights.Sum();
    });

    /// <summary>Accuracy for a classifier, R² for any other model.</summary>
    public static Metric For(IModel model) => model is IClassifier ? Accuracy : RSquared;

    private static double Squares(Dataset data, Vector values) =>
        values.Map(value => value * value).Dot(data.Weights);
}
