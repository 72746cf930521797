using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>
/// The rows in the order of each feature, sorted once; a node is the same run of all orders.
/// </summary>
/// <remarks>
/// Sorting takes O(d N log N), a split O(d n): each order is parted in place, and what goes left stays in
/// order, and so does what goes right. It takes 12 bytes for
/// each row and feature, zeros of sparse rows included.
/// </remarks>
internal sealed class SortedRows
{
    private readonly double[][] _values;
    private readonly int[][] _orders;
    private readonly bool[] _goesLeft;
    private readonly int[] _spare;

    public SortedRows(Matrix features, int[] rows)
    {
        _values = ColumnsOf(features, rows);
        _orders = Array.ConvertAll(_values, values => Sorted(values, rows));
        Rows = (int[])rows.Clone();
        _goesLeft = new bool[features.Rows];
        _spare = new int[rows.Length];
    }

    public int FeatureCount => _values.Length;

    /// <summary>The rows of all nodes, each node a run.</summary>
    public int[] Rows { get; }

    /// <summary>A feature by row.</summary>
    public double[] ValuesOf(int feature) => _values[feature];

    /// <summary>The rows of a node in the order of a feature.</summary>
    public ReadOnlySpan<int> OrderOf(int feature, int start, int count) =>
        _orders[feature].AsSpan(start, count);

    /// <summary>
    /// Parts a node: the first rows in the order of a feature become the run that comes first.
    /// </summary>
    public void Split(int feature, int start, int count, int leftCount)
    {
        var order = OrderOf(feature, start, count);
        for (var i = 0; i < order.Length; i++)
            _goesLeft[order[i]] = i < leftCount;

        Part(Rows.AsSpan(start, count));
        for (var j = 0; j < _orders.Length; j++)
        {
            if (j != feature)
                Part(_orders[j].AsSpan(start, count));
        }
    }

    // Seldom called and long: it must not wait for the second tier of the compiler.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part(Span<int> order)
    {
        var (goesLeft, spare) = (_goesLeft, _spare);
        var (left, right) = (0, 0);
        foreach (var row in order)
        {
            // Both are written, and one of the two kept: a branch would be taken at random.
            var isLeft = goesLeft[row] ? 1 : 0;
            order[left] = row;
            spare[right] = row;
            left += isLeft;
            right += 1 - isLeft;
        }

        spare.AsSpan(0, right).CopyTo(order[left..]);
    }

    private static double[][] ColumnsOf(Matrix features, int[] rows)
    {
        var columns = new double[features.Columns][];
        for (var j = 0; j < columns.Length; j++)
            columns[j] = new double[features.Rows];
        foreach (var row in rows)
        {
            var entries = features.Row(row);
            for (var j = 0; j < entries.Length; j++)
                columns[j][row] = entries[j];
        }

        return columns;
    }

    private static int[] Sorted(double[] values, int[] rows)
    {
        var order = (int[])rows.Clone();
        var keys = Array.ConvertAll(rows, row => values[row]);
        Array.Sort(keys, order);
        return order;
    }
}
