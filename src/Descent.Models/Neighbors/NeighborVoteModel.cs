using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Rows that vote for the class of a point near them.</summary>
/// <remarks>
/// Made by <see cref="KNearestClassifier"/>. The discriminants are the shares of the votes.
/// </remarks>
public sealed class NeighborVoteModel : IProbabilisticClassifier, IEquatable<NeighborVoteModel>
{
    private readonly NeighborIndex _index;

    internal NeighborVoteModel(KNearestClassifier settings, NeighborIndex index, int classes)
    {
        Settings = settings;
        _index = index;
        ClassCount = classes;
    }

    /// <summary>What it was made with.</summary>
    public KNearestClassifier Settings { get; }

    /// <summary>The rows that vote.</summary>
    public Dataset Data => _index.Data;

    /// <inheritdoc/>
    public int FeatureCount => Data.FeatureCount;

    /// <inheritdoc/>
    public int ClassCount { get; }

    /// <summary>The rows that are asked about a point, the nearest first.</summary>
    /// <param name="row">The point, one number for each feature.</param>
    /// <exception cref="ArgumentException">
    /// It is not as long as the model has features, or not finite.
    /// </exception>
    public ImmutableArray<Neighbor> Neighbors(Vector row) => _index.Of(row);

    /// <summary>The shares of the votes: those of <see cref="Probabilities"/>.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public Matrix Discriminants(Matrix features) => Probabilities(features);

    /// <summary>Each class's share of the weights of a row's neighbours.</summary>
    /// <param name="features">n rows of d features, finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have as many features as the model, or an entry is not finite.
    /// </exception>
    public Matrix Probabilities(Matrix features)
    {
        var asked = _index.OfRows(features);
        return Matrix.Fill(asked.Length, ClassCount, (i, shares) =>
        {
            var total = 0.0;
            foreach (var neighbor in asked[i])
            {
                shares[(int)Data.Targets[neighbor.Row]] += neighbor.Weight;
                total += neighbor.Weight;
            }

            for (var k = 0; k < shares.Length; k++)
                shares[k] /= total;
        });
    }

    /// <summary>The class with the greatest share of the votes, and of equal ones the lowest.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public Vector Predict(Matrix features) => Discriminant.Classes(Probabilities(features));

    /// <summary>Whether settings and rows are equal.</summary>
    public bool Equals(NeighborVoteModel? other) =>
        other is not null && Settings == other.Settings && _index.HasRowsOf(other._index);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NeighborVoteModel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Settings, Data.Targets);

    /// <summary>k, the rows, and how they are searched.</summary>
    public override string ToString() => _index.ToString();
}
