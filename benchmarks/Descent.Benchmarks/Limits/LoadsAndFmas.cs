using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent.Benchmarks;

/// <summary>The dots and axpys of logistic descent without the losses between them.</summary>
/// <remarks>
/// Rows are padded to whole vectors and begin at cache lines. Eight rows share the loads of the weights, then
/// those of the gradient. What is computed is descent on the halved mean square of the scores.
/// </remarks>
internal sealed class LoadsAndFmas
{
    private const int Width = 8;
    private const double Rate = 1e-6;     // so small that no weight leaves the normal numbers

    private readonly double[] _memory;
    private readonly int _start;
    private readonly int _stride;
    private readonly int _rows;

    /// <summary>Copies the features into aligned rows.</summary>
    public LoadsAndFmas(Problem problem)
    {
        _rows = problem.Rows;
        _stride = (problem.Columns + Width - 1) / Width * Width;
        _memory = GC.AllocateArray<double>((_rows * _stride) + Width, pinned: true);
        _start = StartOfLine(_memory);
        for (var i = 0; i < _rows; i++)
            problem.Row(i).CopyTo(_memory.AsSpan(_start + (i * _stride)));
    }

    /// <summary>Passes over all rows in their order.</summary>
    public double FullBatch(int evaluations)
    {
        int[] rows = [.. Enumerable.Range(0, _rows)];
        var (w, gradient) = Start();
        for (var k = 0; k < evaluations; k++)
            Step(rows, w, gradient);
        return w[0];
    }

    /// <summary>Epochs over batches of rows, in orders drawn before.</summary>
    public double Epochs(IEnumerable<ImmutableArray<int>> orders, int size)
    {
        var (w, gradient) = Start();
        foreach (var order in orders)
        {
            for (var first = 0; first < order.Length; first += size)
            {
                var batch = order.AsSpan().Slice(first, Math.Min(size, order.Length - first));
                if (size == 1)
                    AddMultiple(batch[0], -Rate * Dot(batch[0], w), w);
                else
                    Step(batch, w, gradient);
            }
        }

        return w[0];
    }

    private (double[] Weights, double[] Gradient) Start()
    {
        var w = new double[_stride];
        w.AsSpan().Fill(1);
        return (w, new double[_stride]);
    }

    private void Step(ReadOnlySpan<int> rows, double[] w, double[] gradient)
    {
        Array.Clear(gradient);
        var i = 0;
        for (; i + Width <= rows.Length; i += Width)
            AddBlock(rows.Slice(i, Width), w, gradient);
        for (; i < rows.Length; i++)
            AddMultiple(rows[i], Dot(rows[i], w), gradient);
        for (var j = 0; j < w.Length; j++)
            w[j] -= Rate / rows.Length * gradient[j];
    }

    private void AddBlock(ReadOnlySpan<int> rows, double[] w, double[] gradient)
    {
        ref var x0 = ref Row(rows[0]);
        ref var x1 = ref Row(rows[1]);
        ref var x2 = ref Row(rows[2]);
        ref var x3 = ref Row(rows[3]);
        ref var x4 = ref Row(rows[4]);
        ref var x5 = ref Row(rows[5]);
        ref var x6 = ref Row(rows[6]);
        ref var x7 = ref Row(rows[7]);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (var j = 0; j < w.Length; j += Width)
        {
            var v = Vector512.LoadUnsafe(ref w[0], (nuint)j);
            s0 = Vector512.FusedMultiplyAdd(At(ref x0, j), v, s0);
            s1 = Vector512.FusedMultiplyAdd(At(ref x1, j), v, s1);
            s2 = Vector512.FusedMultiplyAdd(At(ref x2, j), v, s2);
            s3 = Vector512.FusedMultiplyAdd(At(ref x3, j), v, s3);
            s4 = Vector512.FusedMultiplyAdd(At(ref x4, j), v, s4);
            s5 = Vector512.FusedMultiplyAdd(At(ref x5, j), v, s5);
            s6 = Vector512.FusedMultiplyAdd(At(ref x6, j), v, s6);
            s7 = Vector512.FusedMultiplyAdd(At(ref x7, j), v, s7);
        }

        var (c0, c1, c2, c3) = (Spread(s0), Spread(s1), Spread(s2), Spread(s3));
        var (c4, c5, c6, c7) = (Spread(s4), Spread(s5), Spread(s6), Spread(s7));
        for (var j = 0; j < gradient.Length; j += Width)
        {
            var g = Vector512.LoadUnsafe(ref gradient[0], (nuint)j);
            g = Vector512.FusedMultiplyAdd(At(ref x0, j), c0, g);
            g = Vector512.FusedMultiplyAdd(At(ref x1, j), c1, g);
            g = Vector512.FusedMultiplyAdd(At(ref x2, j), c2, g);
            g = Vector512.FusedMultiplyAdd(At(ref x3, j), c3, g);
            g = Vector512.FusedMultiplyAdd(At(ref x4, j), c4, g);
            g = Vector512.FusedMultiplyAdd(At(ref x5, j), c5, g);
            g = Vector512.FusedMultiplyAdd(At(ref x6, j), c6, g);
            g = Vector512.FusedMultiplyAdd(At(ref x7, j), c7, g);
            g.StoreUnsafe(ref gradient[0], (nuint)j);
        }
    }

    private double Dot(int row, double[] w)
    {
        ref var x = ref Row(row);
        Vector512<double> even = default, odd = default;
        var j = 0;
        for (; j + Width < w.Length; j += 2 * Width)
        {
            even = Vector512.FusedMultiplyAdd(At(ref x, j), At(ref w[0], j), even);
            odd = Vector512.FusedMultiplyAdd(At(ref x, j + Width), At(ref w[0], j + Width), odd);
        }

        if (j < w.Length)
            even = Vector512.FusedMultiplyAdd(At(ref x, j), At(ref w[0], j), even);
        return Vector512.Sum(even + odd);
    }

    private void AddMultiple(int row, double factor, double[] total)
    {
        ref var x = ref Row(row);
        var c = Vector512.Create(factor);
        for (var j = 0; j < total.Length; j += Width)
        {
            var sum = Vector512.FusedMultiplyAdd(At(ref x, j), c, At(ref total[0], j));
            sum.StoreUnsafe(ref total[0], (nuint)j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double Row(int row) =>
        ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_memory), (nint)_start + ((nint)row * _stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Spread(Vector512<double> sum) => Vector512.Create(Vector512.Sum(sum));

    private static int StartOfLine(double[] pinned)
    {
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return (int)((Width - (address / sizeof(double) % Width)) % Width);
    }
}
