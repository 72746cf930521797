namespace Descent.Models;

/// <summary>
/// A linear discriminant whose value is the logarithm of the
/// odds of class 1: <c>p = 1 / (1 + e^−(w·x + b))</c>.
/// </summary>
/// <remarks>Class 1 is predicted where <c>w·x + b &gt; 0</c>, so where p is above ½ (Cox 1958).</remarks>
/// <param name="Weights">w, one for each feature.</param>
/// <param name="Bias">b; 0 where there is none.</param>
public sealed record LogisticModel(Vector Weights, double Bias) : IProbabilisticClassifier
{
    /// <inheritdoc/>
    public int FeatureCount => Weights.Count;

    /// <inheritdoc/>
    public int ClassCount => 2;

    /// <summary>The parameters as objectives have them: the weights, then the bias.</summary>
    public Vector Parameters => [.. Weights, Bias];

    /// <summary>The discriminants <c>w·x + b</c> of rows: the logarithms of the odds of class 1.</summary>
    public Vector Scores(Matrix features) => LinearScores.Of(Weights, Bias, features);

    /// <summary>The discriminant of one row: the logarithm of the odds of class 1.</summary>
    public double Score(Vector row) => LinearScores.Of(Weights, Bias, row);

    /// <summary>The probability of class 1 for one row.</summary>
    public double Probability(Vector row) => Elementary.Sigmoid(Score(row));

    /// <summary>0 for class 0 and <c>w·x + b</c> for class 1.</summary>
    public Matrix Discriminants(Matrix features) => Discriminant.OfTwoClasses(Scores(features));

    /// <inheritdoc/>
    public Matrix Probabilities(Matrix features)
    {
        var scores = Scores(features);
        return Matrix.From(scores.Count, 2, (i, k) => Elementary.Sigmoid(k == 0 ? -scores[i] : scores[i]));
    }

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Scores(features).Map(score => score > 0 ? 1 : 0);

    /// <summary>The weights and the bias.</summary>
    public override string ToString() => Guard.Text($"log-odds w·x + {Bias:G6}, w = {Weights:G6}");
}
