using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>
/// Σ cᵢ (−log p(yᵢ | xᵢ)) and its gradient, or a product with its Hessian, by blocks of eight rows.
/// </summary>
/// <remarks>
/// A block goes through three phases while it is in the nearest caches: its scores, two classes at a time;
/// its losses and slopes, one sample per lane; its multiples, added to the gradients of two classes at a
/// time in row order. How many classes go together changes no bit. A short block repeats its last row in the
/// lanes left over and counts it there as zero.
/// </remarks>
internal sealed class SoftmaxSum<TPhase> : IRowSum, IDisposable
    where TPhase : struct, IClassPhase
{
    private readonly Dataset _data;
    private readonly RowSet _rows;
    private readonly TPhase _phase;
    private readonly int _classes;
    private readonly int _stride;
    private readonly MemoryOwner<double> _room;
    private readonly ReadOnlyMemory<double> _weights;
    private readonly bool _weightsAreFinite;

    /// <summary>The sum over some rows at some parameters.</summary>
    public SoftmaxSum(SoftmaxRisk risk, ReadOnlySpan<double> parameters, RowSet rows, TPhase phase)
    {
        _data = risk.Data;
        (_rows, _phase) = (rows, phase);
        _classes = risk.Classes;
        _stride = risk.Data.Features.Store.Stride;
        var length = checked((_classes * (_stride + 1)) + Lanes.Count - 1);
        _room = MemoryOwner<double>.Allocate(length, ScratchPool.Of(length));
        // Asked once: a collection may move the array, and then the weights start no cache line any more.
        var weights = _room.Memory.Slice(Lanes.Misalignment(_room.Span), length - (Lanes.Count - 1));
        Write(parameters, risk.HasBias, weights.Span);
        _weights = weights;
        _weightsAreFinite = Kernels.AllFinite(weights.Span);
    }

    /// <summary>Fills a total, which a <see cref="SoftmaxTotal"/> reads.</summary>
    public void Fill(Span<double> total, int threads)
    {
        if (threads > 1 && RowTree.IsWorthThreads(_rows.Count, NumbersPerRow))
            RowTree.Sum(this, _rows.Count, total, threads);
        else
            RowTree.Sum(this, _rows.Count, total);
    }

    public void AddRows(int first, int count, Span<double> total)
    {
        if (_data.Features.Store is SparseRows sparse)
        {
            AddRows(new SparseBlocks(sparse, _weightsAreFinite), first, count, total);
            return;
        }

        var store = (DenseRows)_data.Features.Store;
        if (store.IsResident)
            AddRows(new DenseBlocks<Resident>(store), first, count, total);
        else
            AddRows(new DenseBlocks<Scattered>(store), first, count, total);
    }

    public void Dispose() => _room.Dispose();

    private long NumbersPerRow => (long)_data.Features.Store.NumbersPerRow * _classes;

    /// <summary>Pads the weights of each class, and puts the biases behind them.</summary>
    private void Write(ReadOnlySpan<double> parameters, bool hasBias, Span<double> weights)
    {
        var features = _data.FeatureCount;
        var length = parameters.Length / _classes;
        for (var k = 0; k < _classes; k++)
        {
            var row = parameters.Slice(k * length, length);
            Lanes.CopyPadded(row[..features], weights.Slice(k * _stride, _stride));
            // Adding zero makes -0 to 0, so that no bit depends on how a zero came about.
            weights[(_classes * _stride) + k] = hasBias ? row[features] + 0.0 : 0;
        }
    }

    [SkipLocalsInit]
    private void AddRows<TBlocks>(TBlocks blocks, int first, int count, Span<double> numbers)
        where TBlocks : struct, IRowBlocks, allows ref struct
    {
        using var room = SpanOwner<double>.Allocate((_classes * Lanes.Count) + Lanes.Count - 1);
        var scores = room.Span.Slice(Lanes.Misalignment(room.Span), _classes * Lanes.Count);
        Span<int> rows = stackalloc int[Lanes.Count];
        Span<int> next = stackalloc int[Lanes.Count];
        Span<double> gathered = stackalloc double[Lanes.Count];
        var weights = _weights.Span;
        var block = new ClassBlock<TBlocks>(blocks, rows, next, weights[..^_classes], weights[^_classes..]);
        var total = new SoftmaxTotal(numbers, _classes, _stride);
        var places = new RiskRows(_data, _rows);
        for (var place = first; place < first + count; place += Lanes.Count)
        {
            var used = Math.Min(Lanes.Count, first + count - place);
            var targets = Lanes.Load(places.Locate(place, used, rows, gathered), 0);
            if (TBlocks.PlacesAhead > 0)
                places.LocateAhead(place + Lanes.Count, next);
            block.Score(used, scores);
            var losses = _phase.Evaluate(scores, _classes, targets, place);
            var share = places.IsWeighted ? places.WeightsOf(place, used) : Share(used);
            total.AddLosses(RiskRows.Weigh(losses, share));
            for (var k = 0; k < _classes; k++)
            {
                var slopes = RiskRows.Weigh(Lanes.Load(scores, k * Lanes.Count), share);
                Lanes.Store(slopes, scores, k * Lanes.Count);
                total.AddSlopes(k, slopes);
            }

            block.AddMultiples(used, scores, total);
        }
    }

    /// <summary>1 in the first lanes and 0 in those left over.</summary>
    private static Vector512<double> Share(int used) => Lanes.First(used) & Vector512<double>.One;
}
