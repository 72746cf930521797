using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// Σ cᵢ ℓ(w·xᵢ + b, yᵢ) and its gradient: each row is read once, while it is in the nearest cache.
/// </summary>
/// <remarks>
/// Rows go through in blocks of eight, in three phases: eight scores; eight losses and slopes at once, one
/// per lane; eight multiples of rows added to the gradient in row order. A short block repeats its last row
/// in the lanes left over and counts it there with weight zero. The total holds the gradient by the weights,
/// then eight lanes of loss, then eight lanes of slopes, whose sum is the gradient by the bias.
/// </remarks>
internal readonly ref struct RiskSum(
    Dataset data, IBlockLoss loss, RowSet rows, ReadOnlySpan<double> weights, double bias) : IRowSum
{
    private readonly RowSet _rows = rows;
    private readonly ReadOnlySpan<double> _weights = weights;

    public static int TotalLength(Matrix features) => features.PaddedColumns + (2 * Lanes.Count);

    public static double Loss(ReadOnlySpan<double> total) => Lanes.Sum(Lanes.Load(total, LossAt(total)));

    public static double Slope(ReadOnlySpan<double> total) => Lanes.Sum(Lanes.Load(total, SlopeAt(total)));

    public void AddRows(int first, int count, Span<double> total)
    {
        Span<int> block = stackalloc int[Lanes.Count];
        for (var i = 0; i < count; i += Lanes.Count)
        {
            var used = Math.Min(Lanes.Count, count - i);
            for (var lane = 0; lane < Lanes.Count; lane++)
                block[lane] = _rows[first + i + Math.Min(lane, used - 1)];
            AddBlock(block, used, total);
        }
    }

    private void AddBlock(ReadOnlySpan<int> block, int used, Span<double> total)
    {
        Span<double> scores = stackalloc double[Lanes.Count];
        Span<double> targets = stackalloc double[Lanes.Count];
        var allTargets = data.Targets.AsSpan();
        for (var lane = 0; lane < Lanes.Count; lane++)
            targets[lane] = allTargets[block[lane]];

        Score(block, used, scores);
        loss.Evaluate(
            Lanes.Load(scores, 0), Lanes.Load(targets, 0), used, out var values, out var slopes);
        if (data.IsWeighted || used < Lanes.Count)
        {
            var weights = WeightsOf(block, used);
            values = Weigh(values, weights);
            slopes = Weigh(slopes, weights);
        }

        AddRowMultiples(block, used, slopes, total);
        Lanes.Store(Lanes.Load(total, LossAt(total)) + values, total, LossAt(total));
        Lanes.Store(Lanes.Load(total, SlopeAt(total)) + slopes, total, SlopeAt(total));
    }

    private static int LossAt(ReadOnlySpan<double> total) => total.Length - (2 * Lanes.Count);

    private static int SlopeAt(ReadOnlySpan<double> total) => total.Length - Lanes.Count;

    /// <summary>The weights of a block's rows, and 0 in the lanes left over.</summary>
    private Vector512<double> WeightsOf(ReadOnlySpan<int> block, int used)
    {
        Span<double> weights = stackalloc double[Lanes.Count];
        weights.Clear();
        for (var lane = 0; lane < used; lane++)
            weights[lane] = data.Weights[block[lane]];
        return Lanes.Load(weights, 0);
    }

    /// <summary>weight · value, and 0 where the weight is 0, whatever the value.</summary>
    private static Vector512<double> Weigh(Vector512<double> values, Vector512<double> weights) =>
        Vector512.ConditionalSelect(
            Vector512.Equals(weights, Vector512<double>.Zero), Vector512<double>.Zero, values * weights);

    private void Score(ReadOnlySpan<int> block, int used, Span<double> scores)
    {
        if (used < Lanes.Count)
        {
            for (var lane = 0; lane < used; lane++)
                scores[lane] = Kernels.Dot(data.Features.PaddedRow(block[lane]), _weights) + bias;
            scores[used..].Fill(scores[used - 1]);
            return;
        }

        ref var x0 = ref Start(block[0]);
        ref var x1 = ref Start(block[1]);
        ref var x2 = ref Start(block[2]);
        ref var x3 = ref Start(block[3]);
        ref var x4 = ref Start(block[4]);
        ref var x5 = ref Start(block[5]);
        ref var x6 = ref Start(block[6]);
        ref var x7 = ref Start(block[7]);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (var j = 0; j < _weights.Length; j += Lanes.Count)
        {
            var w = Lanes.Load(_weights, j);
            s0 = Vector512.FusedMultiplyAdd(At(ref x0, j), w, s0);
            s1 = Vector512.FusedMultiplyAdd(At(ref x1, j), w, s1);
            s2 = Vector512.FusedMultiplyAdd(At(ref x2, j), w, s2);
            s3 = Vector512.FusedMultiplyAdd(At(ref x3, j), w, s3);
            s4 = Vector512.FusedMultiplyAdd(At(ref x4, j), w, s4);
            s5 = Vector512.FusedMultiplyAdd(At(ref x5, j), w, s5);
            s6 = Vector512.FusedMultiplyAdd(At(ref x6, j), w, s6);
            s7 = Vector512.FusedMultiplyAdd(At(ref x7, j), w, s7);
        }

        var sums = Vector512.Create(
            Lanes.Sum(s0), Lanes.Sum(s1), Lanes.Sum(s2), Lanes.Sum(s3),
            Lanes.Sum(s4), Lanes.Sum(s5), Lanes.Sum(s6), Lanes.Sum(s7));
        Lanes.Store(sums + Vector512.Create(bias), scores, 0);
    }

    private void AddRowMultiples(
        ReadOnlySpan<int> block, int used, Vector512<double> slopes, Span<double> total)
    {
        Span<double> slope = stackalloc double[Lanes.Count];
        Lanes.Store(slopes, slope, 0);
        if (used < Lanes.Count)
        {
            for (var lane = 0; lane < used; lane++)
            {
                var row = data.Features.PaddedRow(block[lane]);
                Kernels.Elementwise(row, total[..row.Length], total, new ScaledSum(slope[lane]));
            }

            return;
        }

        ref var x0 = ref Start(block[0]);
        ref var x1 = ref Start(block[1]);
        ref var x2 = ref Start(block[2]);
        ref var x3 = ref Start(block[3]);
        ref var x4 = ref Start(block[4]);
        ref var x5 = ref Start(block[5]);
        ref var x6 = ref Start(block[6]);
        ref var x7 = ref Start(block[7]);
        var (c0, c1) = (Vector512.Create(slope[0]), Vector512.Create(slope[1]));
        var (c2, c3) = (Vector512.Create(slope[2]), Vector512.Create(slope[3]));
        var (c4, c5) = (Vector512.Create(slope[4]), Vector512.Create(slope[5]));
        var (c6, c7) = (Vector512.Create(slope[6]), Vector512.Create(slope[7]));
        for (var j = 0; j < _weights.Length; j += Lanes.Count)
        {
            var g = Lanes.Load(total, j);
            g = Vector512.FusedMultiplyAdd(At(ref x0, j), c0, g);
            g = Vector512.FusedMultiplyAdd(At(ref x1, j), c1, g);
            g = Vector512.FusedMultiplyAdd(At(ref x2, j), c2, g);
            g = Vector512.FusedMultiplyAdd(At(ref x3, j), c3, g);
            g = Vector512.FusedMultiplyAdd(At(ref x4, j), c4, g);
            g = Vector512.FusedMultiplyAdd(At(ref x5, j), c5, g);
            g = Vector512.FusedMultiplyAdd(At(ref x6, j), c6, g);
            g = Vector512.FusedMultiplyAdd(At(ref x7, j), c7, g);
            Lanes.Store(g, total, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double Start(int row) => ref MemoryMarshal.GetReference(data.Features.PaddedRow(row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);
}
