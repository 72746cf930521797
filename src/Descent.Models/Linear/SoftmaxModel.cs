namespace Descent.Models;

/// <summary>
/// Linear discriminants, one for each class, whose softmax are the probabilities of the classes.
/// </summary>
/// <remarks>
/// <c>g_k(x) = wₖ·x + bₖ</c> and <c>p_k = exp(g_k) / Σⱼ exp(g_j)</c>, evaluated so that no size of the
/// discriminants overflows. Differences <c>g_k − g_j</c> are logarithms of odds.
/// </remarks>
/// <param name="Weights">A row of weights for each class: K × d.</param>
/// <param name="Biases">b, one for each class; zeros where there are none.</param>
/// <exception cref="ArgumentNullException"><paramref name="Weights"/> is null.</exception>
/// <exception cref="ArgumentException">
/// There are fewer than two classes, or not as many biases as rows of weights.
/// </exception>
public sealed record SoftmaxModel(Matrix Weights, Vector Biases) : IProbabilisticClassifier
{
    /// <summary>A row of weights for each class: K × d.</summary>
    public Matrix Weights { get; } = Guard.NotNull(Weights);

    /// <summary>b, one for each class.</summary>
    public Vector Biases { get; } = ForEachClass(Weights, Biases);

    /// <inheritdoc/>
    public int FeatureCount => Weights.Columns;

    /// <inheritdoc/>
    public int ClassCount => Weights.Rows;

    /// <summary>The scores <c>wₖ·x + bₖ</c> of each class.</summary>
    public Matrix Discriminants(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        var scores = new Vector[ClassCount];
        for (var k = 0; k < scores.Length; k++)
            scores[k] = LinearScores.Of(Vector.Create(Weights.Row(k)), Biases[k], features);
        return Matrix.From(features.Rows, scores.Length, (i, k) => scores[k][i]);
    }

    /// <inheritdoc/>
    public Matrix Probabilities(Matrix features)
    {
        var scores = Discriminants(features);
        return Matrix.Fill(scores.Rows, scores.Columns, (i, row) =>
            Elementary.Softmax(Vector.Create(scores.Row(i))).AsSpan().CopyTo(row));
    }

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Discriminant.Classes(Discriminants(features));

    /// <summary>The biases, and the weights of each class.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, ClassCount).Select(k =>
        Guard.Text($"g_{k} = w·x + {Biases[k]:G6}, w = {Vector.Create(Weights.Row(k)):G6}")));

    private static Vector ForEachClass(Matrix weights, Vector biases)
    {
        Guard.AtLeast(Guard.NotNull(weights, nameof(Weights)).Rows, 2, nameof(Weights));
        Guard.SameLength(biases.Count, weights.Rows, "a column of Weights", nameof(Biases));
        return biases;
    }
}
