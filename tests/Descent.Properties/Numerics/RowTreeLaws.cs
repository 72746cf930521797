using Xunit;

namespace Descent.Properties;

/// <summary>Sums over rows: chunks of 256, joined pairwise.</summary>
public sealed class RowTreeLaws
{
    private const int Chunk = RowTree.ChunkRows;

    // One row around every edge of up to five chunks, and some powers of two.
    private static readonly int[] Edges =
    [
        1, 2,
        .. Enumerable.Range(1, 5).SelectMany(k => new[] { (Chunk * k) - 1, Chunk * k, (Chunk * k) + 1 }),
        7 * Chunk, 8 * Chunk, (8 * Chunk) + 1, 16 * Chunk,
    ];

    public static TheoryData<int> RowCounts => [0, .. Edges];

    public static TheoryData<int> SomeRows => [.. Edges, 17 * Chunk, (40 * Chunk) + 3, (70 * Chunk) - 1];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Rows_are_summed_in_the_documented_tree_to_the_last_bit(int rows)
    {
        var data = UglyNumbers.Sequence(rows, 3);
        Assert.True(Rounding.SameBits(Reference(data), Sum(data)));
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void The_transposed_product_takes_the_same_tree(int rows)
    {
        var data = UglyNumbers.Sequence(rows, 3);
        var matrix = Matrix.From(rows, 3, (i, j) => data[i] * (j + 1));
        var weights = Vector.From(Enumerable.Range(0, rows).Select(i => 1.0 / (i + 3)));
        for (var j = 0; j < 3; j++)
        {
            var parts = data.Select((_, i) => (Value: matrix[i, j], Weight: weights[i])).Chunk(Chunk)
                .Select(chunk => chunk.Aggregate(
                    0.0, (sum, row) => Math.FusedMultiplyAdd(row.Value, row.Weight, sum)));
            Assert.True(Rounding.SameBits(Joined([.. parts]), matrix.TransposeMultiply(weights)[j]));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void An_aligned_run_of_chunks_is_a_subtree(int chunks)
    {
        var data = UglyNumbers.Sequence((chunks * Chunk) - 3, 3);
        var left = Enumerable.Range(0, 10).Select(k => 1 << k).Last(power => power < chunks) * Chunk;
        Assert.True(Rounding.SameBits(Sum(data[..left]) + Sum(data[left..]), Sum(data)));
    }

    [Fact]
    public void Each_row_is_asked_for_once_and_in_order_within_its_chunk()
    {
        var asked = new List<(int First, int Count)>();
        RowTree.Sum(new Recorder(asked), (3 * Chunk) + 5, new double[1]);
        Assert.Equal([(0, Chunk), (Chunk, Chunk), (2 * Chunk, Chunk), (3 * Chunk, 5)], asked.Order());
    }

    [Theory]
    [MemberData(nameof(SomeRows))]
    public void Threads_that_take_subtrees_change_no_bit(int rows)
    {
        var data = UglyNumbers.Sequence(rows, 3);
        foreach (var threads in new[] { 1, 2, 3, 7, int.MaxValue })
        {
            double[] total = [double.NaN];
            RowTree.Sum(new Plain(data), rows, total, threads);
            Assert.True(Rounding.SameBits(Sum(data), total[0]));
        }
    }

    [Fact]
    public void What_the_total_held_before_does_not_count()
    {
        double[] total = [double.NaN];
        RowTree.Sum(new Plain([1, 2]), 2, total);
        Assert.Equal(3, total[0]);
        RowTree.Sum(new Plain([]), 0, total);
        Assert.Equal(0, total[0]);
    }

    private static double Sum(double[] data)
    {
        var total = new double[1];
        RowTree.Sum(new Plain(data), data.Length, total);
        return total[0];
    }

    private static double Reference(double[] data) =>
        Joined([.. data.Chunk(Chunk).Select(chunk => chunk.Aggregate(0.0, (sum, x) => sum + x))]);

    /// <summary>Joins neighbours, level by level; an odd one out waits for the next level.</summary>
    private static double Joined(double[] parts) => parts.Length switch
    {
        0 => 0,
        1 => parts[0],
        _ => Joined([.. parts.Chunk(2).Select(pair => pair.Length == 2 ? pair[0] + pair[1] : pair[0])]),
    };

    private readonly struct Plain(double[] data) : IRowSum
    {
        public void AddRows(int first, int count, Span<double> total)
        {
            foreach (var x in data.AsSpan(first, count))
                total[0] += x;
        }
    }

    private readonly struct Recorder(List<(int First, int Count)> asked) : IRowSum
    {
        public void AddRows(int first, int count, Span<double> total) => asked.Add((first, count));
    }
}
