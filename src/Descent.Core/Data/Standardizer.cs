using System.Collections.Immutable;

namespace Descent;

/// <summary>Shifts and scales each feature to mean 0 and standard deviation 1.</summary>
/// <remarks>
/// <para><c>z = (x − mean) / scale</c> with the population standard deviation, √(Σ (xᵢ − mean)² / N), as the
/// scale. Both are learnt once, from the training part, and then applied to every part: a scaler fitted on
/// test rows would leak them. A row of weight 2 counts twice, one of weight 0 not at all.</para>
/// <para>A constant column has no spread to divide by. Its scale is 1, so it becomes 0 on the training part
/// and the inverse still restores it; <see cref="ConstantColumns"/> and <see cref="ToString"/> say which they
/// are.</para>
/// <para>A shift fills the zeros: standardized features are dense, whatever they were.</para>
/// </remarks>
public sealed class Standardizer : IEquatable<Standardizer>
{
    internal Standardizer(
        Vector mean, Vector scale, ImmutableArray<int> constantColumns, ImmutableArray<string> names)
    {
        Mean = mean;
        Scale = scale;
        ConstantColumns = constantColumns;
        FeatureNames = names;
    }

    /// <summary>Learns mean and scale of each feature.</summary>
    /// <param name="training">The part to learn from: the training part, not the whole data.</param>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A column's mean or deviation overflows, or its deviation underflows.
    /// </exception>
    public static Standardizer Fit(Dataset training)
    {
        var counted = Guard.NotNull(training).Counted();
        Vector? shares = training.IsWeighted ? counted.Weights / counted.Weights.Sum() : null;
        var columns = Enumerable.Range(0, counted.FeatureCount).Select(counted.Features.Column).ToArray();
        ImmutableArray<int> constant =
            [.. Enumerable.Range(0, columns.Length).Where(j => columns[j].All(x => x == columns[j][0]))];
        var mean = Vector.From(columns.Select((x, j) => constant.Contains(j) ? x[0] : MeanOf(x, shares)));
        var scale = Vector.From(columns.Select(
            (x, j) => constant.Contains(j) ? 1 : SpreadOf(x, mean[j], shares)));
        CheckRepresentable(training, mean, scale);
        return new Standardizer(mean, scale, constant, training.FeatureNames);
    }

    /// <summary>The mean of each feature, in its unit.</summary>
    public Vector Mean { get; }

    /// <summary>
    /// The population standard deviation of each feature, in its unit; 1 for a constant one.
    /// </summary>
    public Vector Scale { get; }

    /// <summary>The columns that had one value only in the training part.</summary>
    public ImmutableArray<int> ConstantColumns { get; }

    /// <summary>The names of the features.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>The dataset with standardized features.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The number of features differs from the fitted one.</exception>
    public Dataset Transform(Dataset data) => Apply(data, Standardized);

    /// <summary>One row, standardized.</summary>
    /// <exception cref="ArgumentException">The length differs from the fitted one.</exception>
    public Vector Transform(Vector row)
    {
        Guard.SameLength(row.Count, Mean.Count, "the fitted row", nameof(row));
        return (row - Mean).Zip(Scale, (x, scale) => x / scale);
    }

    /// <summary>The dataset in the units it had before <see cref="Transform(Dataset)"/>.</summary>
    /// <inheritdoc cref="Transform(Dataset)"/>
    public Dataset Inverse(Dataset data) =>
        Apply(data, (z, j) => Math.FusedMultiplyAdd(z, Scale[j], Mean[j]));

    /// <summary>One row in the units it had before <see cref="Transform(Vector)"/>.</summary>
    /// <inheritdoc cref="Transform(Vector)"/>
    public Vector Inverse(Vector row)
    {
        Guard.SameLength(row.Count, Mean.Count, "the fitted row", nameof(row));
        return row.Zip(Scale, (z, scale) => z * scale) + Mean;
    }

    /// <summary>The same linear model on features in their own units.</summary>
    /// <remarks>
    /// <c>w_j / scale_j</c> and <c>b − Σ w_j mean_j / scale_j</c>: both models give every row the same score.
    /// </remarks>
    /// <param name="parameters">
    /// Weights in feature order, bias last, of a model on standardized features.
    /// </param>
    /// <exception cref="ArgumentException">The length is not the number of features plus 1.</exception>
    public Vector ParametersInOriginalUnits(Vector parameters)
    {
        Guard.SameLength(parameters.Count, Mean.Count + 1, "the fitted row with a bias", nameof(parameters));
        var weights = parameters[..^1].Zip(Scale, (w, scale) => w / scale);
        return Vector.From([.. weights, parameters[^1] - weights.Dot(Mean)]);
    }

    /// <summary>How many features were learnt, and which of them are constant.</summary>
    public override string ToString() =>
        ConstantColumns.IsEmpty
            ? Guard.Text($"Standardizer of {Mean.Count} features")
            : Guard.Text($"Standardizer of {Mean.Count} features; constant, so only shifted: ")
                + string.Join(", ", ConstantColumns.Select(j => FeatureNames[j]));

    /// <summary>Whether both have equal numbers and equal names.</summary>
    public bool Equals(Standardizer? other) =>
        other is not null && Mean == other.Mean && Scale == other.Scale
        && ConstantColumns.SequenceEqual(other.ConstantColumns)
        && FeatureNames.SequenceEqual(other.FeatureNames);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Standardizer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mean, Scale);

    /// <summary>Rows of the features that were fitted, standardized.</summary>
    internal Matrix Transform(Matrix features) => Apply(features, Standardized);

    private double Standardized(double x, int column) => (x - Mean[column]) / Scale[column];

    private static void CheckRepresentable(Dataset training, Vector mean, Vector scale)
    {
        for (var j = 0; j < mean.Count; j++)
        {
            if (!double.IsFinite(mean[j]) || !double.IsFinite(scale[j]) || scale[j] == 0)
            {
                throw new ArgumentException(
                    Guard.Text($"Column {j} ({training.FeatureNames[j]}) of features has mean {mean[j]} ")
                    + Guard.Text($"and deviation {scale[j]} in doubles; ")
                    + "multiply the column by a constant that brings it nearer to 1.",
                    nameof(training));
            }
        }
    }

    private static double MeanOf(Vector x, Vector? shares) => shares?.Dot(x) ?? x.Sum() / x.Count;

    private static double SpreadOf(Vector x, double mean, Vector? shares) => shares is { } each
        ? x.Zip(each, (entry, share) => Math.Sqrt(share) * (entry - mean)).Norm
        : x.Map(entry => entry - mean).Norm / Math.Sqrt(x.Count);

    private Dataset Apply(Dataset data, Func<double, int, double> change)
    {
        Guard.SameLength(Guard.NotNull(data).FeatureCount, Mean.Count, "the fitted row", nameof(data));
        return data.WithFeatures(Apply(data.Features, change));
    }

    private static Matrix Apply(Matrix features, Func<double, int, double> change) =>
        Matrix.From(features.Rows, features.Columns, (i, j) => change(features[i, j], j));
}
