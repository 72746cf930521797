using CommunityToolkit.HighPerformance;

namespace Descent;

/// <summary>An immutable matrix of real numbers, stored row by row.</summary>
/// <remarks>
/// <para>Equality is by value, entry by entry as <see cref="double.Equals(double)"/> has it. Instances may be
/// shared between threads. Rows are padded inside to whole groups of eight, which no caller sees.</para>
/// <para>A matrix is dense, or sparse: then only what is not 0 is stored, and products and objectives take
/// time by the entries stored. The form changes time and memory alone: a sparse matrix equals the dense one
/// with its entries, and products and objectives have the same bits.</para>
/// </remarks>
public sealed partial class Matrix : IEquatable<Matrix>
{
    private readonly int[]? _selection;

    private Matrix(IRowStore store, int[]? selection = null)
    {
        Store = store;
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
    public int Columns => Store.Columns;

    /// <summary>The entry at a row and a column, both from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the matrix.</exception>
    public double this[int row, int column] =>
        Store.Entry(StoredAt(Guard.Index(row, Rows)), Guard.Index(column, Columns));

    /// <summary>One row as a read-only span.</summary>
    /// <remarks>Without a copy; of a sparse matrix a copy, zeros included.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside [0, Rows).</exception>
    public ReadOnlySpan<double> Row(int row) => Store.Row(StoredAt(Guard.Index(row, Rows)));

    /// <summary>One column as a vector, copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="column"/> is outside [0, Columns).
    /// </exception>
    public Vector Column(int column)
    {
        Guard.Index(column, Columns);
        var result = new double[Rows];
        for (var i = 0; i < result.Length; i++)
            result[i] = Store.Entry(StoredAt(i), column);
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
        return View(chosen);
    }

    /// <summary>The whole matrix as a two-dimensional read-only view.</summary>
    /// <remarks>
    /// Without a copy, except of a sparse matrix and of rows that were selected from another.
    /// </remarks>
    public ReadOnlySpan2D<double> AsSpan2D()
    {
        if (Rows == 0 || Columns == 0)
            return default;
        var store = _selection is null && Store is DenseRows rows ? rows : DenseCopy();
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
        var isFinite = vector.IsFinite;
        var result = new double[Rows];
        for (var i = 0; i < result.Length; i++)
            result[i] = Store.Dot(StoredAt(i), vector.AsSpan(), isFinite) + 0.0;
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
        Kernels.Elementwise(total, total, total, default(Unsigned));
        return Vector.Own(total);
    }

    /// <summary>Whether both matrices have equal dimensions and equal entries.</summary>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns
        && Enumerable.Range(0, Rows).All(i => RowEquals(i, other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Columns);
        for (var i = 0; i < Rows; i++)
        {
            hash.Add(i);
            Store.AddTo(ref hash, StoredAt(i));
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both matrices have equal dimensions and equal entries.</summary>
    public static bool operator ==(Matrix? left, Matrix? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the matrices differ in a dimension or in an entry.</summary>
    public static bool operator !=(Matrix? left, Matrix? right) => !(left == right);

    /// <summary>
    /// The dimensions and the first rows; of a sparse row, <c>column: value</c> for each entry not 0.
    /// </summary>
    public override string ToString()
    {
        const int shown = 5;
        var rows = Enumerable.Range(0, Math.Min(Rows, shown)).Select(i => Store.Text(StoredAt(i)));
        var header = Guard.Text($"{Rows} × {Columns}")
            + (IsSparse ? Guard.Text($", {NonZeroCount} entries not 0") : "");
        return string.Join('\n', rows.Prepend(header)) + (Rows > shown ? "\n…" : "");
    }

    /// <summary>Some of the rows, whose numbers were checked.</summary>
    internal Matrix View(int[] rows) => new(Store, Array.ConvertAll(rows, StoredAt));

    internal delegate void RowWriter(int index, Span<double> row);

    /// <summary>Where the rows are stored, those of this matrix and perhaps others.</summary>
    internal IRowStore Store { get; }

    /// <summary>The stored row behind each row, or null where they are the stored rows in order.</summary>
    internal int[]? Selection => _selection;

    /// <summary>The stored row behind a row.</summary>
    internal int StoredAt(int row) => _selection is null ? row : _selection[row];

    internal static Matrix Fill(int rows, int columns, RowWriter write) =>
        new(Written(rows, columns, write));

    private static DenseRows Written(int rows, int columns, RowWriter write)
    {
        var store = new DenseRows(rows, columns);
        for (var i = 0; i < rows; i++)
            write(i, store.Writable(i));
        return store;
    }

    private DenseRows DenseCopy() => Written(Rows, Columns, (i, row) => Row(i).CopyTo(row));

    private bool RowEquals(int row, Matrix other) =>
        Store is SparseRows rows && other.Store is SparseRows others
            ? rows.AreEqual(StoredAt(row), others, other.StoredAt(row))
            : Kernels.AreEqual(Row(row), other.Row(row));

    private readonly ref struct WeightedRows(Matrix matrix, ReadOnlySpan<double> weights) : IRowSum
    {
        private readonly ReadOnlySpan<double> _weights = weights;

        public void AddRows(int first, int count, Span<double> total)
        {
            for (var i = first; i < first + count; i++)
                matrix.Store.AddMultiple(matrix.StoredAt(i), _weights[i], total);
        }
    }
}
