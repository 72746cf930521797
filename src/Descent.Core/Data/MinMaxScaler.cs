using System.Collections.Immutable;

namespace Descent;

/// <summary>Shifts and scales each feature to a range, [0, 1] unless told otherwise.</summary>
/// <remarks>
/// <para><c>z = lower + (upper − lower) · (x − minimum) / (maximum − minimum)</c>. Minimum and maximum are
/// learnt once, from the training part, and become <c>lower</c> and <c>upper</c> to the bit; rounding leads
/// no number between them out of the range. Numbers of other parts may lie beyond it: they are not cut off.
/// A row of weight 0 counts for nothing.</para>
/// <para>A constant column has no span to divide by. Its span is taken to be 1, so it becomes <c>lower</c> on
/// the training part and the inverse still restores it; <see cref="ConstantColumns"/> and
/// <see cref="ToString"/> say which they are.</para>
/// <para>Sparse features stay sparse where every 0 stays 0: where <c>lower</c> is 0 and so is each minimum.
/// </para>
/// <para>One far value squeezes all others together; <see cref="Standardizer"/> bears it better.</para>
/// </remarks>
public sealed class MinMaxScaler : IEquatable<MinMaxScaler>
{
    private readonly Vector _span;
    private readonly double _width;

    internal MinMaxScaler(
        Vector minimum, Vector maximum, double lower, double upper, ImmutableArray<string> names)
    {
        Minimum = minimum;
        Maximum = maximum;
        Lower = lower;
        Upper = upper;
        FeatureNames = names;
        ConstantColumns =
            [.. Enumerable.Range(0, minimum.Count).Where(j => minimum[j] == maximum[j])];
        _span = maximum.Zip(minimum, (most, least) => most == least ? 1 : most - least);
        _width = upper - lower;
    }

    /// <summary>Learns the minimum and the maximum of each feature.</summary>
    /// <param name="training">The part to learn from: the training part, not the whole data.</param>
    /// <param name="lower">What the minimum becomes.</param>
    /// <param name="upper">What the maximum becomes, greater than <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bound is not finite, or <paramref name="upper"/> is not greater than <paramref name="lower"/> by a
    /// finite number.
    /// </exception>
    /// <exception cref="ArgumentException">A column's maximum less its minimum overflows.</exception>
    public static MinMaxScaler Fit(Dataset training, double lower = 0, double upper = 1)
    {
        Guard.NotNull(training);
        Guard.Finite(lower);
        Guard.Finite(upper);
        if (upper <= lower || !double.IsFinite(upper - lower))
        {
            throw new ArgumentOutOfRangeException(
                nameof(upper),
                upper,
                Guard.Text($"{nameof(upper)} is {upper}; it must be greater than {nameof(lower)}, {lower}, ")
                + "by a finite number.");
        }

        // A zero has no sign here, so that the order of the rows does not show.
        var counted = training.Counted();
        var columns = Enumerable.Range(0, counted.FeatureCount).Select(counted.Features.Column).ToArray();
        var minimum = Vector.From(columns.Select(x => x.Aggregate(Math.Min) + 0.0));
        var maximum = Vector.From(columns.Select(x => x.Aggregate(Math.Max) + 0.0));
        CheckSpans(training, minimum, maximum);
        return new MinMaxScaler(minimum, maximum, lower, upper, training.FeatureNames);
    }

    /// <summary>The least value of each feature, in its unit.</summary>
    public Vector Minimum { get; }

    /// <summary>The greatest value of each feature, in its unit.</summary>
    public Vector Maximum { get; }

    /// <summary>What the minimum becomes.</summary>
    public double Lower { get; }

    /// <summary>What the maximum becomes.</summary>
    public double Upper { get; }

    /// <summary>The columns that had one value only in the training part.</summary>
    public ImmutableArray<int> ConstantColumns { get; }

    /// <summary>The names of the features.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>The dataset with scaled features.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The number of features differs from the fitted one.</exception>
    public Dataset Transform(Dataset data) => Apply(data, Scaled);

    /// <summary>One row, scaled.</summary>
    /// <exception cref="ArgumentException">The length differs from the fitted one.</exception>
    public Vector Transform(Vector row) => Apply(row, Scaled);

    /// <summary>The dataset in the units it had before <see cref="Transform(Dataset)"/>.</summary>
    /// <inheritdoc cref="Transform(Dataset)"/>
    public Dataset Inverse(Dataset data) => Apply(data, Restored);

    /// <summary>One row in the units it had before <see cref="Transform(Vector)"/>.</summary>
    /// <inheritdoc cref="Transform(Vector)"/>
    public Vector Inverse(Vector row) => Apply(row, Restored);

    /// <summary>The same linear model on features in their own units.</summary>
    /// <remarks>
    /// With <c>r_j = (upper − lower) / (maximum_j − minimum_j)</c>: <c>w_j r_j</c> and
    /// <c>b + Σ w_j (lower − r_j minimum_j)</c>. Both models give every row the same score.
    /// </remarks>
    /// <param name="parameters">Weights in feature order, bias last, of a model on scaled features.</param>
    /// <exception cref="ArgumentException">The length is not the number of features plus 1.</exception>
    public Vector ParametersInOriginalUnits(Vector parameters)
    {
        Guard.SameLength(
            parameters.Count, Minimum.Count + 1, "the fitted row with a bias", nameof(parameters));
        var scaled = parameters[..^1];
        var weights = scaled.Zip(_span, (w, span) => w * _width / span);
        return Vector.From([.. weights, parameters[^1] + (Lower * scaled.Sum()) - weights.Dot(Minimum)]);
    }

    /// <summary>How many features were learnt, to which range, and which of them are constant.</summary>
    public override string ToString() =>
        Guard.Text($"MinMaxScaler of {Minimum.Count} features to [{Lower}, {Upper}]")
        + (ConstantColumns.IsEmpty
            ? ""
            : "; constant, so only shifted: "
                + string.Join(", ", ConstantColumns.Select(j => FeatureNames[j])));

    /// <summary>Whether both have equal numbers and equal names.</summary>
    public bool Equals(MinMaxScaler? other) =>
        other is not null && Minimum == other.Minimum && Maximum == other.Maximum
        && (Lower, Upper) == (other.Lower, other.Upper)
        && FeatureNames.SequenceEqual(other.FeatureNames);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MinMaxScaler);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Minimum, Maximum, Lower, Upper);

    /// <summary>Rows of the features that were fitted, scaled.</summary>
    internal Matrix Transform(Matrix features) => ColumnMap.Apply(features, Scaled);

    private static void CheckSpans(Dataset training, Vector minimum, Vector maximum)
    {
        for (var j = 0; j < minimum.Count; j++)
        {
            if (!double.IsFinite(maximum[j] - minimum[j]))
            {
                throw new ArgumentException(
                    Guard.Text($"Column {j} ({training.FeatureNames[j]}) of features reaches from ")
                    + Guard.Text($"{minimum[j]} to {maximum[j]}, too far for a double; ")
                    + "multiply the column by a constant that brings it nearer to 1.",
                    nameof(training));
            }
        }
    }

    private double Scaled(double x, int column)
    {
        var share = (x - Minimum[column]) / _span[column];
        var z = Math.FusedMultiplyAdd(share, _width, Lower);
        return share switch
        {
            1 => Upper,
            > 0 and < 1 => Math.Clamp(z, Lower, Upper),
            _ => z,
        };
    }

    private double Restored(double z, int column) =>
        Math.FusedMultiplyAdd((z - Lower) / _width, _span[column], Minimum[column]);

    private Dataset Apply(Dataset data, Func<double, int, double> change)
    {
        Guard.SameLength(Guard.NotNull(data).FeatureCount, Minimum.Count, "the fitted row", nameof(data));
        return data.WithFeatures(ColumnMap.Apply(data.Features, change));
    }

    private Vector Apply(Vector row, Func<double, int, double> change)
    {
        Guard.SameLength(row.Count, Minimum.Count, "the fitted row", nameof(row));
        return Vector.From(row.Select(change));
    }
}
