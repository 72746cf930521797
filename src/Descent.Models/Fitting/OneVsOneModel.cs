using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Classes told apart by the votes of a binary model for each pair.</summary>
/// <remarks>
/// <para>The model of k and l votes for l where its score s is above 0, else for k. <c>g_k</c> is the number
/// of votes for class k, plus <c>t / (3 (1 + |t|))</c>, t the sum of the scores that speak for k less those
/// that speak against it. That is between −⅓ and ⅓, so it decides among equal votes alone, and by no
/// numbering of the classes; scikit-learn does the same, LIBSVM takes the lowest number. Only where sums are
/// equal, too, it is the lowest.</para>
/// <para>A class without rows has no vote against one with rows, and no model.</para>
/// </remarks>
/// <param name="FeatureCount">The number of features of a row.</param>
/// <param name="Present">Whether each class had rows; at least one had.</param>
/// <param name="Models">
/// The models of the pairs 0 and 1, 0 and 2, …, 1 and 2, …; null where there is none.
/// </param>
/// <exception cref="ArgumentNullException">A list was never set.</exception>
/// <exception cref="ArgumentException">
/// There are fewer than two classes, or no class had rows, or models do not fit them or each other.
/// </exception>
public sealed record OneVsOneModel<TModel>(
    int FeatureCount, ImmutableArray<bool> Present, ImmutableArray<TModel?> Models) : IClassifier
    where TModel : class, IClassifier
{
    /// <inheritdoc/>
    public int FeatureCount { get; } = Guard.AtLeast(FeatureCount, 0);

    /// <summary>Whether each class had rows.</summary>
    public ImmutableArray<bool> Present { get; } = BinaryParts.Some(Present);

    /// <summary>The models of the pairs 0 and 1, 0 and 2, …, 1 and 2, ….</summary>
    public ImmutableArray<TModel?> Models { get; } = BinaryParts.Fitting(
        Models, FeatureCount, Present.Length * (Present.Length - 1) / 2);

    /// <inheritdoc/>
    public int ClassCount => Present.Length;

    /// <inheritdoc/>
    public Matrix Discriminants(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        var pairs = BinaryParts.Pairs(ClassCount);
        var votes = new double[features.Rows, ClassCount];
        var sums = new double[features.Rows, ClassCount];
        for (var p = 0; p < pairs.Length; p++)
        {
            var (zero, one) = pairs[p];
            var scores = Models[p] is { } model ? BinaryParts.Scores(model, features) : default;
            for (var i = 0; i < features.Rows; i++)
            {
                var score = Models[p] is null ? 0 : scores[i];
                if (Models[p] is null ? Present[one] && !Present[zero] : score > 0)
                    votes[i, one]++;
                else if (Present[zero])
                    votes[i, zero]++;
                sums[i, one] += score;
                sums[i, zero] -= score;
            }
        }

        return Matrix.From(features.Rows, ClassCount, (i, k) => votes[i, k] + Squashed(sums[i, k]));
    }

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Discriminant.Classes(Discriminants(features));

    /// <summary>Whether both have equal classes and equal models.</summary>
    public bool Equals(OneVsOneModel<TModel>? other) =>
        other is not null && FeatureCount == other.FeatureCount
        && Present.SequenceEqual(other.Present) && Models.SequenceEqual(other.Models);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Models.Aggregate(Present.Aggregate(FeatureCount, HashCode.Combine), HashCode.Combine);

    /// <summary>The number of classes, then each model.</summary>
    public override string ToString() => BinaryParts.Text(
        Guard.Text($"{ClassCount} classes, each against each"), Models);

    // Written so that an infinite sum gives ±⅓ and not NaN.
    private static double Squashed(double sum) => double.IsInfinity(sum)
        ? Math.Sign(sum) / 3.0
        : sum / (3 * (1 + Math.Abs(sum)));
}
