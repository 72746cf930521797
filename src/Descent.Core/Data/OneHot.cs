using System.Collections.Immutable;

namespace Descent;

/// <summary>Turns a column of categories into columns of 0 and 1, for each category but the first.</summary>
/// <remarks>
/// <para>A category is a number that stands for a name: its size means nothing, and a weight times it would
/// not either. Text gets its numbers from <see cref="Categories"/>. The columns <c>colour=2</c>,
/// <c>colour=5</c> take the place of <c>colour</c>, in increasing order; all others stay.</para>
/// <para>Why not for the first: with it, the columns of a feature add up to 1 in every row, which is the
/// column that the bias stands for. One of them is then told by the others, and weights can move from all to
/// the bias and back without a change of the scores: the least squares have no single answer, the
/// dummy-variable trap (Suits 1957). Without it, the bias speaks for rows of the first category, and a weight
/// tells how far from that another category is. The scores that can be fitted are the same. Keep all where
/// the model has no bias, or a penalty that should treat the categories alike.</para>
/// <para>Which categories there are is learnt once. One that only other rows have is refused when they are
/// transformed, or becomes 0 in all columns, as the first category is where it is dropped. What exists
/// betrays nothing of the targets: fit on all rows where a fold may lack a category.</para>
/// <para>The result is sparse where the features were, or where nine tenths of it are 0, which makes it the
/// faster form; the form changes no result.</para>
/// </remarks>
public sealed class OneHot : IEquatable<OneHot>
{
    private readonly ImmutableArray<OneHotColumn> _columns;
    private readonly bool _ignoreUnknown;

    private OneHot(ImmutableArray<OneHotColumn> columns, bool dropFirst, bool ignoreUnknown)
    {
        _columns = columns;
        _ignoreUnknown = ignoreUnknown;
        DropFirst = dropFirst;
        FeatureNames = [.. columns.SelectMany(column => column.Names())];
    }

    /// <summary>Learns the categories of some of the features.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="columns">The names of the features that hold categories.</param>
    /// <param name="dropFirst">
    /// Whether the least category of each gets no column, as a model with a bias needs it.
    /// </param>
    /// <param name="ignoreUnknown">
    /// Whether a category that was not learnt is transformed to zeros; refused otherwise.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="training"/>, <paramref name="columns"/> or a name is null.
    /// </exception>
    /// <exception cref="ArgumentException">No feature has such a name, or more than one has.</exception>
    public static OneHot Fit(
        Dataset training, IEnumerable<string> columns, bool dropFirst = true, bool ignoreUnknown = false)
    {
        var names = Guard.NotNull(training).FeatureNames;
        var encoded = Guard.NotNull(columns)
            .Select((name, i) => Find(names, Guard.NotNullAt(name, nameof(columns), i), nameof(columns)))
            .ToHashSet();
        var start = 0;
        var result = new OneHotColumn[names.Length];
        for (var j = 0; j < result.Length; j++)
        {
            result[j] = encoded.Contains(j)
                ? OneHotColumn.Of(names[j], training.Features.Column(j), start, dropFirst)
                : OneHotColumn.Kept(names[j], start);
            start += result[j].Width;
        }

        return new OneHot([.. result], dropFirst, ignoreUnknown);
    }

    /// <summary>Whether the least category of each column has none of its own.</summary>
    public bool DropFirst { get; }

    /// <summary>The names of the features after the transform, such as <c>colour=2</c>.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>The categories of a feature, in increasing order, with the one that was dropped.</summary>
    /// <param name="column">The name of a feature that was fitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    /// <exception cref="ArgumentException">No feature of that name was fitted.</exception>
    public Vector CategoriesOf(string column) => Encoded(column).Categories;

    /// <summary>The same encoder, with names in place of numbers: <c>colour=red</c>.</summary>
    /// <param name="column">The name of a feature that was fitted.</param>
    /// <param name="labels">The names that its numbers stand for; a number without one stays.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No feature of that name was fitted.</exception>
    public OneHot WithLabels(string column, Categories labels)
    {
        var found = Encoded(column);
        return new OneHot(
            _columns.Replace(found, found.WithLabels(Guard.NotNull(labels))), DropFirst, _ignoreUnknown);
    }

    /// <summary>The dataset with categories in columns of their own.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The number of features differs from the fitted one, or a category was not learnt.
    /// </exception>
    public Dataset Transform(Dataset data)
    {
        Guard.SameLength(Guard.NotNull(data).FeatureCount, _columns.Length, "the fitted row", nameof(data));
        return data.WithFeatures(Transform(data.Features), FeatureNames);
    }

    /// <summary>One row with categories in columns of their own.</summary>
    /// <exception cref="ArgumentException">
    /// The length differs from the fitted one, or a category was not learnt.
    /// </exception>
    public Vector Transform(Vector row)
    {
        Guard.SameLength(row.Count, _columns.Length, "the fitted row", nameof(row));
        var result = new double[FeatureNames.Length];
        Write(row.AsSpan(), null, result);
        return Vector.Own(result);
    }

    /// <summary>The dataset with the categories it had before <see cref="Transform(Dataset)"/>.</summary>
    /// <remarks>Zeros are read as the dropped category. The sign of a zero is lost.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The number of features is not the transformed one, or a row does not name one category: by one 1 among
    /// zeros, or zeros alone where the first category was dropped.
    /// </exception>
    public Dataset Inverse(Dataset data)
    {
        Guard.SameLength(
            Guard.NotNull(data).FeatureCount, FeatureNames.Length, "the transformed row", nameof(data));
        var features = Matrix.Fill(
            data.Count, _columns.Length, (i, row) => Restore(data.Features.Row(i), row, i));
        return data.WithFeatures(
            data.Features.IsSparse ? features.ToSparse() : features, _columns.Select(column => column.Name));
    }

    /// <summary>One row with the categories it had before <see cref="Transform(Vector)"/>.</summary>
    /// <exception cref="ArgumentException">
    /// The length is not the transformed one, or the row does not name one category.
    /// </exception>
    public Vector Inverse(Vector row)
    {
        Guard.SameLength(row.Count, FeatureNames.Length, "the transformed row", nameof(row));
        var result = new double[_columns.Length];
        Restore(row.AsSpan(), result, null);
        return Vector.Own(result);
    }

    /// <summary>Which features are encoded, and how many columns that makes.</summary>
    public override string ToString()
    {
        var encoded = _columns.Where(column => !column.IsKept)
            .Select(column => Guard.Text($"{column.Name} ({column.Categories.Count})"));
        return $"OneHot of {string.Join(", ", encoded.DefaultIfEmpty("nothing"))}: "
            + Guard.Text($"{_columns.Length} features become {FeatureNames.Length}");
    }

    /// <summary>Whether both have equal columns with equal categories and names for them.</summary>
    public bool Equals(OneHot? other) =>
        other is not null && (DropFirst, _ignoreUnknown) == (other.DropFirst, other._ignoreUnknown)
        && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OneHot);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        FeatureNames.Aggregate(DropFirst ? 1 : 0, (hash, name) => HashCode.Combine(hash, name));

    /// <summary>An encoder of features that are kept, or whose categories are known.</summary>
    internal static OneHot Of(
        IEnumerable<OneHotFeature> features, bool dropFirst, bool ignoreUnknown)
    {
        var columns = ImmutableArray.CreateBuilder<OneHotColumn>();
        foreach (var (name, categories, labels) in features)
        {
            var start = columns.Count == 0 ? 0 : columns[^1].End;
            var column = categories is { } known
                ? OneHotColumn.Of(name, known, start, dropFirst)
                : OneHotColumn.Kept(name, start);
            columns.Add(labels is null ? column : column.WithLabels(labels));
        }

        return new OneHot(columns.ToImmutable(), dropFirst, ignoreUnknown);
    }

    /// <summary>What <see cref="Of"/> was told.</summary>
    internal ImmutableArray<OneHotFeature> Columns => [.. _columns.Select(column => column.Feature)];

    internal bool IgnoresUnknown => _ignoreUnknown;

    /// <summary>Rows of the features that were fitted, with categories in columns of their own.</summary>
    internal Matrix Transform(Matrix features)
    {
        var counts = new int[features.Rows];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = EntriesOf(features.Row(i), i);

        var size = (double)counts.Length * FeatureNames.Length;
        var isMostlyZero = 10.0 * counts.Sum(count => (long)count) <= size;
        return features.IsSparse || isMostlyZero ? Sparse(features, counts) : Dense(features);
    }

    private static int Find(ImmutableArray<string> names, string name, string parameter)
    {
        var first = names.IndexOf(name);
        if (first >= 0 && first == names.LastIndexOf(name))
            return first;

        throw new ArgumentException(
            $"'{name}' is the name of {(first < 0 ? "no" : "more than one")} feature; "
            + $"name one of {string.Join(", ", names)}.",
            parameter);
    }

    private OneHotColumn Encoded(string column)
    {
        Guard.NotNull(column);
        var encoded = _columns.Where(one => !one.IsKept).ToArray();
        return Array.Find(encoded, one => one.Name == column) ?? throw new ArgumentException(
            $"'{column}' was not encoded; name one of {string.Join(", ", encoded.Select(one => one.Name))}.",
            nameof(column));
    }

    /// <summary>How many entries of a transformed row are not 0.</summary>
    private int EntriesOf(ReadOnlySpan<double> row, int number)
    {
        var count = 0;
        for (var j = 0; j < row.Length; j++)
            count += Entry(row[j], j, number).Value is 0 ? 0 : 1;
        return count;
    }

    private Matrix Dense(Matrix features) => Matrix.Fill(
        features.Rows, FeatureNames.Length, (i, row) => Write(features.Row(i), i, row));

    private void Write(ReadOnlySpan<double> row, int? number, Span<double> result)
    {
        for (var j = 0; j < row.Length; j++)
        {
            var (place, value) = Entry(row[j], j, number);
            if (value is not 0)
                result[place] = value;
        }
    }

    private Matrix Sparse(Matrix features, int[] counts)
    {
        var starts = new int[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
            starts[i + 1] = checked(starts[i] + counts[i]);

        var (places, values) = (new int[starts[^1]], new double[starts[^1]]);
        for (var i = 0; i < counts.Length; i++)
        {
            var row = features.Row(i);
            var next = starts[i];
            for (var j = 0; j < row.Length; j++)
            {
                var (place, value) = Entry(row[j], j, i);
                if (value is not 0)
                    (places[next], values[next++]) = (place, value);
            }
        }

        return Matrix.FromCompressedRows(FeatureNames.Length, starts, places, values);
    }

    private (int Place, double Value) Entry(double x, int column, int? row)
    {
        if (_columns[column].Entry(x) is { } entry)
            return entry;
        if (_ignoreUnknown)
            return default;

        throw new ArgumentException(
            (row is { } number ? Guard.Text($"Row {number}, column {column}") : Guard.Text($"Entry {column}"))
            + Guard.Text($" ({_columns[column].Name}) is {x}, which is none of the categories learnt, ")
            + Guard.Text($"{_columns[column].Categories}; fit on rows that have it, or ignore the unknown."),
            row is null ? nameof(row) : "data");
    }

    private void Restore(ReadOnlySpan<double> row, Span<double> result, int? number)
    {
        for (var j = 0; j < _columns.Length; j++)
        {
            result[j] = _columns[j].Restored(row) ?? throw new ArgumentException(
                (number is { } i ? Guard.Text($"Row {i}") : "The row")
                + $" names no category of {_columns[j].Name}; it must have one 1 among zeros"
                + (DropFirst ? ", or zeros alone." : "."),
                number is null ? nameof(row) : "data");
        }
    }
}
