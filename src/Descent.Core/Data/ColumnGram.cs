using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>The product sums of some columns with each other: <c>Σ rᵢ² xᵢⱼ xᵢₖ</c>.</summary>
/// <remarks>
/// Immutable. Which columns are summed together changes no bit of a sum; see <see cref="GramSum"/>.
/// </remarks>
internal sealed class ColumnGram
{
    private readonly double[] _sums;

    private ColumnGram(int[] columns, double[] sums) => (Columns, _sums) = (columns, sums);

    /// <summary>Of no column.</summary>
    public static ColumnGram Empty { get; } = new([], []);

    /// <summary>The columns, in the order of the sums; −1 is a column of ones.</summary>
    public int[] Columns { get; }

    /// <summary>The same with more columns, none of them there already.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="roots">r, one per row; null where all are 1.</param>
    /// <param name="more">The columns to add.</param>
    /// <param name="threads">How many threads may take part.</param>
    public ColumnGram With(Matrix rows, double[]? roots, int[] more, int threads)
    {
        if (more.Length == 0)
            return this;

        var (known, all) = (Columns.Length, (int[])[.. Columns, .. more]);
        var sum = new GramSum(rows, roots, all, known);
        using var total = SpanOwner<double>.Allocate(sum.Length, ScratchPool.Of(sum.Length));
        if (threads > 1 && RowTree.IsWorthThreads(rows.Rows, all.Length))
            RowTree.Sum(sum, rows.Rows, total.Span, threads);
        else
            RowTree.Sum(in sum, rows.Rows, total.Span);

        var n = all.Length;
        var sums = new double[n * n];
        for (var j = 0; j < known; j++)
            _sums.AsSpan(j * known, known).CopyTo(sums.AsSpan(j * n));
        for (var j = known; j < n; j++)
        {
            for (var k = 0; k < n; k++)
            {
                // Each pair of new columns is summed where the first of them comes earlier.
                var value = k >= known && k < j
                    ? total.Span[((k - known) * sum.Stride) + j]
                    : total.Span[((j - known) * sum.Stride) + k];
                sums[(j * n) + k] = value;
                sums[(k * n) + j] = value;
            }
        }

        return new(all, sums);
    }

    /// <summary>Where a column is, or −1.</summary>
    public int IndexOf(int column) => Array.IndexOf(Columns, column);

    /// <summary>The sum of two columns, by their places.</summary>
    public double At(int first, int second) => _sums[(first * Columns.Length) + second];

    /// <summary>The columns of a list that are not there.</summary>
    public int[] Missing(int[] columns) => [.. columns.Except(Columns)];
}
