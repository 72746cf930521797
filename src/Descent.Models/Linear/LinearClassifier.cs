using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Two classes on the two sides of a hyperplane: class 1 where <c>w·x + b &gt; 0</c>.</summary>
/// <remarks>
/// What support vector machines and the perceptron find. The score is no logarithm of odds: for
/// probabilities take <see cref="LogisticRegression"/>.
/// </remarks>
/// <param name="Weights">w, one for each feature.</param>
/// <param name="Bias">b; 0 where there is none.</param>
public sealed record LinearClassifier(Vector Weights, double Bias) : IClassifier
{
    /// <inheritdoc/>
    public int FeatureCount => Weights.Count;

    /// <inheritdoc/>
    public int ClassCount => 2;

    /// <summary>The parameters as objectives have them: the weights, then the bias.</summary>
    public Vector Parameters => [.. Weights, Bias];

    /// <summary>The discriminants <c>w·x + b</c> of rows.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have <see cref="FeatureCount"/> features.
    /// </exception>
    public Vector Scores(Matrix features) => LinearScores.Of(Weights, Bias, features);

    /// <summary>The discriminant <c>w·x + b</c> of one row.</summary>
    /// <exception cref="ArgumentException">The row is not as long as the weights.</exception>
    public double Score(Vector row) => LinearScores.Of(Weights, Bias, row);

    /// <summary>The functional margin of a row: <c>σ (w·x + b)</c>, σ = 1 for class 1 and −1 for 0.</summary>
    /// <remarks>Above 0 where the row is on its own side; at least 1 where it costs no hinge loss.</remarks>
    /// <param name="row">x.</param>
    /// <param name="target">The row's class, 0 or 1.</param>
    /// <exception cref="ArgumentException">The row is not as long as the weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not 0 or 1.</exception>
    public double Margin(Vector row, double target) => SignOf(target) * Score(row);

    /// <summary>
    /// The geometric margin of a row: its distance from the hyperplane, less than 0 on the wrong side.
    /// </summary>
    /// <remarks>
    /// <c>σ (w·x + b) / ‖w‖</c>. Without weights there is no plane: then 0 where the score is 0, and else an
    /// infinity of the margin's sign.
    /// </remarks>
    /// <inheritdoc cref="Margin"/>
    public double GeometricMargin(Vector row, double target)
    {
        var margin = Margin(row, target);
        return margin is 0 ? 0 : margin / Weights.Norm;
    }

    /// <summary>The numbers of the rows that hold the hyperplane: those with a margin of at most 1.</summary>
    /// <remarks>
    /// Of a fit to the hinge or squared hinge, the rows it was fitted to but for these might be left out
    /// without changing it. Rows of weight 0 are none.
    /// </remarks>
    /// <param name="data">The rows; targets are 0 and 1.</param>
    /// <param name="tolerance">By how much a margin may be above 1; finite and at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows have another number of features, or a target is not 0 or 1.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tolerance"/> is not in its range.
    /// </exception>
    public ImmutableArray<int> SupportVectors(Dataset data, double tolerance = 1e-9)
    {
        Guard.NonNegative(tolerance);
        ModelGuard.Classes(Guard.NotNull(data), 2);
        var scores = Scores(data.Features);
        return
        [
            .. Enumerable.Range(0, data.Count).Where(i =>
                data.Weights[i] > 0 && SignOf(data.Targets[i]) * scores[i] <= 1 + tolerance),
        ];
    }

    /// <summary>0 for class 0 and <c>w·x + b</c> for class 1.</summary>
    public Matrix Discriminants(Matrix features) => Discriminant.OfTwoClasses(Scores(features));

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Scores(features).Map(score => score > 0 ? 1 : 0);

    /// <summary>The weights and the bias.</summary>
    public override string ToString() => Guard.Text($"score w·x + {Bias:G6}, w = {Weights:G6}");

    private static double SignOf(double target) => target is 0 or 1
        ? (2 * target) - 1
        : throw new ArgumentOutOfRangeException(
            nameof(target), target, Guard.Text($"target is {target}; it must be the class 0 or 1."));
}
