namespace Descent.Models;

/// <summary>A line, plane or hyperplane: <c>y = w·x + b</c>.</summary>
/// <param name="Weights">w, one for each feature.</param>
/// <param name="Bias">b; 0 where there is none.</param>
public sealed record LinearModel(Vector Weights, double Bias) : IModel
{
    /// <inheritdoc/>
    public int FeatureCount => Weights.Count;

    /// <summary>The parameters as objectives have them: the weights, then the bias.</summary>
    public Vector Parameters => [.. Weights, Bias];

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => LinearScores.Of(Weights, Bias, features);

    /// <summary>The weights and the bias.</summary>
    public override string ToString() => Guard.Text($"y = w·x + {Bias:G6}, w = {Weights:G6}");
}
