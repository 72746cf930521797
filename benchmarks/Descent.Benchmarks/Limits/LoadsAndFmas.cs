using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Descent.Benchmarks;

/// <summary>The dots and axpys of logistic descent without the losses between them.</summary>
/// <remarks>
/// Eight rows share the loads of the weights, then those of the gradient. No dot is summed over its lanes:
/// each lane goes on by itself, which is descent on the squares of eight partial scores. Shuffled rows are
/// fetched ahead, since no processor foresees them.
/// </remarks>
internal sealed unsafe class LoadsAndFmas
{
    private const int Width = AlignedNumbers.Width;
    private const int PlacesAhead = 16;
    private const int SamplesAhead = 8;
    private const double Rate = 1e-6;     // so small that no weight leaves the normal numbers

    private readonly AlignedNumbers _x;
    private readonly AlignedNumbers _weights;
    private readonly AlignedNumbers _gradient;
    private readonly int _rows;
    private readonly int _stride;

    /// <summary>Copies the features into rows that are padded to whole vectors.</summary>
    public LoadsAndFmas(Problem problem)
    {
        _rows = problem.Rows;
        _stride = (problem.Columns + Width - 1) / Width * Width;
        _x = new AlignedNumbers(_rows * _stride);
        _weights = new AlignedNumbers(_stride);
        _gradient = new AlignedNumbers(_stride);
        for (var i = 0; i < _rows; i++)
            problem.Row(i).CopyTo(_x.Span[(i * _stride)..]);
    }

    /// <summary>Passes over all rows in their order.</summary>
    public double FullBatch(int evaluations)
    {
        int[] rows = [.. Enumerable.Range(0, _rows)];
        _weights.Span.Fill(1);
        for (var k = 0; k < evaluations; k++)
            Step(rows, 0, rows.Length, shuffled: false);
        return _weights.Span[0];
    }

    /// <summary>Epochs over batches of rows, in orders drawn before.</summary>
    public double Epochs(IEnumerable<ImmutableArray<int>> orders, int size)
    {
        _weights.Span.Fill(1);
        foreach (var order in orders)
        {
            for (var first = 0; first < order.Length; first += size)
            {
                if (size == 1)
                    StepOnSample(order.AsSpan(), first);
                else
                    Step(order.AsSpan(), first, Math.Min(size, order.Length - first), shuffled: true);
            }
        }

        return _weights.Span[0];
    }

    private void StepOnSample(ReadOnlySpan<int> order, int place)
    {
        if (Sse.IsSupported && place + SamplesAhead < order.Length)
        {
            for (var j = 0; j < _stride; j += Width)
                Sse.Prefetch0(Row(order[place + SamplesAhead]) + j);
        }

        AddMultiple(order[place], -Rate * Dot(order[place]), _weights.Pointer);
    }

    private void Step(ReadOnlySpan<int> order, int first, int count, bool shuffled)
    {
        _gradient.Span.Clear();
        var (i, end) = (first, first + count);
        for (; i + Width <= end; i += Width)
        {
            if (shuffled && Sse.IsSupported)
                PrefetchBlock(order, i + PlacesAhead);
            AddBlock(order.Slice(i, Width));
        }

        for (; i < end; i++)
            AddMultiple(order[i], Dot(order[i]), _gradient.Pointer);
        for (var j = 0; j < _stride; j++)
            _weights.Pointer[j] -= Rate / count * _gradient.Pointer[j];
    }

    private void PrefetchBlock(ReadOnlySpan<int> order, int first)
    {
        for (var i = first; i < Math.Min(first + Width, order.Length); i++)
        {
            for (var j = 0; j < _stride; j += Width)
                Sse.Prefetch1(Row(order[i]) + j);
        }
    }

    private void AddBlock(ReadOnlySpan<int> rows)
    {
        var w = _weights.Pointer;
        var gradient = _gradient.Pointer;
        var x0 = Row(rows[0]);
        var x1 = Row(rows[1]);
        var x2 = Row(rows[2]);
        var x3 = Row(rows[3]);
        var x4 = Row(rows[4]);
        var x5 = Row(rows[5]);
        var x6 = Row(rows[6]);
        var x7 = Row(rows[7]);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (var j = 0; j < _stride; j += Width)
        {
            var v = Vector512.Load(w + j);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Load(x0 + j), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Load(x1 + j), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Load(x2 + j), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Load(x3 + j), v, s3);
            s4 = Vector512.FusedMultiplyAdd(Vector512.Load(x4 + j), v, s4);
            s5 = Vector512.FusedMultiplyAdd(Vector512.Load(x5 + j), v, s5);
            s6 = Vector512.FusedMultiplyAdd(Vector512.Load(x6 + j), v, s6);
            s7 = Vector512.FusedMultiplyAdd(Vector512.Load(x7 + j), v, s7);
        }

        for (var j = 0; j < _stride; j += Width)
        {
            var g = Vector512.Load(gradient + j);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x0 + j), s0, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x1 + j), s1, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x2 + j), s2, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x3 + j), s3, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x4 + j), s4, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x5 + j), s5, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x6 + j), s6, g);
            g = Vector512.FusedMultiplyAdd(Vector512.Load(x7 + j), s7, g);
            g.Store(gradient + j);
        }
    }

    private Vector512<double> Dot(int row)
    {
        var x = Row(row);
        var w = _weights.Pointer;
        Vector512<double> even = default, odd = default;
        var j = 0;
        for (; j + Width < _stride; j += 2 * Width)
        {
            var next = j + Width;
            even = Vector512.FusedMultiplyAdd(Vector512.Load(x + j), Vector512.Load(w + j), even);
            odd = Vector512.FusedMultiplyAdd(Vector512.Load(x + next), Vector512.Load(w + next), odd);
        }

        if (j < _stride)
            even = Vector512.FusedMultiplyAdd(Vector512.Load(x + j), Vector512.Load(w + j), even);
        return even + odd;
    }

    private void AddMultiple(int row, Vector512<double> factor, double* total)
    {
        var x = Row(row);
        for (var j = 0; j < _stride; j += Width)
        {
            var sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + j), factor, Vector512.Load(total + j));
            sum.Store(total + j);
        }
    }

    private double* Row(int row) => _x.Pointer + ((nint)row * _stride);
}
