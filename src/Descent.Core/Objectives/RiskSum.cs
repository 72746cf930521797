using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// Σ cᵢ ℓ(w·xᵢ + b, yᵢ) and its gradient: each row is read once, while it is in the nearest cache.
/// </summary>
/// <remarks>
/// <para>Rows go through in blocks of eight, and the blocks of a tile in three phases: all scores; all losses
/// and slopes, one per lane; all multiples of rows, added to the gradient in row order. A short block repeats
/// its last row in the lanes left over and counts it there as zero.</para>
/// <para>A chunk's losses are summed as their terms and, where no weights are given, as one logarithm a lane;
/// see <see cref="IBlockLoss"/>.</para>
/// </remarks>
internal readonly ref struct RiskSum<TBlocks, TLoss>(
    TBlocks blocks, TLoss loss, scoped in RiskRows rows, ReadOnlySpan<double> weights, double bias) : IRowSum
    where TBlocks : struct, IRowBlocks, allows ref struct
    where TLoss : struct, IBlockLoss
{
    // Rows of a tile stay in the nearest cache from their scores to their multiples.
    private const int TileRows = 32;

    private readonly TBlocks _blocks = blocks;
    private readonly RiskRows _rows = rows;
    private readonly ReadOnlySpan<double> _weights = weights;

    [SkipLocalsInit]
    public void AddRows(int first, int count, Span<double> total)
    {
        Span<int> numbers = stackalloc int[TileRows];
        Span<double> gathered = stackalloc double[TileRows + Lanes.Count];
        Span<double> scores = stackalloc double[TileRows + Lanes.Count];
        gathered = gathered[Lanes.Misalignment(gathered)..];
        scores = scores[Lanes.Misalignment(scores)..];
        Vector512<double> losses = default, product = default, slopes = default;
        for (var tile = first; tile < first + count; tile += TileRows)
        {
            var rows = Math.Min(TileRows, first + count - tile);
            var targets = _rows.Locate(tile, rows, numbers, gathered);
            for (var i = 0; i < rows; i += Lanes.Count)
            {
                if (TBlocks.PlacesAhead > 0)
                    PrefetchBlock(tile + i + TBlocks.PlacesAhead);
                Lanes.Store(Dots(numbers[i..], rows - i) + Vector512.Create(bias), scores, i);
            }

            if (_rows.IsWeighted)
                EvaluateWeighted(tile, rows, targets, scores, ref losses, ref slopes);
            else
                Evaluate(rows, targets, scores, ref losses, ref product, ref slopes);

            for (var i = 0; i < rows; i += Lanes.Count)
                AddMultiples(numbers[i..], rows - i, Lanes.Load(scores, i), total);
        }

        if (TLoss.HasLogarithm)
            losses += RiskTotal.Log1p(product);
        RiskTotal.Add(losses, slopes, total);
    }

    private void PrefetchBlock(int first)
    {
        for (var place = first; place < first + Lanes.Count; place++)
            _rows.Prefetch(_blocks, place);
    }

    /// <summary>
    /// Turns scores into slopes and adds up terms, the product of 1 + growth less 1, and slopes.
    /// </summary>
    private void Evaluate(
        int rows,
        ReadOnlySpan<double> targets,
        Span<double> scores,
        ref Vector512<double> losses,
        ref Vector512<double> product,
        ref Vector512<double> slopes)
    {
        // Local sums stay in registers.
        var (lossSum, productSum, slopeSum) = (losses, product, slopes);
        for (var i = 0; i < rows; i += Lanes.Count)
        {
            var used = Math.Min(Lanes.Count, rows - i);
            var (score, target) = (Lanes.Load(scores, i), Lanes.Load(targets, i));
            loss.Evaluate(score, target, used, out var terms, out var growths, out var slope);
            if (used < Lanes.Count)
                Mask(Lanes.First(used), ref terms, ref growths, ref slope);

            lossSum += terms;
            if (TLoss.HasLogarithm)
                productSum += Vector512.FusedMultiplyAdd(growths, productSum, growths);
            slopeSum += slope;
            Lanes.Store(slope, scores, i);
        }

        (losses, product, slopes) = (lossSum, productSum, slopeSum);
    }

    /// <summary>The same with a weight for each sample, whose loss is then needed by itself.</summary>
    private void EvaluateWeighted(
        int first,
        int rows,
        ReadOnlySpan<double> targets,
        Span<double> scores,
        ref Vector512<double> losses,
        ref Vector512<double> slopes)
    {
        for (var i = 0; i < rows; i += Lanes.Count)
        {
            var used = Math.Min(Lanes.Count, rows - i);
            var (score, target) = (Lanes.Load(scores, i), Lanes.Load(targets, i));
            loss.Evaluate(score, target, used, out var terms, out var growths, out var slope);
            var weights = _rows.WeightsOf(first + i, used);
            losses += RiskRows.Weigh(TLoss.HasLogarithm ? RiskTotal.Log1p(growths) + terms : terms, weights);
            slope = RiskRows.Weigh(slope, weights);
            slopes += slope;
            Lanes.Store(slope, scores, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Dots(ReadOnlySpan<int> block, int used) =>
        used == 1 ? _blocks.Dot(block[0], _weights) : _blocks.Dots(block, _weights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddMultiples(ReadOnlySpan<int> block, int used, Vector512<double> slopes, Span<double> total)
    {
        if (used == 1)
            _blocks.AddMultiple(block[0], Vector512.Create(slopes.ToScalar()), total);
        else
            _blocks.AddMultiples(block, slopes, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mask(
        Vector512<double> mask,
        ref Vector512<double> terms,
        ref Vector512<double> growths,
        ref Vector512<double> slopes)
    {
        terms &= mask;
        growths &= mask;
        slopes &= mask;
    }
}
