using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Classes told apart by a binary model for each against all others.</summary>
/// <remarks>
/// <c>g_k</c> is the score of the model of class k; of two classes <c>g_0 = 0</c> and <c>g_1</c> is that of
/// the one model. A class without rows has −∞, one that alone had rows 0. Scores of different models are
/// compared as they are, which is fair where the learner gives them one scale.
/// </remarks>
/// <param name="FeatureCount">The number of features of a row.</param>
/// <param name="Present">Whether each class had rows; at least one had.</param>
/// <param name="Models">
/// The model of each class, or of two classes that of class 1; null where there is none.
/// </param>
/// <exception cref="ArgumentNullException">A list was never set.</exception>
/// <exception cref="ArgumentException">
/// There are fewer than two classes, or no class had rows, or models do not fit them or each other.
/// </exception>
public sealed record OneVsRestModel<TModel>(
    int FeatureCount, ImmutableArray<bool> Present, ImmutableArray<TModel?> Models) : IClassifier
    where TModel : class, IClassifier
{
    /// <inheritdoc/>
    public int FeatureCount { get; } = Guard.AtLeast(FeatureCount, 0);

    /// <summary>Whether each class had rows.</summary>
    public ImmutableArray<bool> Present { get; } = BinaryParts.Some(Present);

    /// <summary>The model of each class, or of two classes that of class 1.</summary>
    public ImmutableArray<TModel?> Models { get; } = BinaryParts.Fitting(
        Models, FeatureCount, Present.Length == 2 ? 1 : Present.Length);

    /// <inheritdoc/>
    public int ClassCount => Present.Length;

    /// <inheritdoc/>
    public Matrix Discriminants(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        var columns = Enumerable.Range(0, ClassCount).Select(k => ScoresOf(k, features)).ToArray();
        return Matrix.From(features.Rows, ClassCount, (i, k) => columns[k][i]);
    }

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Discriminant.Classes(Discriminants(features));

    /// <summary>Whether both have equal classes and equal models.</summary>
    public bool Equals(OneVsRestModel<TModel>? other) =>
        other is not null && FeatureCount == other.FeatureCount
        && Present.SequenceEqual(other.Present) && Models.SequenceEqual(other.Models);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Models.Aggregate(Present.Aggregate(FeatureCount, HashCode.Combine), HashCode.Combine);

    /// <summary>The number of classes, then each model.</summary>
    public override string ToString() => BinaryParts.Text(
        Guard.Text($"{ClassCount} classes, each against the rest"), Models);

    private Vector ScoresOf(int k, Matrix features)
    {
        if (!Present[k])
            return double.NegativeInfinity * Vector.Ones(features.Rows);
        var model = ClassCount > 2 ? Models[k] : k == 1 ? Models[0] : null;
        return model is null ? Vector.Zeros(features.Rows) : BinaryParts.Scores(model, features);
    }
}
