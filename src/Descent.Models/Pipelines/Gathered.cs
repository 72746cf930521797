using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Columns of one matrix, or of two side by side, in another order.</summary>
internal static class Gathered
{
    /// <summary>The columns of a matrix at some places, each named once at most.</summary>
    public static Matrix From(Matrix features, ImmutableArray<int> places) =>
        From(features, null, places);

    /// <summary>The columns at some places of <c>[left right]</c>, each named once at most.</summary>
    public static Matrix From(Matrix left, Matrix? right, ImmutableArray<int> places) =>
        left.IsSparse && right?.IsSparse != false
            ? Sparse(left, right, places)
            : Matrix.Fill(left.Rows, places.Length, (i, row) =>
            {
                var first = left.Row(i);
                var second = right is null ? default : right.Row(i);
                for (var k = 0; k < row.Length; k++)
                    row[k] = places[k] < first.Length ? first[places[k]] : second[places[k] - first.Length];
            });

    private static Matrix Sparse(Matrix left, Matrix? right, ImmutableArray<int> places)
    {
        var targets = new int[left.Columns + (right?.Columns ?? 0)];
        Array.Fill(targets, -1);
        for (var k = 0; k < places.Length; k++)
            targets[places[k]] = k;

        var starts = new int[left.Rows + 1];
        var (columns, values) = (new List<int>(), new List<double>());
        var entries = new List<(int Column, double Value)>();
        for (var i = 0; i < left.Rows; i++)
        {
            entries.Clear();
            Add(left, i, targets, entries);
            if (right is not null)
                Add(right, i, targets.AsSpan(left.Columns), entries);
            entries.Sort((one, other) => one.Column.CompareTo(other.Column));
            columns.AddRange(entries.Select(entry => entry.Column));
            values.AddRange(entries.Select(entry => entry.Value));
            starts[i + 1] = columns.Count;
        }

        return Matrix.FromCompressedRows(places.Length, starts, [.. columns], [.. values]);
    }

    private static void Add(
        Matrix matrix, int row, ReadOnlySpan<int> targets, List<(int Column, double Value)> entries)
    {
        var rows = (SparseRows)matrix.Store;
        var columns = rows.ColumnsOf(matrix.StoredAt(row));
        var values = rows.ValuesOf(matrix.StoredAt(row));
        for (var k = 0; k < values.Length; k++)
            if (targets[columns[k]] >= 0)
                entries.Add((targets[columns[k]], values[k]));
    }
}
