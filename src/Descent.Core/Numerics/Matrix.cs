using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance;
using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>An immutable matrix of real numbers, stored row by row.</summary>
/// <remarks>
/// Equality is by value, entry by entry as <see cref="double.Equals(double)"/> has it. Instances may be
/// shared between threads. Rows are padded inside to whole groups of eight, which no caller sees.
/// </remarks>
public sealed class Matrix : IEquatable<Matrix>
{
    private readonly double[] _entries;
    private readonly int _stride;

    private Matrix(double[] entries, int rows, int columns)
    {
        _entries = entries;
        _stride = Lanes.Padded(columns);
        Rows = rows;
        Columns = columns;
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
    public int Columns { get; }

    /// <summary>The entry at a row and a column, both from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the matrix.</exception>
    public double this[int row, int column] => Row(row)[Guard.Index(column, Columns)];

    /// <summary>One row as a read-only span, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside [0, Rows).</exception>
    public ReadOnlySpan<double> Row(int row) => PaddedRow(Guard.Index(row, Rows))[..Columns];

    /// <summary>One column as a vector, copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="column"/> is outside [0, Columns).
    /// </exception>
    public Vector Column(int column)
    {
        Guard.Index(column, Columns);
        var result = new double[Rows];
        for (var i = 0; i < result.Length; i++)
            result[i] = PaddedRow(i)[column];
        return Vector.Own(result);
    }

    /// <summary>The whole matrix as a two-dimensional read-only view, without a copy.</summary>
    public ReadOnlySpan2D<double> AsSpan2D() =>
        Rows == 0 || Columns == 0
            ? default
            : ReadOnlySpan2D<double>.DangerousCreate(in _entries[0], Rows, Columns, _stride - Columns);

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
        using var total = SpanOwner<double>.Allocate(_stride);
        RowTree.Sum(new WeightedRows(this, vector.AsSpan()), Rows, total.Span);
        return Vector.Create(total.Span[..Columns]);
    }

    /// <summary>Whether both matrices have equal dimensions and equal entries.</summary>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns
        && Kernels.AreEqual(_entries, other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, Kernels.Hash(_entries));

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

    /// <summary>The length of a row with its zeros at the end, a multiple of eight.</summary>
    internal int PaddedColumns => _stride;

    internal static Matrix Fill(int rows, int columns, RowWriter write)
    {
        var stride = Lanes.Padded(columns);
        var entries = new double[checked(rows * stride)];
        for (var i = 0; i < rows; i++)
            write(i, entries.AsSpan(i * stride, columns));
        return new Matrix(entries, rows, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<double> PaddedRow(int row) =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.Add(
                ref MemoryMarshal.GetArrayDataReference(_entries), (nint)row * _stride), _stride);

    private readonly ref struct WeightedRows(Matrix matrix, ReadOnlySpan<double> weights) : IRowSum
    {
        private readonly ReadOnlySpan<double> _weights = weights;

        public void AddRows(int first, int count, Span<double> total)
        {
            for (var i = first; i < first + count; i++)
                Kernels.Elementwise(matrix.PaddedRow(i), total, total, new ScaledSum(_weights[i]));
        }
    }
}
