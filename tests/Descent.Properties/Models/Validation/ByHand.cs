using Descent.Models;

namespace Descent.Properties;

/// <summary>Scores written out, to compare the library's with.</summary>
internal static class ByHand
{
    /// <summary>The mean squared error, every row alike.</summary>
    public static Metric MeanSquaredError { get; } = new("MSE", false, (data, model) =>
        (model.Predict(data.Features) - data.Targets).Map(r => r * r).Sum() / data.Count);

    /// <summary>The share of rows whose class is predicted.</summary>
    public static Metric HitRate { get; } = new("hits", true, (data, model) =>
        model.Predict(data.Features).Zip(data.Targets, (p, y) => p == y ? 1 : 0).Sum() / data.Count);

    /// <summary>1 − residual sum / total sum.</summary>
    public static double RSquared(Vector predictions, Vector targets)
    {
        var mean = targets.Average();
        return 1 - (predictions.Zip(targets, (p, y) => (p - y) * (p - y)).Sum()
            / targets.Map(y => (y - mean) * (y - mean)).Sum());
    }
}
