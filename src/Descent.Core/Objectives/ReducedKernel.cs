using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Descent along single rows, their noise reduced by a table of slopes.</summary>
internal readonly ref struct ReducedKernel<TBlocks, TLoss>(
    TBlocks blocks, TLoss loss, scoped in RiskRows rows)
    where TBlocks : struct, IRowBlocks, allows ref struct
    where TLoss : struct, IBlockLoss
{
    private readonly TBlocks _blocks = blocks;
    private readonly RiskRows _rows = rows;

    /// <summary>Follows the walk's samples; see <see cref="ReducedWalk"/>.</summary>
    public void Follow(in ReducedWalk walk)
    {
        var count = walk.Risk.Data.Count;
        var divisor = walk.Risk.DivisorOf(count);
        for (var k = 0; k < walk.Samples.Length; k++)
        {
            if (TBlocks.PlacesAhead > 0)
                _rows.Prefetch(_blocks, k + TBlocks.PlacesAhead);

            var number = _rows.NumberAt(k, out var target, out var weight);
            ref var known = ref walk.Table[walk.Samples[k]];
            var slope = SlopeOf(number, target, walk);
            var change = weight is 0 ? 0 : weight * (slope - known) / divisor;
            Move(number, count * change, walk);
            if (walk.Learns)
            {
                known = slope;
                _blocks.AddMultiple(number, Vector512.Create(change), walk.Average);
                if (!walk.Bias.IsEmpty)
                    walk.Bias[1] += change;
            }
        }
    }

    private double SlopeOf(int number, double target, in ReducedWalk walk)
    {
        var bias = walk.Bias.IsEmpty ? 0 : walk.Bias[0];
        var scores = _blocks.Dot(number, walk.Weights) + Vector512.Create(bias);
        loss.Evaluate(scores, Vector512.Create(target), 1, out _, out _, out var slopes);
        return slopes.ToScalar();
    }

    private void Move(int number, double change, in ReducedWalk walk)
    {
        walk.Descend();
        _blocks.AddMultiple(number, Vector512.Create(-walk.Rate * change), walk.Weights);
        if (!walk.Bias.IsEmpty)
            walk.Bias[0] -= walk.Rate * change;
        walk.Shrink();
    }
}
