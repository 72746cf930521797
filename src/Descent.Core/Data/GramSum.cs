using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>The sums <c>Σ rᵢ² xᵢⱼ xᵢₖ</c> of some columns j with those and the columns before them.</summary>
/// <remarks>
/// <para>Each sum is one chain of fused multiply-adds over the rows of a chunk, and chunks meet in the
/// <see cref="RowTree"/>: its bits depend on j and k alone, not on what else is summed with it. Products are
/// taken of rᵢ xᵢⱼ, rounded, so that jk and kj are equal.</para>
/// <para>Of a tile of rows the columns are packed side by side; four columns times twenty-four then stay in
/// registers while the tile goes by.</para>
/// <para><see cref="WeightedGram"/> is for all columns at once and weights of any sign; its longer chunks
/// give other bits. This one adds a few columns to those that are known, whose sums are not taken
/// again.</para>
/// </remarks>
/// <param name="rows">The rows.</param>
/// <param name="roots">r, one per row; null where all are 1.</param>
/// <param name="columns">The columns; −1 is a column of ones.</param>
/// <param name="known">How many of them come before the first whose sums are wanted.</param>
internal sealed class GramSum(Matrix rows, double[]? roots, int[] columns, int known) : IRowSum
{
    private const int TileRows = 64;
    private const int Broadcast = 4;
    private const int Wide = 3 * Lanes.Count;

    private readonly int _fresh = (columns.Length - known + (Broadcast - 1)) / Broadcast * Broadcast;

    /// <summary>The length of a row of sums: all columns, and padding.</summary>
    public int Stride => Lanes.Padded(known + _fresh);

    /// <summary>How many numbers a total has: a row of sums for each column that is not known.</summary>
    public int Length => checked(_fresh * Stride);

    public void AddRows(int first, int count, Span<double> total)
    {
        var length = TileRows * Stride;
        using var panel = SpanOwner<double>.Allocate(length, ScratchPool.Of(length), AllocationMode.Clear);
        for (var tile = first; tile < first + count; tile += TileRows)
        {
            var height = Math.Min(TileRows, first + count - tile);
            for (var i = 0; i < height; i++)
                Pack(tile + i, panel.Span.Slice(i * Stride, columns.Length));
            AddTile(panel.Span, height, total);
        }
    }

    private void Pack(int place, Span<double> packed)
    {
        var root = roots is null ? 1 : roots[place];
        var row = rows.StoredAt(place);
        if (rows.Store is DenseRows dense)
        {
            var entries = dense.Row(row);
            for (var t = 0; t < packed.Length; t++)
                packed[t] = columns[t] < 0 ? root : root * entries[columns[t]];
        }
        else
        {
            for (var t = 0; t < packed.Length; t++)
                packed[t] = columns[t] < 0 ? root : root * rows.Store.Entry(row, columns[t]);
        }
    }

    private void AddTile(ReadOnlySpan<double> panel, int height, Span<double> total)
    {
        for (var j = 0; j < _fresh; j += Broadcast)
        {
            var sums = total[(j * Stride)..];
            var k = 0;
            for (; k <= Stride - Wide; k += Wide)
            {
                // Below the diagonal the sums are those above it.
                if (k + Wide > known + j || k < known)
                    AddWide(panel, height, known + j, k, sums);
            }

            for (; k < Stride; k += Lanes.Count)
                AddNarrow(panel, height, known + j, k, sums);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWide(ReadOnlySpan<double> panel, int height, int j, int k, Span<double> sums)
    {
        nint stride = Stride;
        ref var s0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), k);
        ref var s1 = ref Unsafe.Add(ref s0, stride);
        ref var s2 = ref Unsafe.Add(ref s1, stride);
        ref var s3 = ref Unsafe.Add(ref s2, stride);
        Vector512<double> a0 = At(in s0, 0), a1 = At(in s0, 8), a2 = At(in s0, 16);
        Vector512<double> b0 = At(in s1, 0), b1 = At(in s1, 8), b2 = At(in s1, 16);
        Vector512<double> c0 = At(in s2, 0), c1 = At(in s2, 8), c2 = At(in s2, 16);
        Vector512<double> d0 = At(in s3, 0), d1 = At(in s3, 8), d2 = At(in s3, 16);
        ref readonly var row = ref MemoryMarshal.GetReference(panel);
        for (var i = 0; i < height; i++)
        {
            ref readonly var right = ref Unsafe.Add(ref Unsafe.AsRef(in row), k);
            ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in row), j);
            Vector512<double> x0 = At(in right, 0), x1 = At(in right, 8), x2 = At(in right, 16);
            var y = Vector512.Create(left);
            a0 = Vector512.FusedMultiplyAdd(x0, y, a0);
            a1 = Vector512.FusedMultiplyAdd(x1, y, a1);
            a2 = Vector512.FusedMultiplyAdd(x2, y, a2);
            y = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 1));
            b0 = Vector512.FusedMultiplyAdd(x0, y, b0);
            b1 = Vector512.FusedMultiplyAdd(x1, y, b1);
            b2 = Vector512.FusedMultiplyAdd(x2, y, b2);
            y = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 2));
            c0 = Vector512.FusedMultiplyAdd(x0, y, c0);
            c1 = Vector512.FusedMultiplyAdd(x1, y, c1);
            c2 = Vector512.FusedMultiplyAdd(x2, y, c2);
            y = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 3));
            d0 = Vector512.FusedMultiplyAdd(x0, y, d0);
            d1 = Vector512.FusedMultiplyAdd(x1, y, d1);
            d2 = Vector512.FusedMultiplyAdd(x2, y, d2);
            row = ref Unsafe.Add(ref Unsafe.AsRef(in row), stride);
        }

        Store(ref s0, a0, a1, a2);
        Store(ref s1, b0, b1, b2);
        Store(ref s2, c0, c1, c2);
        Store(ref s3, d0, d1, d2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddNarrow(ReadOnlySpan<double> panel, int height, int j, int k, Span<double> sums)
    {
        nint stride = Stride;
        ref var s0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), k);
        ref var s1 = ref Unsafe.Add(ref s0, stride);
        ref var s2 = ref Unsafe.Add(ref s1, stride);
        ref var s3 = ref Unsafe.Add(ref s2, stride);
        Vector512<double> a = At(in s0, 0), b = At(in s1, 0), c = At(in s2, 0), d = At(in s3, 0);
        ref readonly var row = ref MemoryMarshal.GetReference(panel);
        for (var i = 0; i < height; i++)
        {
            var x = At(in Unsafe.Add(ref Unsafe.AsRef(in row), k), 0);
            ref readonly var left = ref Unsafe.Add(ref Unsafe.AsRef(in row), j);
            a = Vector512.FusedMultiplyAdd(x, Vector512.Create(left), a);
            b = Vector512.FusedMultiplyAdd(x, Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 1)), b);
            c = Vector512.FusedMultiplyAdd(x, Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 2)), c);
            d = Vector512.FusedMultiplyAdd(x, Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in left), 3)), d);
            row = ref Unsafe.Add(ref Unsafe.AsRef(in row), stride);
        }

        a.StoreUnsafe(ref s0);
        b.StoreUnsafe(ref s1);
        c.StoreUnsafe(ref s2);
        d.StoreUnsafe(ref s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(in double start, nint offset) =>
        Vector512.LoadUnsafe(in start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        ref double sums, Vector512<double> first, Vector512<double> second, Vector512<double> third)
    {
        first.StoreUnsafe(ref sums);
        second.StoreUnsafe(ref sums, Lanes.Count);
        third.StoreUnsafe(ref sums, 2 * Lanes.Count);
    }
}
