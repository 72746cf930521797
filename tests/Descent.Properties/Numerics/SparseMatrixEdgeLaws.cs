using Xunit;

namespace Descent.Properties;

/// <summary>What a sparse matrix cannot be made from, and what is said about it.</summary>
public sealed class SparseMatrixEdgeLaws
{
    public static TheoryData<int[], string> BadStarts => new()
    {
        { [], "starts is empty; it must have one number per row and one more. Pass [0] for no rows." },
        { [1, 3], "starts[0] is 1; it must be 0, where the first row starts." },
        { [-1, 3], "starts[0] is -1; it must be 0, where the first row starts." },
        {
            [0, 3, 2, 3],
            "starts[2] is 2, less than 3 before it; no row may end before it starts. "
            + "Repeat the number for an empty row."
        },
        { [0, 2], "starts[1] is 2, but values has length 3; the last must be where the values end." },
        { [0, 2, 4], "starts[2] is 4, but values has length 3; the last must be where the values end." },
        { [0], "starts[0] is 0, but values has length 3; the last must be where the values end." },
    };

    [Theory]
    [MemberData(nameof(BadStarts))]
    public void Starts_that_do_not_divide_the_values_are_refused(int[] starts, string message)
    {
        var error = Assert.Throws<ArgumentException>(
            nameof(starts), () => Matrix.FromCompressedRows(5, starts, [0, 1, 2], [1, 2, 3]));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 0, 2, 2 }, "columnIndices[2] is 2, after 2 in row 1; columns must increase")]
    [InlineData(new[] { 0, 2, 1 }, "columnIndices[2] is 1, after 2 in row 1; columns must increase")]
    public void Columns_that_do_not_increase_within_a_row_are_refused(int[] columns, string message)
    {
        var error = Assert.Throws<ArgumentException>(
            "columnIndices", () => Matrix.FromCompressedRows(5, [0, 1, 3], columns, [1, 2, 3]));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, Matrix.FromCompressedRows(5, [0, 2, 3], columns, [1, 2, 3]).NonZeroCount);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Places_outside_the_matrix_are_refused_by_their_number(int index)
    {
        (string Name, Func<object> Make)[] ways =
        [
            ("columnIndices[1]", () => Matrix.FromCompressedRows(5, [0, 2], [0, index], [1, 2])),
            ("entries[1].Row", () => Matrix.FromEntries(5, 9, new(0, 0, 1), new(index, 0, 2))),
            ("entries[1].Column", () => Matrix.FromEntries(9, 5, new(0, 0, 1), new(0, index, 2))),
        ];
        Assert.All(ways, way => Assert.StartsWith(
            $"{way.Name} is {index}; it must be at least 0 and less than 5.",
            Assert.Throws<ArgumentOutOfRangeException>(way.Name, way.Make).Message,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Lengths_that_disagree_are_both_named() =>
        Assert.StartsWith(
            "columnIndices has length 1, but values has length 2;",
            Assert.Throws<ArgumentException>(
                "columnIndices", () => Matrix.FromCompressedRows(5, [0, 2], [0], [1, 2])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_place_given_twice_is_refused_by_its_row_and_column()
    {
        foreach (var second in new[] { 7.0, 0 })
        {
            var error = Assert.Throws<ArgumentException>("entries", () => Matrix.FromEntries(
                3, 3, new(2, 1, 5), new(0, 0, 1), new(2, 0, 1), new(2, 1, second)));
            Assert.StartsWith(
                "entries names row 2, column 1 more than once;", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Missing_arguments_and_impossible_dimensions_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>(
            "starts", () => Matrix.FromCompressedRows(1, null!, [], []));
        Assert.Throws<ArgumentNullException>(
            "columnIndices", () => Matrix.FromCompressedRows(1, [0], null!, []));
        Assert.Throws<ArgumentNullException>(
            "values", () => Matrix.FromCompressedRows(1, [0], [], null!));
        Assert.Throws<ArgumentNullException>(
            "entries", () => Matrix.FromEntries(1, 1, (IEnumerable<MatrixEntry>)null!));
        Refusals.Names("columns", -1L, () => Matrix.FromCompressedRows(-1, [0], [], []));
        Refusals.Names("columns", -1L, () => Matrix.FromEntries(1, -1));
        Refusals.Names("rows", -1L, () => Matrix.FromEntries(-1, 1));
    }

    [Fact]
    public void An_index_outside_is_refused_as_in_a_dense_matrix()
    {
        var a = Matrix.FromEntries(2, 3, new MatrixEntry(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => a.Row(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => a.Column(3));
        Assert.Throws<ArgumentOutOfRangeException>("rows[1]", () => a.SelectRows([0, 2]));
        Assert.Throws<ArgumentException>("vector", () => a.Multiply([1, 2]));
        Assert.Throws<ArgumentException>("vector", () => a.TransposeMultiply([1, 2, 3]));
    }
}
