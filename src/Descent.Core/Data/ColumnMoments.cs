using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>The sums <c>Σ cᵢ xᵢⱼ</c> and <c>Σ cᵢ xᵢⱼ²</c> of each feature, c the samples' weights.</summary>
internal sealed record ColumnMoments(Vector Sums, Vector Squares)
{
    /// <summary>One pass over the rows, with the same bits on any number of threads.</summary>
    public static ColumnMoments Of(Dataset data, int threads)
    {
        var columns = data.FeatureCount;
        var length = 2 * columns;
        using var total = SpanOwner<double>.Allocate(length, ScratchPool.Of(length));
        var sum = new Rows(data);
        if (threads > 1 && RowTree.IsWorthThreads(data.Count, data.Features.Store.NumbersPerRow))
            RowTree.Sum(sum, data.Count, total.Span, threads);
        else
            RowTree.Sum(in sum, data.Count, total.Span);
        return new(Vector.Create(total.Span[..columns]), Vector.Create(total.Span[columns..]));
    }

    private sealed class Rows(Dataset data) : IRowSum
    {
        public void AddRows(int first, int count, Span<double> total)
        {
            var matrix = data.Features;
            var sums = total[..matrix.Columns];
            var squares = total[matrix.Columns..];
            var weights = data.IsWeighted ? data.Weights.AsSpan() : default;
            for (var i = first; i < first + count; i++)
            {
                var weight = weights.IsEmpty ? 1 : weights[i];
                var row = matrix.StoredAt(i);
                if (matrix.Store is SparseRows sparse)
                    Add(sparse.ColumnsOf(row), sparse.ValuesOf(row), weight, sums, squares);
                else
                    Add(matrix.Store.Row(row), weight, sums, squares);
            }
        }

        private static void Add(
            ReadOnlySpan<double> row, double weight, Span<double> sums, Span<double> squares)
        {
            Kernels.Elementwise(row, sums, sums, new ScaledSum(weight));
            Kernels.Elementwise(row, squares, squares, new ScaledSquareSum(weight));
        }

        private static void Add(
            ReadOnlySpan<int> columns,
            ReadOnlySpan<double> values,
            double weight,
            Span<double> sums,
            Span<double> squares)
        {
            var (toSums, toSquares) = (new ScaledSum(weight), new ScaledSquareSum(weight));
            for (var k = 0; k < values.Length; k++)
            {
                var column = columns[k];
                sums[column] = toSums.Apply(values[k], sums[column]);
                squares[column] = toSquares.Apply(values[k], squares[column]);
            }
        }
    }
}
