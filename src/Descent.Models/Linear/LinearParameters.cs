namespace Descent.Models;

/// <summary>From the parameters of a risk with one score to weights and bias, and back.</summary>
internal static class LinearParameters
{
    /// <summary>The weights, and the bias or 0.</summary>
    public static (Vector Weights, double Bias) Split(Dataset data, Vector parameters, bool bias)
    {
        var features = Guard.NotNull(data).FeatureCount;
        Guard.SameLength(
            parameters.Count, bias ? features + 1 : features, "the list of the model's parameters",
            nameof(parameters));
        return (parameters[..features], bias ? parameters[^1] : 0);
    }

    /// <summary>The weights, then the bias where there is one.</summary>
    public static Vector Join(Dataset data, Vector weights, double intercept, bool bias)
    {
        Guard.SameLength(
            weights.Count, Guard.NotNull(data).FeatureCount, "a row of the data", "start.Weights");
        return bias ? [.. weights, intercept] : weights;
    }
}
