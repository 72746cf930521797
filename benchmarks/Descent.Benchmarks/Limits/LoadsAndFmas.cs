using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent.Benchmarks;

/// <summary>The dots and axpys of logistic descent without the losses between them.</summary>
/// <remarks>
/// Eight rows share the loads of the weights, then those of the gradient. No dot is summed over its lanes:
/// each lane goes on by itself, which is descent on the squares of eight partial scores. Shuffled rows are
/// fetched ahead, since no processor foresees them.
/// </remarks>
internal sealed class LoadsAndFmas(Problem problem)
{
    private const int Width = AlignedRows.Width;
    private const int Ahead = 16;
    private const double Rate = 1e-6;     // so small that no weight leaves the normal numbers

    private readonly AlignedRows _x = new(problem);

    /// <summary>Passes over all rows in their order.</summary>
    public double FullBatch(int evaluations)
    {
        int[] rows = [.. Enumerable.Range(0, problem.Rows)];
        var (w, gradient) = Start();
        for (var k = 0; k < evaluations; k++)
            Step(rows, 0, rows.Length, w, gradient, shuffled: false);
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
                if (size == 1)
                    StepOnSample(order.AsSpan(), first, w);
                else
                    Step(order.AsSpan(), first, Math.Min(size, order.Length - first), w, gradient, true);
            }
        }

        return w[0];
    }

    private (double[] Weights, double[] Gradient) Start()
    {
        var w = new double[_x.Stride];
        w.AsSpan().Fill(1);
        return (w, new double[_x.Stride]);
    }

    private void StepOnSample(ReadOnlySpan<int> order, int place, double[] w)
    {
        _x.Prefetch(order, place + Ahead, 1);
        AddMultiple(order[place], -Rate * Dot(order[place], w), w);
    }

    private void Step(
        ReadOnlySpan<int> order, int first, int count, double[] w, double[] gradient, bool shuffled)
    {
        Array.Clear(gradient);
        var (i, end) = (first, first + count);
        for (; i + Width <= end; i += Width)
        {
            if (shuffled)
                _x.Prefetch(order, i + Ahead, Width);
            AddBlock(order.Slice(i, Width), w, gradient);
        }

        for (; i < end; i++)
            AddMultiple(order[i], Dot(order[i], w), gradient);
        for (var j = 0; j < w.Length; j++)
            w[j] -= Rate / count * gradient[j];
    }

    private void AddBlock(ReadOnlySpan<int> rows, double[] w, double[] gradient)
    {
        ref var x0 = ref _x.Row(rows[0]);
        ref var x1 = ref _x.Row(rows[1]);
        ref var x2 = ref _x.Row(rows[2]);
        ref var x3 = ref _x.Row(rows[3]);
        ref var x4 = ref _x.Row(rows[4]);
        ref var x5 = ref _x.Row(rows[5]);
        ref var x6 = ref _x.Row(rows[6]);
        ref var x7 = ref _x.Row(rows[7]);
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

        for (var j = 0; j < gradient.Length; j += Width)
        {
            var g = Vector512.LoadUnsafe(ref gradient[0], (nuint)j);
            g = Vector512.FusedMultiplyAdd(At(ref x0, j), s0, g);
            g = Vector512.FusedMultiplyAdd(At(ref x1, j), s1, g);
            g = Vector512.FusedMultiplyAdd(At(ref x2, j), s2, g);
            g = Vector512.FusedMultiplyAdd(At(ref x3, j), s3, g);
            g = Vector512.FusedMultiplyAdd(At(ref x4, j), s4, g);
            g = Vector512.FusedMultiplyAdd(At(ref x5, j), s5, g);
            g = Vector512.FusedMultiplyAdd(At(ref x6, j), s6, g);
            g = Vector512.FusedMultiplyAdd(At(ref x7, j), s7, g);
            g.StoreUnsafe(ref gradient[0], (nuint)j);
        }
    }

    private Vector512<double> Dot(int row, double[] w)
    {
        ref var x = ref _x.Row(row);
        Vector512<double> even = default, odd = default;
        var j = 0;
        for (; j + Width < w.Length; j += 2 * Width)
        {
            even = Vector512.FusedMultiplyAdd(At(ref x, j), At(ref w[0], j), even);
            odd = Vector512.FusedMultiplyAdd(At(ref x, j + Width), At(ref w[0], j + Width), odd);
        }

        if (j < w.Length)
            even = Vector512.FusedMultiplyAdd(At(ref x, j), At(ref w[0], j), even);
        return even + odd;
    }

    private void AddMultiple(int row, Vector512<double> factor, double[] total)
    {
        ref var x = ref _x.Row(row);
        for (var j = 0; j < total.Length; j += Width)
        {
            var sum = Vector512.FusedMultiplyAdd(At(ref x, j), factor, At(ref total[0], j));
            sum.StoreUnsafe(ref total[0], (nuint)j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);
}
