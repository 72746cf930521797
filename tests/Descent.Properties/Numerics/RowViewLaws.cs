using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Selected rows are a matrix like any other, and no copy.</summary>
public sealed class RowViewLaws
{
    /// <summary>No row, one, a few, more than blocks and chunks hold; columns about the padding.</summary>
    public static TheoryData<int, int> Shapes => new()
    {
        { 0, 3 }, { 1, 0 }, { 1, 1 }, { 3, 2 }, { 9, 7 }, { 17, 8 }, { 20, 9 }, { 300, 17 }, { 520, 3 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_view_shows_what_a_copy_of_its_rows_shows(int rows, int columns)
    {
        foreach (var (view, copy) in Views(rows, columns))
        {
            Assert.Equal((copy.Rows, copy.Columns), (view.Rows, view.Columns));
            Assert.Equal(copy.ToString(), view.ToString());
            for (var i = 0; i < rows; i++)
            {
                Assert.True(Rounding.SameBits(copy.Row(i), view.Row(i)));
                for (var j = 0; j < columns; j++)
                    Bits.Equal(copy[i, j], view[i, j]);
            }

            for (var j = 0; j < columns; j++)
                Bits.Equal(copy.Column(j), view.Column(j));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_flat_view_of_a_view_is_that_of_a_copy(int rows, int columns)
    {
        foreach (var (view, copy) in Views(rows, columns))
        {
            var flat = view.AsSpan2D();
            var expected = copy.AsSpan2D();
            Assert.Equal((expected.Height, expected.Width), (flat.Height, flat.Width));
            var (entries, expectedEntries) = (new double[rows * columns], new double[rows * columns]);
            flat.CopyTo(entries);
            expected.CopyTo(expectedEntries);
            Assert.True(Rounding.SameBits(expectedEntries, entries));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_view_equals_a_copy_and_hashes_alike(int rows, int columns)
    {
        foreach (var (view, copy) in Views(rows, columns))
        {
            Assert.True(view == copy && copy == view && view.Equals((object)copy));
            Assert.Equal(copy.GetHashCode(), view.GetHashCode());
            if (rows * columns > 0)
                Assert.NotEqual(view, Matrix.From(rows, columns, (i, j) => i + j > 0 ? copy[i, j] : 0.5));
            Assert.NotEqual(view, Matrix.From(rows + 1, columns, (_, _) => 0));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_with_a_view_are_those_with_a_copy_to_the_bit(int rows, int columns)
    {
        var (v, u) = (UglyNumbers.Vector(columns, 8), UglyNumbers.Vector(rows, 9));
        foreach (var (view, copy) in Views(rows, columns))
        {
            Bits.Equal(copy.Multiply(v), view.Multiply(v));
            Bits.Equal(copy.TransposeMultiply(u), view.TransposeMultiply(u));
        }
    }

    [Property]
    public void A_view_of_a_view_is_the_view_of_the_rows_named_by_both(
        SmallCount rows, SmallCount first, SmallCount second, int seed)
    {
        var whole = UglyNumbers.Matrix(rows, 3, seed);
        int[] outer = [.. Numbers(first, rows, seed)];
        int[] inner = [.. Numbers(second, first, seed + 1)];
        Assert.Equal(
            whole.SelectRows(inner.Select(i => outer[i])), whole.SelectRows(outer).SelectRows(inner));
    }

    [Fact]
    public void All_rows_in_order_are_the_matrix_and_a_row_may_come_again()
    {
        var whole = Matrix.FromRows([1, 2], [3, 4], [5, 6]);
        Assert.Equal(whole, whole.SelectRows([0, 1, 2]));
        Assert.Equal(Matrix.FromRows([5, 6], [1, 2], [5, 6], [5, 6]), whole.SelectRows([2, 0, 2, 2]));
        Assert.Equal("2 × 2\n[5, 6]\n[1, 2]", whole.SelectRows([2, 0]).ToString());
        Assert.Equal(Matrix.From(0, 2, (_, _) => 0), whole.SelectRows([]));
    }

    [Fact]
    public void Changing_the_list_later_changes_no_view()
    {
        int[] rows = [2, 0];
        var view = Matrix.FromRows([1, 2], [3, 4], [5, 6]).SelectRows(rows);
        rows[0] = 1;
        Assert.Equal(Matrix.FromRows([5, 6], [1, 2]), view);
    }

    [Fact]
    public void A_row_that_the_matrix_or_the_view_does_not_have_is_refused_by_its_place()
    {
        var whole = Matrix.From(5, 2, (i, j) => i);
        var view = whole.SelectRows([4, 3]);
        Refusal("rows[1]", 5, () => whole.SelectRows([4, 5]));
        Refusal("rows[0]", -1, () => whole.SelectRows([-1]));
        // Its matrix has such a row, but the view has two.
        Refusal("rows[2]", 2, () => view.SelectRows([0, 1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => view[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => view.Row(2).Length);
        Assert.Throws<ArgumentNullException>("rows", () => whole.SelectRows(null!));

        static void Refusal(string name, int value, Func<object> call) =>
            Assert.Equal(value, Assert.Throws<ArgumentOutOfRangeException>(name, call).ActualValue);
    }

    [Fact]
    public void A_view_takes_a_number_for_each_row_and_nothing_for_its_features()
    {
        const int rows = 4000;
        var whole = Matrix.From(rows, 200, (i, j) => i - j);
        int[] order = [.. Enumerable.Range(0, rows).Reverse()];
        // The list's copy, the stored rows' numbers, and the matrix; the copy's rows would take 1600 each.
        Assert.InRange(
            Bytes.TakenBy(() => whole.SelectRows(order)), Bytes.OfRows(rows), (2 * Bytes.OfRows(rows)) + 256);
    }

    /// <summary>Rows backwards and rows at random, of a matrix and of a view, each with a copy.</summary>
    private static IEnumerable<(Matrix View, Matrix Copy)> Views(int rows, int columns)
    {
        var whole = UglyNumbers.Matrix(rows + 5, columns, 6);
        int[] backwards = [.. Enumerable.Range(0, rows).Select(i => rows + 4 - i)];
        int[] random = [.. Numbers(rows, rows + 5, 3)];
        int[] ofView = [.. Numbers(rows, Math.Max(rows, 1), 4)];
        yield return (whole.SelectRows(backwards), Copy(backwards));
        yield return (whole.SelectRows(random), Copy(random));
        yield return (whole.SelectRows(random).SelectRows(ofView), Copy([.. ofView.Select(i => random[i])]));

        Matrix Copy(int[] chosen) => Matrix.From(rows, columns, (i, j) => whole[chosen[i], j]);
    }

    private static IEnumerable<int> Numbers(int count, int below, int seed) =>
        Enumerable.Range(0, count).Select(k => new Seed(seed).Integer(k, below));
}
