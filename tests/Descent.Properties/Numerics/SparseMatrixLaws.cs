using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A sparse matrix: another way to store the entries, and nothing else.</summary>
public sealed class SparseMatrixLaws
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 0, 0 }, { 0, 3 }, { 3, 0 }, { 1, 1 }, { 5, 8 }, { 7, 9 }, { 20, 1 }, { 300, 20 }, { 513, 17 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_view_shows_the_entries_of_the_dense_one(int rows, int columns)
    {
        var dense = Some(rows, columns);
        var sparse = dense.ToSparse();
        Assert.Equal((rows, columns), (sparse.Rows, sparse.Columns));
        var grid = sparse.AsSpan2D();
        Assert.Equal(rows * columns, grid.Length);
        for (var i = 0; i < rows; i++)
        {
            Assert.True(Kernels.AreEqual(dense.Row(i), sparse.Row(i)));
            for (var j = 0; j < columns; j++)
            {
                Assert.Equal(dense[i, j], sparse[i, j]);
                Assert.Equal(dense[i, j], grid[i, j]);
            }
        }

        Assert.All(Enumerable.Range(0, columns), j => Assert.Equal(dense.Column(j), sparse.Column(j)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void There_and_back_is_the_same_matrix(int rows, int columns)
    {
        var dense = Some(rows, columns);
        var sparse = dense.ToSparse();
        Assert.Equal((false, true), (dense.IsSparse, sparse.IsSparse));
        Assert.False(sparse.ToDense().IsSparse);
        Assert.Equal(dense, sparse.ToDense());
        Assert.Same(dense, dense.ToDense());
        Assert.Same(sparse, sparse.ToSparse());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_way_to_make_it_gives_equal_values(int rows, int columns)
    {
        var dense = Some(rows, columns);
        var entries = EntriesOf(dense).ToArray();
        var (starts, indices, values) = Compressed(dense);
        Matrix[] ways =
        [
            dense.ToSparse(),
            Matrix.FromEntries(rows, columns, entries),
            Matrix.FromEntries(rows, columns, Enumerable.Reverse(entries)),
            Matrix.FromEntries(rows, columns, entries.OrderBy(one => one.Column)),
            Matrix.FromCompressedRows(columns, starts, indices, values),
        ];
        Array.Fill(values, double.NaN); // the matrix has its own copies
        Array.Fill(starts, 7);
        Array.Fill(indices, -1);
        Assert.All(ways, way =>
        {
            Assert.True(way.IsSparse);
            Assert.Equal(dense, way);
            Assert.Equal(way, dense);
            Assert.Equal(ways[0], way);
            Assert.Equal(dense.GetHashCode(), way.GetHashCode());
            Assert.Equal(entries.LongCount(one => one.Value != 0), way.NonZeroCount);
        });
        Assert.Equal(ways[0].NonZeroCount, dense.NonZeroCount);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Selected_rows_are_those_of_the_dense_one_in_the_order_given(int rows, int columns)
    {
        var dense = Some(rows, columns);
        int[] chosen = [.. Enumerable.Range(0, rows).Reverse(), .. Enumerable.Range(0, rows / 2)];
        var (expected, view) = (dense.SelectRows(chosen), dense.ToSparse().SelectRows(chosen));
        Assert.True(view.IsSparse);
        Assert.Equal(expected, view);
        Assert.Equal(expected.GetHashCode(), view.GetHashCode());
        Assert.Equal(expected.NonZeroCount, view.NonZeroCount);
        Assert.Equal(expected, view.ToDense());
        Assert.Equal(expected, expected.ToSparse());
        Assert.Equal(expected.SelectRows([]), view.SelectRows([]));
        Assert.Equal(expected.AsSpan2D().ToArray(), view.AsSpan2D().ToArray());
    }

    [Property(MaxTest = 300)]
    public void Products_have_the_bits_of_the_dense_ones_whatever_the_numbers(
        AnyDouble[] entries, AnyDouble[] factors, SmallCount rows, SmallCount columns, int seed)
    {
        if (entries.Length == 0 || factors.Length == 0)
            return;

        var dense = Thinned.Of(
            Matrix.From(rows, columns, (i, j) => entries[((i * columns) + j) % entries.Length]), seed);
        AssertSameProducts(dense, Repeated(factors, columns), Repeated(factors, rows));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_take_the_order_of_the_dense_ones_to_the_last_bit(int rows, int columns)
    {
        var (v, u) = (UglyNumbers.Vector(columns, 8), UglyNumbers.Vector(rows, 9));
        AssertSameProducts(Some(rows, columns), v, u);
        foreach (var bad in new[] { double.NaN, double.NegativeInfinity })
        {
            AssertSameProducts(Some(rows, columns), With(v, columns / 2, bad), u);
            AssertSameProducts(Some(rows, columns), v, With(u, rows / 2, bad));
        }
    }

    [Fact]
    public void Products_that_underflow_are_zeros_without_a_sign_in_both_forms()
    {
        var tiny = Matrix.From(8, 16, (i, j) => j < 8 ? -1e-200 : 0);
        AssertSameProducts(tiny, Vector.Ones(16) * 1e-200, Vector.Ones(8) * 1e-200);
        Bits.Equal(Vector.Zeros(8), tiny.Multiply(Vector.Ones(16) * 1e-200));
        Bits.Equal(Vector.Zeros(16), tiny.TransposeMultiply(Vector.Ones(8) * 1e-200));
    }

    [Property]
    public void Equality_and_hash_do_not_see_the_form(AnyDouble[] entries, SmallCount columns, int place)
    {
        var rows = entries.Length / columns;
        var dense = Thinned.Of(Matrix.From(rows, columns, (i, j) => entries[(i * columns) + j]), place);
        Assert.True(dense == dense.ToSparse());
        Assert.Equal(dense.GetHashCode(), dense.ToSparse().GetHashCode());
        if (rows == 0)
            return;

        var (row, column) = ((int)((uint)place % rows), (int)((uint)place % columns));
        var other = Matrix.From(
            rows, columns, (i, j) => (i, j) == (row, column) ? (dense[i, j] == 3 ? 0 : 3) : dense[i, j]);
        Assert.False(dense.ToSparse() == other);
        Assert.False(other == dense.ToSparse());
        Assert.False(dense.ToSparse() == other.ToSparse());
    }

    [Fact]
    public void Equality_sees_the_shape_and_the_place()
    {
        var one = Matrix.FromEntries(2, 3, new MatrixEntry(0, 1, 5));
        Assert.NotEqual(one, Matrix.FromEntries(2, 3, new MatrixEntry(1, 1, 5)));
        Assert.NotEqual(one, Matrix.FromEntries(2, 3, new MatrixEntry(0, 2, 5)));
        Assert.NotEqual(one, Matrix.FromEntries(2, 4, new MatrixEntry(0, 1, 5)));
        Assert.NotEqual(one, Matrix.FromEntries(3, 3, new MatrixEntry(0, 1, 5)));
        Assert.NotEqual(one, Matrix.FromEntries(2, 3, new MatrixEntry(0, 1, 5), new(0, 2, 1e-300)));
        Assert.Equal(
            Matrix.FromEntries(1, 2, new MatrixEntry(0, 1, double.NaN)),
            Matrix.FromRows([0, -double.NaN]));
    }

    [Fact]
    public void Zeros_of_either_sign_are_not_stored()
    {
        var a = Matrix.FromCompressedRows(3, [0, 2, 2, 4], [0, 2, 0, 1], [0, 7, -0.0, double.NaN]);
        var b = Matrix.FromEntries(3, 3, new(2, 0, 0), new(2, 1, double.NaN), new(0, 2, 7), new(1, 1, -0.0));
        Assert.Equal((2, 2), (a.NonZeroCount, b.NonZeroCount));
        Assert.Equal(a, b);
        Assert.Equal(2, Matrix.FromRows([0, -0.0, 7, double.NaN]).NonZeroCount);
        Bits.Equal(Vector.Zeros(3), Vector.Create(Matrix.FromRows([-0.0, 0, -0.0]).ToSparse().Row(0)));
    }

    [Fact]
    public void A_width_of_a_billion_costs_nothing_where_little_is_stored()
    {
        const int width = int.MaxValue;
        var a = Matrix.FromEntries(3, width, new MatrixEntry(2, width - 1, 5), new(0, 1_000_000, 2));
        Assert.Equal((3, width, 2L), (a.Rows, a.Columns, a.NonZeroCount));
        Assert.Equal((5, 0), (a[2, width - 1], a[2, width - 2]));
        Assert.Equal([2, 0, 0], a.Column(1_000_000));
        Assert.Equal(a, a.SelectRows([0, 1, 2]));
        Assert.Equal(a.GetHashCode(), a.SelectRows([0, 1, 2]).GetHashCode());
        Assert.Equal(
            "3 × 2147483647, 2 entries not 0\n[1000000: 2]\n[]\n[2147483646: 5]", a.ToString());
    }

    [Fact]
    public void Text_names_the_columns_of_what_is_not_0()
    {
        var a = Matrix.FromRows([0, 2.5, 0, -1], [0, 0, 0, 0]);
        Assert.Equal("2 × 4, 2 entries not 0\n[1: 2.5, 3: -1]\n[]", a.ToSparse().ToString());
        Assert.Equal(
            "1 × 12, 12 entries not 0\n[0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 9, 9: 10, "
            + "… 12 entries]",
            Matrix.From(1, 12, (_, j) => j + 1).ToSparse().ToString());
        Assert.Equal("(2, 0): 1.5", new MatrixEntry(2, 0, 1.5).ToString());
    }

    internal static Matrix Some(int rows, int columns) =>
        Thinned.Of(UglyNumbers.Matrix(rows, columns, 5), 6);

    private static void AssertSameProducts(Matrix dense, Vector right, Vector left)
    {
        Bits.Equal(dense.Multiply(right), dense.ToSparse().Multiply(right));
        Bits.Equal(dense.TransposeMultiply(left), dense.ToSparse().TransposeMultiply(left));
    }

    private static Vector Repeated(AnyDouble[] numbers, int count) =>
        Vector.From(Enumerable.Range(0, count).Select(i => numbers[i % numbers.Length].Value));

    private static Vector With(Vector vector, int place, double value) =>
        Vector.From(vector.Select((x, i) => i == place ? value : x));

    private static IEnumerable<MatrixEntry> EntriesOf(Matrix matrix) =>
        from i in Enumerable.Range(0, matrix.Rows)
        from j in Enumerable.Range(0, matrix.Columns)
        where (i + j) % 5 == 0 || matrix[i, j] != 0 // some zeros too
        select new MatrixEntry(i, j, matrix[i, j]);

    private static (int[] Starts, int[] Indices, double[] Values) Compressed(Matrix matrix)
    {
        var entries = EntriesOf(matrix).ToArray();
        return (
            [.. Enumerable.Range(0, matrix.Rows + 1).Select(i => entries.Count(one => one.Row < i))],
            [.. entries.Select(one => one.Column)],
            [.. entries.Select(one => one.Value)]);
    }
}
