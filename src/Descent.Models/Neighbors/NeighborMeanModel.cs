using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Rows whose mean target is the prediction at a point near them.</summary>
/// <remarks>
/// Made by <see cref="KNearestRegressor"/>. <c>ŷ = y₁ + Σ wᵢ (yᵢ − y₁) / Σ wᵢ</c>, y₁ the nearest row's
/// target: the weighted mean, and exact where all are equal.
/// </remarks>
public sealed class NeighborMeanModel : IModel, IEquatable<NeighborMeanModel>
{
    private readonly NeighborIndex _index;

    internal NeighborMeanModel(KNearestRegressor settings, NeighborIndex index)
    {
        Settings = settings;
        _index = index;
    }

    /// <summary>What it was made with.</summary>
    public KNearestRegressor Settings { get; }

    /// <summary>The rows that are asked.</summary>
    public Dataset Data => _index.Data;

    /// <inheritdoc/>
    public int FeatureCount => Data.FeatureCount;

    /// <summary>The rows that are asked about a point, the nearest first.</summary>
    /// <param name="row">The point, one number for each feature.</param>
    /// <exception cref="ArgumentException">
    /// It is not as long as the model has features, or not finite.
    /// </exception>
    public ImmutableArray<Neighbor> Neighbors(Vector row) => _index.Of(row);

    /// <summary>The weighted means of the neighbours' targets.</summary>
    /// <param name="features">n rows of d features, finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have as many features as the model, or an entry is not finite.
    /// </exception>
    public Vector Predict(Matrix features) => Vector.From(_index.OfRows(features).Select(Mean));

    /// <summary>Whether settings and rows are equal.</summary>
    public bool Equals(NeighborMeanModel? other) =>
        other is not null && Settings == other.Settings && _index.HasRowsOf(other._index);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NeighborMeanModel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Settings, Data.Targets);

    /// <summary>k, the rows, and how they are searched.</summary>
    public override string ToString() => _index.ToString();

    private double Mean(ImmutableArray<Neighbor> neighbors)
    {
        var first = Data.Targets[neighbors[0].Row];
        var (sum, total) = (0.0, 0.0);
        foreach (var neighbor in neighbors)
        {
            sum = Math.FusedMultiplyAdd(neighbor.Weight, Data.Targets[neighbor.Row] - first, sum);
            total += neighbor.Weight;
        }

        return first + (sum / total);
    }
}
