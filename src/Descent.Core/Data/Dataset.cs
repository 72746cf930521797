using System.Collections.Immutable;

namespace Descent;

/// <summary>Rows of features with one target each.</summary>
/// <remarks>
/// <para>Immutable and checked once, at construction: N ≥ 1 rows, every number finite, weights at least 0 and
/// not all 0. Instances may be shared between threads.</para>
/// <para>A weight counts a row that many times: weight 2 gives what the same row twice would give.</para>
/// </remarks>
public sealed partial class Dataset
{
    private readonly Vector _weights;

    // Made when somebody asks: eight bytes a row that most never look at.
    private readonly RecentValues<Vector>? _ones;

    // What minimizers ask of the features again and again, made when the first does.
    private readonly RecentValues<ColumnMoments> _moments;
    private readonly RecentGram _gram = new();

    /// <summary>Joins features and targets.</summary>
    /// <param name="features">One row per sample, one column per feature.</param>
    /// <param name="targets">One target per sample; 0 or 1 for two classes.</param>
    /// <param name="weights">One weight per sample; all 1 when omitted.</param>
    /// <param name="names">One name per feature; <c>x1, x2, …</c> when omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Lengths disagree, there is no row, an entry is not finite (the message names its row and column), a
    /// weight is negative, no weight is positive, or their sum overflows.
    /// </exception>
    public Dataset(Matrix features, Vector targets, Vector? weights = null, IEnumerable<string>? names = null)
    {
        Features = Guard.NotNull(features);
        Targets = targets;
        _moments = new(threads => ColumnMoments.Of(this, (int)threads));
        if (weights is { } given)
            _weights = given;
        else
            _ones = new RecentValues<Vector>(_ => Vector.Ones(Count));
        FeatureNames = NamesOf(features.Columns, names);

        if (features.Rows == 0)
            throw new ArgumentException("features has 0 rows; pass at least 1.", nameof(features));
        Guard.SameLength(targets.Count, features.Rows, "a column of features", nameof(targets));
        if (IsWeighted)
            Guard.SameLength(_weights.Count, features.Rows, "a column of features", nameof(weights));
        CheckFeatures();
        Guard.AllFinite(targets.AsSpan(), nameof(targets));
        CheckWeights();
    }

    // What the whole was checked for, a part need not be: but its weights may all be 0.
    private Dataset(Dataset whole, int[] rows)
    {
        Features = whole.Features.View(rows);
        Targets = Pick(whole.Targets, rows);
        _moments = new(threads => ColumnMoments.Of(this, (int)threads));
        if (whole.IsWeighted)
            _weights = Pick(whole.Weights, rows);
        else
            _ones = new RecentValues<Vector>(_ => Vector.Ones(Count));
        FeatureNames = whole.FeatureNames;
        CheckWeights();
    }

    /// <summary>The features, one row per sample.</summary>
    public Matrix Features { get; }

    /// <summary>The targets, one per sample.</summary>
    public Vector Targets { get; }

    /// <summary>The weights, one per sample; all 1 where none were given.</summary>
    public Vector Weights => _ones?.At(0) ?? _weights;

    /// <summary>The names of the features, one per column.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>The number of samples, N.</summary>
    public int Count => Features.Rows;

    /// <summary>The number of features.</summary>
    public int FeatureCount => Features.Columns;

    internal bool IsWeighted => _ones is null;

    /// <summary>Σ cᵢ xᵢⱼ and Σ cᵢ xᵢⱼ² of each feature; the threads change no bit.</summary>
    internal ColumnMoments Moments(int threads) => _moments.At(threads);

    /// <summary>Σ cᵢ xᵢⱼ xᵢₖ of some features, −1 being a column of ones.</summary>
    internal ColumnGram Gram(int[] columns, int threads) => _gram.Of(
        Features, IsWeighted ? [.. Weights.Select(Math.Sqrt)] : null, columns, threads);

    /// <summary>
    /// The samples at the given rows, in the given order; a row may be named more than once.
    /// </summary>
    /// <param name="rows">Row numbers from 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row number is outside [0, Count).</exception>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is empty.</exception>
    public Dataset Select(IEnumerable<int> rows)
    {
        var chosen = Guard.NotNull(rows).ToArray();
        if (chosen.Length == 0)
            throw new ArgumentException("rows is empty; name at least one row.", nameof(rows));
        Guard.Indices(chosen, Count, nameof(rows));

        return new Dataset(this, chosen);
    }

    /// <summary>The same samples with other features, as a scaler makes them.</summary>
    /// <param name="features">One row per sample; the names stay where the number of columns does.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">The number of rows differs, or an entry is not finite.</exception>
    public Dataset WithFeatures(Matrix features) => Replaced(
        Guard.NotNull(features), features.Columns == FeatureCount ? FeatureNames : null);

    /// <summary>The same samples with other features and names for them, as an encoder makes them.</summary>
    /// <param name="features">One row per sample.</param>
    /// <param name="names">One name per feature.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The number of rows or of names differs, or an entry is not finite.
    /// </exception>
    public Dataset WithFeatures(Matrix features, IEnumerable<string> names) =>
        Replaced(Guard.NotNull(features), Guard.NotNull(names));

    /// <summary>The numbers of samples and features.</summary>
    public override string ToString() => Guard.Text($"{Count} samples of {FeatureCount} features");

    private Dataset Replaced(Matrix features, IEnumerable<string>? names)
    {
        Guard.SameLength(features.Rows, Count, "the dataset", nameof(features));
        return new Dataset(features, Targets, IsWeighted ? Weights : null, names);
    }

    private static Vector Pick(Vector values, int[] rows) =>
        Vector.Own(Array.ConvertAll(rows, row => values[row]));

    private static ImmutableArray<string> NamesOf(int count, IEnumerable<string>? names)
    {
        if (names is null)
            return [.. Enumerable.Range(1, count).Select(i => Guard.Text($"x{i}"))];

        ImmutableArray<string> result = [.. names];
        Guard.SameLength(result.Length, count, "a row of features", nameof(names));
        return result;
    }

    private void CheckFeatures()
    {
        for (var i = 0; i < Features.Rows; i++)
        {
            var j = Features.Store.FirstNotFinite(Features.StoredAt(i));
            if (j < 0)
                continue;

            throw new ArgumentException(
                Guard.Text($"Row {i}, column {j} ({FeatureNames[j]}) of features is {Features[i, j]}; ")
                + "every feature must be a finite number. Remove the row or fill the gap.",
                "features");
        }
    }

    private void CheckWeights()
    {
        if (!IsWeighted)
            return;

        Guard.AllFinite(Weights.AsSpan(), "weights");
        for (var i = 0; i < Weights.Count; i++)
        {
            if (Weights[i] < 0)
                Guard.NonNegative(Weights[i], Guard.Text($"weights[{i}]"));
        }

        if (Weights.NormInf is 0)
            throw new ArgumentException("All weights are 0; at least one must be greater than 0.", "weights");

        // A mean over an infinite weight would be 0 whatever the losses.
        if (!double.IsFinite(Weights.Sum()))
        {
            throw new ArgumentException(
                "The sum of the weights is Infinity; it must be a finite number. Scale the weights down.",
                "weights");
        }
    }
}
