using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Σ cᵢ xᵢ xᵢᵀ of dense rows, in blocks of eight rows of the result.</summary>
/// <remarks>
/// A block row's part of a panel, cᵢ xᵢⱼ for eight columns j, is packed side by side; then each sixteen
/// columns of the result take sixteen vectors of sums through all rows of the panel. A panel stays in the
/// second cache while all block rows go over it.
/// </remarks>
internal sealed class GramBlocks
{
    // 512 kB.
    private const int PanelNumbers = 1 << 16;
    private const int GreatestPanel = 256;
    private const int LeastPanel = 32;

    private readonly DenseRows _store;
    private readonly int[] _numbers;
    private readonly Vector _weights;
    private readonly double[] _chunk;
    private readonly int _stride;
    private readonly int _panelRows;

    public GramBlocks(Matrix rows, Vector weights)
    {
        (_store, _weights) = ((DenseRows)rows.Store, weights);
        _numbers = rows.Selection ?? [.. Enumerable.Range(0, rows.Rows)];
        _stride = _store.Stride;
        _panelRows = Math.Clamp(PanelNumbers / Math.Max(1, _stride), LeastPanel, GreatestPanel);
        Gram = new double[checked(_stride * _stride)];
        _chunk = rows.Rows <= WeightedGram.ChunkRows ? Gram : new double[Gram.Length];
    }

    /// <summary>The sums with j ≤ k, and others; rows a stride apart.</summary>
    public double[] Gram { get; }

    /// <summary>How many chunks the rows make.</summary>
    public int ChunkCount => (_numbers.Length + WeightedGram.ChunkRows - 1) / WeightedGram.ChunkRows;

    /// <summary>Adds all rows to every so many-th block row, from one on.</summary>
    public void Add(int firstBlock, int step)
    {
        for (var chunk = 0; chunk < ChunkCount; chunk++)
        {
            AddChunk(chunk, firstBlock, step, chunk == 0 ? Gram : _chunk);
            if (chunk > 0)
                Join(_chunk, firstBlock, step);
        }
    }

    /// <summary>Adds all rows, each chunk by one thread, so that no row is read twice.</summary>
    public void AddChunks(int threads)
    {
        double[][] sums = [.. Enumerable.Range(0, threads).Select(_ => new double[Gram.Length])];
        for (var first = 0; first < ChunkCount; first += threads)
        {
            var (chunk, count) = (first, Math.Min(threads, ChunkCount - first));
            Workers.Run(threads, count, k => AddChunk(chunk + k, 0, 1, sums[k]));
            foreach (var part in sums.AsSpan(0, count))
                Join(part, 0, 1);
        }
    }

    private void AddChunk(int chunk, int firstBlock, int step, double[] sums)
    {
        var packed = new double[_panelRows * Lanes.Count];
        var first = chunk * WeightedGram.ChunkRows;
        var end = Math.Min(first + WeightedGram.ChunkRows, _numbers.Length);
        for (var panel = first; panel < end; panel += _panelRows)
        {
            for (var block = firstBlock; block * Lanes.Count < _stride; block += step)
                AddPanel(panel, Math.Min(_panelRows, end - panel), block * Lanes.Count, packed, sums);
        }
    }

    /// <summary>Adds a chunk's sums to all, and makes them 0.</summary>
    private void Join(double[] sums, int firstBlock, int step)
    {
        var length = Lanes.Count * _stride;
        for (var start = firstBlock * length; start < Gram.Length; start += step * length)
        {
            var all = Gram.AsSpan(start, length);
            var part = sums.AsSpan(start, length);
            Kernels.Elementwise(all, part, all, default(Sum));
            part.Clear();
        }
    }

    private void AddPanel(int first, int count, int column, double[] packed, double[] sums)
    {
        var rows = _numbers.AsSpan(first, count);
        for (var i = 0; i < rows.Length; i++)
        {
            var block = Vector512.LoadUnsafe(in RowOf(rows[i]), (nuint)column);
            Lanes.Store(block * _weights.AsSpan()[first + i], packed, i * Lanes.Count);
        }

        var k = column;
        for (; k <= _stride - (2 * Lanes.Count); k += 2 * Lanes.Count)
            AddSixteen(rows, k, packed, ref sums[(column * _stride) + k]);
        if (k < _stride)
            AddEight(rows, k, packed, ref sums[(column * _stride) + k]);
    }

    // Long loops that a run calls seldom: the compiler would see late that they are worth its time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSixteen(ReadOnlySpan<int> rows, int k, double[] packed, ref double sums)
    {
        var next = _stride;
        ref var right = ref Unsafe.Add(ref sums, Lanes.Count);
        var (a0, b0) = (Sums(ref sums, 0), Sums(ref right, 0));
        var (a1, b1) = (Sums(ref sums, next), Sums(ref right, next));
        var (a2, b2) = (Sums(ref sums, 2 * next), Sums(ref right, 2 * next));
        var (a3, b3) = (Sums(ref sums, 3 * next), Sums(ref right, 3 * next));
        var (a4, b4) = (Sums(ref sums, 4 * next), Sums(ref right, 4 * next));
        var (a5, b5) = (Sums(ref sums, 5 * next), Sums(ref right, 5 * next));
        var (a6, b6) = (Sums(ref sums, 6 * next), Sums(ref right, 6 * next));
        var (a7, b7) = (Sums(ref sums, 7 * next), Sums(ref right, 7 * next));
        ref var factors = ref MemoryMarshal.GetArrayDataReference(packed);
        for (var i = 0; i < rows.Length; i++)
        {
            ref var x = ref Unsafe.Add(ref RowOf(rows[i]), k);
            var (x0, x1) = (Vector512.LoadUnsafe(ref x), Vector512.LoadUnsafe(ref x, Lanes.Count));
            a0 = Vector512.FusedMultiplyAdd(Factor(ref factors, 0), x0, a0);
            b0 = Vector512.FusedMultiplyAdd(Factor(ref factors, 0), x1, b0);
            a1 = Vector512.FusedMultiplyAdd(Factor(ref factors, 1), x0, a1);
            b1 = Vector512.FusedMultiplyAdd(Factor(ref factors, 1), x1, b1);
            a2 = Vector512.FusedMultiplyAdd(Factor(ref factors, 2), x0, a2);
            b2 = Vector512.FusedMultiplyAdd(Factor(ref factors, 2), x1, b2);
            a3 = Vector512.FusedMultiplyAdd(Factor(ref factors, 3), x0, a3);
            b3 = Vector512.FusedMultiplyAdd(Factor(ref factors, 3), x1, b3);
            a4 = Vector512.FusedMultiplyAdd(Factor(ref factors, 4), x0, a4);
            b4 = Vector512.FusedMultiplyAdd(Factor(ref factors, 4), x1, b4);
            a5 = Vector512.FusedMultiplyAdd(Factor(ref factors, 5), x0, a5);
            b5 = Vector512.FusedMultiplyAdd(Factor(ref factors, 5), x1, b5);
            a6 = Vector512.FusedMultiplyAdd(Factor(ref factors, 6), x0, a6);
            b6 = Vector512.FusedMultiplyAdd(Factor(ref factors, 6), x1, b6);
            a7 = Vector512.FusedMultiplyAdd(Factor(ref factors, 7), x0, a7);
            b7 = Vector512.FusedMultiplyAdd(Factor(ref factors, 7), x1, b7);
            factors = ref Unsafe.Add(ref factors, Lanes.Count);
        }

        Store(a0, a1, a2, a3, a4, a5, a6, a7, ref sums);
        Store(b0, b1, b2, b3, b4, b5, b6, b7, ref right);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddEight(ReadOnlySpan<int> rows, int k, double[] packed, ref double sums)
    {
        var next = _stride;
        var (a0, a1) = (Sums(ref sums, 0), Sums(ref sums, next));
        var (a2, a3) = (Sums(ref sums, 2 * next), Sums(ref sums, 3 * next));
        var (a4, a5) = (Sums(ref sums, 4 * next), Sums(ref sums, 5 * next));
        var (a6, a7) = (Sums(ref sums, 6 * next), Sums(ref sums, 7 * next));
        ref var factors = ref MemoryMarshal.GetArrayDataReference(packed);
        for (var i = 0; i < rows.Length; i++)
        {
            var x = Vector512.LoadUnsafe(in RowOf(rows[i]), (nuint)k);
            a0 = Vector512.FusedMultiplyAdd(Factor(ref factors, 0), x, a0);
            a1 = Vector512.FusedMultiplyAdd(Factor(ref factors, 1), x, a1);
            a2 = Vector512.FusedMultiplyAdd(Factor(ref factors, 2), x, a2);
            a3 = Vector512.FusedMultiplyAdd(Factor(ref factors, 3), x, a3);
            a4 = Vector512.FusedMultiplyAdd(Factor(ref factors, 4), x, a4);
            a5 = Vector512.FusedMultiplyAdd(Factor(ref factors, 5), x, a5);
            a6 = Vector512.FusedMultiplyAdd(Factor(ref factors, 6), x, a6);
            a7 = Vector512.FusedMultiplyAdd(Factor(ref factors, 7), x, a7);
            factors = ref Unsafe.Add(ref factors, Lanes.Count);
        }

        Store(a0, a1, a2, a3, a4, a5, a6, a7, ref sums);
    }

    private ref double RowOf(int number) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in _store.Origin), (nint)number * _stride);

    private void Store(
        Vector512<double> a0,
        Vector512<double> a1,
        Vector512<double> a2,
        Vector512<double> a3,
        Vector512<double> a4,
        Vector512<double> a5,
        Vector512<double> a6,
        Vector512<double> a7,
        ref double sums)
    {
        a0.StoreUnsafe(ref sums);
        a1.StoreUnsafe(ref sums, (nuint)_stride);
        a2.StoreUnsafe(ref sums, (nuint)(2 * _stride));
        a3.StoreUnsafe(ref sums, (nuint)(3 * _stride));
        a4.StoreUnsafe(ref sums, (nuint)(4 * _stride));
        a5.StoreUnsafe(ref sums, (nuint)(5 * _stride));
        a6.StoreUnsafe(ref sums, (nuint)(6 * _stride));
        a7.StoreUnsafe(ref sums, (nuint)(7 * _stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sums(ref double first, int offset) =>
        Vector512.LoadUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Factor(ref double first, int j) =>
        Vector512.Create(Unsafe.Add(ref first, j));
}
