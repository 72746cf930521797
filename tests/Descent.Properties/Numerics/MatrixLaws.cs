using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A matrix: its entries from every side, its products, its value.</summary>
public sealed class MatrixLaws
{
    /// <summary>
    /// Every number of columns around the edges of the inner padding, rows that fill a chunk and more.
    /// </summary>
    public static TheoryData<int, int> Shapes
    {
        get
        {
            var shapes = ShapesWithRows;
            shapes.Add(0, 0);
            shapes.Add(0, 3);
            return shapes;
        }
    }

    /// <summary>Rows alone cannot say how many columns there are none of.</summary>
    public static TheoryData<int, int> ShapesWithRows
    {
        get
        {
            var shapes = new TheoryData<int, int> { { 3, 0 }, { 300, 5 }, { 513, 9 } };
            for (var columns = 1; columns <= 20; columns++)
                shapes.Add(((columns * 5) % 7) + 1, columns);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_view_shows_the_same_entries(int rows, int columns)
    {
        var a = Matrix.From(rows, columns, (i, j) => (100 * i) + j + 1);
        Assert.Equal((rows, columns), (a.Rows, a.Columns));
        var grid = a.AsSpan2D();
        Assert.Equal(rows * columns, grid.Length);
        for (var i = 0; i < rows; i++)
        {
            Assert.Equal(columns, a.Row(i).Length);
            for (var j = 0; j < columns; j++)
            {
                Assert.Equal((100 * i) + j + 1, a[i, j]);
                Assert.Equal(a[i, j], a.Row(i)[j]);
                Assert.Equal(a[i, j], a.Column(j)[i]);
                Assert.Equal(a[i, j], grid[i, j]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_flat_view_has_the_dimensions_and_hides_the_padding(int rows, int columns)
    {
        var grid = UglyNumbers.Matrix(rows, columns, 5).AsSpan2D();
        // A view of nothing has no dimensions left, as the toolkit has it.
        Assert.Equal(rows * columns == 0 ? (0, 0) : (rows, columns), (grid.Height, grid.Width));
        var copy = new double[rows * columns];
        grid.CopyTo(copy);
        Assert.True(Rounding.SameBits(copy, UglyNumbers.Sequence(rows * columns, 5)));
    }

    [Theory]
    [MemberData(nameof(ShapesWithRows))]
    public void Every_way_to_make_a_matrix_gives_equal_values(int rows, int columns)
    {
        var a = UglyNumbers.Matrix(rows, columns, 6);
        var arrays = Enumerable.Range(0, rows).Select(i => a.Row(i).ToArray()).ToArray();
        Matrix[] ways =
        [
            Matrix.FromRows(arrays),
            Matrix.FromRows(arrays.Select(row => row)),
            Matrix.FromRows(arrays.Select(row => Vector.Of(row))),
        ];
        Array.ForEach(arrays, row => Array.Fill(row, double.NaN)); // the matrix has its own copy
        Assert.All(ways, way =>
        {
            Assert.Equal(a, way);
            Assert.Equal(a.GetHashCode(), way.GetHashCode());
        });
    }

    [Fact]
    public void No_rows_make_the_empty_matrix()
    {
        var empty = Matrix.FromRows(Array.Empty<double[]>());
        Assert.Equal((0, 0), (empty.Rows, empty.Columns));
        Assert.Equal(empty, Matrix.FromRows(Enumerable.Empty<Vector>()));
        Assert.Equal("0 × 0", empty.ToString());
        Assert.Equal(Vector.Zeros(0), empty.Multiply([]));
        Assert.Equal(Vector.Zeros(0), empty.TransposeMultiply([]));
    }

    [Fact]
    public void A_jagged_row_is_refused_by_its_number_and_both_lengths()
    {
        double[][] jagged = [[1, 2], [3, 4], [5]];
        Action[] ways =
        [
            () => Matrix.FromRows(jagged),
            () => Matrix.FromRows(jagged.AsEnumerable()),
            () => Matrix.FromRows(jagged.Select(row => Vector.Of(row))),
        ];
        Assert.All(ways, way => Assert.StartsWith(
            "rows[2] has length 1, but the first row has length 2;",
            Assert.Throws<ArgumentException>("rows[2]", way).Message,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Null_rows_and_impossible_dimensions_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("rows", () => Matrix.FromRows((double[][])null!));
        Assert.Throws<ArgumentNullException>("rows", () => Matrix.FromRows((IEnumerable<double[]>)null!));
        Assert.Throws<ArgumentNullException>("rows", () => Matrix.FromRows((IEnumerable<Vector>)null!));
        Assert.Throws<ArgumentNullException>("rows[1]", () => Matrix.FromRows([1], null!));
        Assert.Throws<ArgumentNullException>("entry", () => Matrix.From(1, 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Matrix.From(-1, 1, (i, j) => 0));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Matrix.From(1, -1, (i, j) => 0));
    }

    [Fact]
    public void An_index_outside_is_refused_even_where_the_padding_has_room()
    {
        var a = Matrix.From(2, 3, (i, j) => 1);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a.Row(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a.Column(3));
        Assert.Throws<ArgumentOutOfRangeException>("column", () => Matrix.From(2, 0, (i, j) => 1).Column(0));
    }

    // Both products add at most one rounding per term: the row's in lanes, the column's down its rows and up
    // the tree.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_are_within_the_rounding_bound_of_the_exact_ones(int rows, int columns)
    {
        var a = UglyNumbers.Matrix(rows, columns, 7);
        var (v, u) = (UglyNumbers.Vector(columns, 8), UglyNumbers.Vector(rows, 9));
        var (product, transposed) = (a.Multiply(v), a.TransposeMultiply(u));
        Assert.Equal((rows, columns), (product.Count, transposed.Count));
        for (var i = 0; i < rows; i++)
            AssertWithin(product[i], Rounding.Depth(columns), v.Select((x, j) => Exact.Product(a[i, j], x)));
        for (var j = 0; j < columns; j++)
            AssertWithin(transposed[j], rows, u.Select((x, i) => Exact.Product(a[i, j], x)));
    }

    // ⟨A v, u⟩ and ⟨v, Aᵀ u⟩ are the same sum over i and j; each term of either is rounded at most as often
    // as its two loops are deep.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_transpose_is_the_adjoint(int rows, int columns)
    {
        var a = UglyNumbers.Matrix(rows, columns, 7);
        var (v, u) = (UglyNumbers.Vector(columns, 8), UglyNumbers.Vector(rows, 9));
        var size = Enumerable.Range(0, rows)
            .Sum(i => Enumerable.Range(0, columns).Sum(j => Math.Abs(u[i] * a[i, j] * v[j])));
        var operations = Rounding.Depth(columns) + Rounding.Depth(rows) + rows + Rounding.Depth(columns);
        var difference = Math.Abs(a.Multiply(v).Dot(u) - v.Dot(a.TransposeMultiply(u)));
        Assert.InRange(difference, 0, 1.01 * Rounding.Gamma(operations) * size);
    }

    [Property]
    public bool The_identity_changes_nothing(Values v)
    {
        var identity = Matrix.From(v.Length, v.Length, (i, j) => i == j ? 1 : 0);
        return identity.Multiply(Vector.Of(v)) == Vector.Of(v)
            && identity.TransposeMultiply(Vector.Of(v)) == Vector.Of(v);
    }

    [Property]
    public bool A_row_times_a_vector_is_their_inner_product_to_the_last_bit(ValuesPair v)
    {
        var (x, y) = (Vector.Of(v.First), Vector.Of(v.Second));
        return Rounding.SameBits(Matrix.FromRows([x]).Multiply(y)[0], x.Dot(y));
    }

    [Fact]
    public void A_vector_of_the_wrong_length_is_refused_and_both_lengths_named()
    {
        var a = Matrix.From(2, 3, (i, j) => 1);
        var error = Assert.Throws<ArgumentException>("vector", () => a.Multiply([1, 2]));
        Assert.StartsWith(
            "vector has length 2, but a row has length 3;", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("vector", () => a.TransposeMultiply([1, 2, 3]));
        Assert.StartsWith(
            "vector has length 3, but a column has length 2;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_NaN_reaches_the_products_it_is_part_of_and_no_other()
    {
        var a = Matrix.FromRows([1, double.NaN], [3, 4]);
        Assert.Equal([double.NaN, 7], a.Multiply([1, 1]));
        Assert.Equal([4, double.NaN], a.TransposeMultiply([1, 1]));
        Assert.Equal([double.NaN, double.NaN], Matrix.FromRows([1, 2]).TransposeMultiply([double.NaN]));
    }

    [Fact]
    public void Equality_is_by_shape_and_entry()
    {
        var a = Matrix.FromRows([1, double.NaN], [0, 4]);
        var same = Matrix.FromRows([1, -double.NaN], [-0.0, 4]);
        Assert.True(a.Equals((object)same));
        Assert.Equal(a.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(a, Matrix.FromRows([1, double.NaN], [0, 5]));
        Assert.NotEqual(Matrix.From(2, 3, (i, j) => 0), Matrix.From(3, 2, (i, j) => 0));
        Assert.NotEqual(Matrix.From(0, 3, (i, j) => 0), Matrix.From(3, 0, (i, j) => 0));
        // Inside, both are one row of eight numbers: the padding must not pass for a column of zeros.
        Assert.NotEqual(Matrix.FromRows([1, 2]), Matrix.FromRows([1, 2, 0]));
        Assert.False(a.Equals(null));
    }

    [Fact]
    public void The_operators_say_what_Equals_says()
    {
        Matrix?[] matrices =
        [
            null, Matrix.FromRows([1, double.NaN], [0, 4]), Matrix.FromRows([1, -double.NaN], [-0.0, 4]),
            Matrix.FromRows([1, 2]), Matrix.FromRows([1.0], [2.0]), Matrix.FromRows([1, 2, 0]),
            Matrix.From(0, 3, (i, j) => 0), Matrix.From(3, 0, (i, j) => 0),
        ];
        Assert.All(
            from left in matrices from right in matrices select (left, right),
            pair =>
            {
                Assert.Equal(Equals(pair.left, pair.right), pair.left == pair.right);
                Assert.Equal(!Equals(pair.left, pair.right), pair.left != pair.right);
            });
        Assert.True(matrices[1] == matrices[2]);
        Assert.False(ReferenceEquals(matrices[1], matrices[2]));
    }

    [Fact]
    public void Null_equals_null_alone()
    {
        Matrix? none = null;
        var some = Matrix.FromRows([1.0]);
        Assert.True(none == null);
        Assert.False(none != null);
        Assert.False(none == some);
        Assert.False(some == none);
        Assert.True(none != some);
        Assert.True(some != none);
    }

    [Fact]
    public void Text_shows_the_dimensions_and_the_first_rows()
    {
        Assert.Equal("2 × 2\n[1, 2.5]\n[-3, 4]", Matrix.FromRows([1, 2.5], [-3, 4]).ToString());
        Assert.Equal("6 × 1\n[0]\n[1]\n[2]\n[3]\n[4]\n…", Matrix.From(6, 1, (i, j) => i).ToString());
        Assert.Equal("2 × 0\n[]\n[]", Matrix.From(2, 0, (i, j) => 1).ToString());
    }

    private static void AssertWithin(double sum, int operations, IEnumerable<Exact> terms)
    {
        var list = terms.ToList();
        var error = Exact.Of(sum) - Exact.Sum(list);
        Assert.True(error.IsWithin(operations, Exact.Sum(list.Select(term => term.Abs()))));
    }
}
