using System.Numerics;
using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>A sum over rows, told to add the part of one chunk to a total that starts at zero.</summary>
internal interface IRowSum
{
    void AddRows(int first, int count, Span<double> total);
}

/// <summary>The one order in which sums over rows are taken.</summary>
/// <remarks>
/// Rows are summed in chunks of <see cref="ChunkRows"/>; chunk results meet in a binary tree over the chunk
/// index that splits at the largest power of two. So every aligned run of 2ᵏ chunks is a subtree, which any
/// thread or machine may compute, and the bits depend on the number of rows alone.
/// </remarks>
internal static class RowTree
{
    public const int ChunkRows = 256;

    /// <summary>Fills <paramref name="total"/> with the sum over rows 0 … rows − 1.</summary>
    public static void Sum<TSum>(TSum sum, int rows, Span<double> total)
        where TSum : IRowSum, allows ref struct
    {
        total.Clear();
        var chunks = (int)(((long)rows + ChunkRows - 1) / ChunkRows);
        if (chunks > 0)
            AddChunks(sum, 0, chunks, rows, total);
    }

    private static void AddChunks<TSum>(TSum sum, int firstChunk, int chunks, int rows, Span<double> total)
        where TSum : IRowSum, allows ref struct
    {
        if (chunks == 1)
        {
            var first = firstChunk * ChunkRows;
            sum.AddRows(first, Math.Min(ChunkRows, rows - first), total);
            return;
        }

        var left = (int)(BitOperations.RoundUpToPowerOf2((uint)chunks) / 2);
        AddChunks(sum, firstChunk, left, rows, total);

        using var rest = SpanOwner<double>.Allocate(total.Length, AllocationMode.Clear);
        AddChunks(sum, firstChunk + left, chunks - left, rows, rest.Span);
        Kernels.Elementwise(total, rest.Span, total, default(Sum));
    }
}
