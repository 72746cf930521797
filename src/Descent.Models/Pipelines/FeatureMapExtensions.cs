namespace Descent.Models;

/// <summary>What every map can do with a dataset and with a single row.</summary>
public static class FeatureMapExtensions
{
    /// <summary>The same samples with the features that the map makes, and their names.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The number of features differs from the fitted one, a row cannot be mapped, or what becomes of it is
    /// not finite.
    /// </exception>
    public static Dataset Transform(this IFeatureMap map, Dataset data) => Guard.NotNull(data).WithFeatures(
        Guard.NotNull(map).Transform(data.Features), map.FeatureNames);

    /// <summary>What one row becomes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The length differs from the fitted one, or the row cannot be mapped.
    /// </exception>
    public static Vector Transform(this IFeatureMap map, Vector row)
    {
        Guard.SameLength(row.Count, Guard.NotNull(map).FeatureCount, "the fitted row", nameof(row));
        return Vector.Create(map.Transform(Matrix.FromRows([row])).Row(0));
    }
}
