using System.Globalization;
using CommunityToolkit.HighPerformance;

namespace Descent;

/// <summary>An immutable matrix of real numbers, stored row by row.</summary>
/// <remarks>
/// Equality is by value, entry by entry as <see cref="double.Equals(double)"/> has it. Instances may be
/// shared between threads. Rows are padded inside to whole groups of eight, which no caller sees.
/// </remarks>
public sealed class Matrix : IEquatable<Matrix>
{
    private readonly DenseRows _store;
    private readonly int[]? _selection;

    private Matrix(DenseRows store, int[]? selection = null)
    {
        _store = store;
        _selection = selection;
        Rows = selection?.Length ?? store.Count;
    }

    /// <summary>The matrix of the rows given.</summary>
    /// <param name="rows">Rows of one length, copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or a row is null.</exception>
    /// <exception cref="ArgumentException">A row differs in length from the first.</exception>
    public static Matrix FromRows(params double[][] rows) =>
        FromRows((IEnumerable<double[]>)Guard.NotNull(rows));

    /// <summary>The matrix of a sequence of rows.</summary>
    /// <param name="rows">Rows of one length, enumerated once and copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or a row is null.</exception>
    /// <exception cref="ArgumentException">A row differs in length from the first.</exception>
    public static Matrix FromRows(IEnumerable<double[]> rows)
    {
        var list = Guard.NotNull(rows).ToArray();
        for (var i = 0; i < list.Length; i++)
        {
            Guard.NotNullAt(list[i], nameof(rows), i);
            Guard.SameLength(list[i].Length, list[0].Length, "the first row", nameof(rows), i);
        }

        return Fill(list.Length, list.Length == 0 ? 0 : list[0].Length, (i, row) => list[i].CopyTo(row));
    }

    /// <summary>The matrix of a sequence of row vectors.</summary>
    /// <inheritdoc cref="FromRows(IEnumerable{double[]})"/>
    public static Matrix FromRows(IEnumerable<Vector> rows)
    {
        var list = Guard.NotNull(rows).ToArray();
        for (var i = 0; i < list.Length; i++)
            Guard.SameLength(list[i].Count, list[0].Count, "the first row", nameof(rows), i);

        var columns = list.Length == 0 ? 0 : list[0].Count;
        return Fill(list.Length, columns, (i, row) => list[i].AsSpan().CopyTo(row));
    }

    /// <summary>The matrix whose entry at (row, column) a function gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    public static Matrix From(int rows, int columns, Func<int, int, double> entry)
    {
        Guard.AtLeast(rows, 0);
        Guard.AtLeast(columns, 0);
        Guard.NotNull(entry);
        return Fill(rows, columns, (i, row) =>
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = entry(i, j);
        });
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns => _store.Columns;

    /// <summary>The entry at a row and a column, both from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the matrix.</exception>
    public double this[int row, int column] => Row(row)[Guard.Index(column, Columns)];

    /// <summary>One row as a read-only span, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside [0, Rows).</exception>
    public ReadOnlySpan<double> Row(int row) => Stored(Guard.Index(row, Rows));

    /// <summary>One column as a vector, copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="column"/> is outside [0, Columns).
    /// </exception>
    public Vector Column(int column)
    {
        Guard.Index(column, Columns);
        var result = new double[Rows];
        for (var i = 0; i < result.Length; i++)
            result[i] = Stored(i)[column];
        return Vector.Own(result);
    }

    /// <summary>Some of the rows, in the order given, as a view without a copy.</summary>
    /// <remarks>The view keeps the whole matrix alive. A row may be named more than once.</remarks>
    /// <param name="rows">Row numbers from 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row number is outside [0, Rows).</exception>
    public Matrix SelectRows(IEnumerable<int> rows)
    {
        var chosen = Guard.NotNull(rows).ToArray();
        Guard.Indices(chosen, Rows, nameof(rows));
        return new Matrix(_store, Array.ConvertAll(chosen, StoredAt));
    }

    /// <summary>The whole matrix as a two-dimensional read-only view.</summary>
    /// <remarks>Without a copy, except of rows that were selected from another matrix.</remarks>
    public ReadOnlySpan2D<double> AsSpan2D()
    {
        if (Rows == 0 || Columns == 0)
            return default;
        var store = _selection is null ? _store : Fill(Rows, Columns, (i, row) => Row(i).CopyTo(row))._store;
        return ReadOnlySpan2D<double>.DangerousCreate(
            in store.Origin, Rows, Columns, store.Stride - Columns);
    }

    /// <summary>The product with a column vector: <c>(A v)ᵢ = Σⱼ Aᵢⱼ vⱼ</c>.</summary>
    /// <param name="vector">A vector with one entry per column.</param>
    /// <returns>A vector with one entry per row.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Columns"/>.</exception>
    public Vector Multiply(Vector vector)
    {
        Guard.SameLength(vector.Count, Columns, "a row", nameof(vector));
        var result = new double[Rows];
        for (var i = 0; i < result.Length; i++)
            result[i] = Kernels.Dot(Row(i), vector.AsSpan());
        return Vector.Own(result);
    }

    /// <summary>The product of the transpose with a column vector: <c>(Aᵀ v)ⱼ = Σᵢ Aᵢⱼ vᵢ</c>.</summary>
    /// <param name="vector">A vector with one entry per row.</param>
    /// <returns>A vector with one entry per column.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Rows"/>.</exception>
    public Vector TransposeMultiply(Vector vector)
    {
        Guard.SameLength(vector.Count, Rows, "a column", nameof(vector));
        var total = new double[Columns];
        RowTree.Sum(new WeightedRows(this, vector.AsSpan()), Rows, total);
        return Vector.Own(total);
    }

    /// <summary>Whether both matrices have equal dimensions and equal entries.</summary>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns
        && Enumerable.Range(0, Rows).All(i => Kernels.AreEqual(Row(i), other.Row(i)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode() => 
        Enumerable.Range(0, Rows).Aggregate(
            HashCode.Combine(Rows, Columns), (hash, i) => HashCode.Combine(hash, Kernels.Hash(Row(i))));

    /// <summary>Whether both matrices have equal dimensions and equal entries.</summary>
    public static bool operator ==(Matrix? left, Matrix? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the matrices differ in a dimension or in an entry.</summary>
    public static bool operator !=(Matrix? left, Matrix? right) => !(left == right);

    /// <summary>The dimensions and the first rows.</summary>
    public override string ToString()
    {
        const int shown = 5;
        var rows = Enumerable.Range(0, Math.Min(Rows, shown)).Select(i => Vector.Create(Row(i)).ToString());
        var header = string.Create(CultureInfo.InvariantCulture, $"{Rows} × {Columns}");
        return string.Join('\n', rows.Prepend(header)) + (Rows > shown ? "\n…" : "");
    }

    internal delegate void RowWriter(int index, Span<double> row);

    /// <summary>Where the rows are stored, those of this matrix and perhaps others.</summary>
    internal DenseRows Store => _store;

    /// <summary>The stored row behind each row, or null where they are the stored rows in order.</summary>
    internal int[]? Selection => _selection;

    internal static Matrix Fill(int rows, int columns, RowWriter write)
    {
        var store = new DenseRows(rows, columns);
        for (var i = 0; i < rows; i++)
            write(i, store.Writable(i));
        return new Matrix(store);
    }

    private int StoredAt(int row) => _selection is null ? row : _selection[row];

    private ReadOnlySpan<double> Stored(int row) => _store.Row(StoredAt(row));

    private readonly ref struct WeightedRows(Matrix matrix, ReadOnlySpan<double> weights) : IRowSum
    {
        private readonly ReadOnlySpan<double> _weights = weights;

        public void AddRows(int first, int count, Span<double> total)
        {
            for (var i = first; i < first + count; i++)
                Kernels.Elementwise(matrix.Row(i), total, total, new ScaledSum(_weights[i]));
        }
    }
}
