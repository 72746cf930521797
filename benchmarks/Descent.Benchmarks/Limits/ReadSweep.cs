using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Descent.Benchmarks;

/// <summary>The bare sum of all features: no gradient can be faster than reading them.</summary>
internal sealed class ReadSweep
{
    private const int Width = AlignedNumbers.Width;
    private const int Streams = 8;
    private const int Ahead = 8 * Width;

    private readonly AlignedNumbers _numbers;

    /// <summary>Copies the features to where they can be read fast.</summary>
    public ReadSweep(Problem problem)
    {
        _numbers = new AlignedNumbers(problem.Features.Length);
        problem.Features.CopyTo(_numbers.Span);
    }

    /// <summary>Reads everything so often, each part from its first number to its last.</summary>
    /// <param name="times">How often.</param>
    /// <param name="threads">Each reads one part.</param>
    public double InOrder(int times, int threads) =>
        Run(times, threads, (first, count) => Sum(first, count, stream: Width, ahead: 0));

    /// <summary>Reads everything so often, in the way in which memory is read fastest.</summary>
    /// <remarks>
    /// Eight streams that begin far from one another, each asked for ahead: more lines are under way at once.
    /// </remarks>
    /// <param name="times">How often.</param>
    /// <param name="threads">Each reads one part.</param>
    public double InStreams(int times, int threads) =>
        Run(times, threads, (first, count) =>
            Sum(first, count, Math.Max(Width, count / (Streams * Width) * Width), Ahead));

    private double Run(int times, int threads, Func<int, int, double> sum)
    {
        var total = 0.0;
        for (var k = 0; k < times; k++)
            total += threads == 1 ? sum(0, _numbers.Count) : SumOfParts(threads, sum);
        return total;
    }

    private double SumOfParts(int threads, Func<int, int, double> sum)
    {
        var sums = new double[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var first = Boundary(part, threads);
            sums[part] = sum(first, Boundary(part + 1, threads) - first);
        });
        return sums.Sum();
    }

    private int Boundary(int part, int parts) =>
        part == parts ? _numbers.Count : (int)((long)_numbers.Count * part / parts / Width * Width);

    /// <summary>The sum in blocks of eight neighbouring streams, and what is left over by itself.</summary>
    private unsafe double Sum(int first, int count, int stream, int ahead)
    {
        // Eight sums, or the additions would wait for one another.
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        var block = Streams * stream;
        var end = first + (count / block * block);
        for (var start = first; start < end; start += block)
        {
            var stop = _numbers.Pointer + start + stream;
            for (var x = _numbers.Pointer + start; x < stop; x += Width)
            {
                if (ahead > 0)
                    Prefetch(x + ahead, stream);
                s0 += Vector512.Load(x);
                s1 += Vector512.Load(x + stream);
                s2 += Vector512.Load(x + (2 * stream));
                s3 += Vector512.Load(x + (3 * stream));
                s4 += Vector512.Load(x + (4 * stream));
                s5 += Vector512.Load(x + (5 * stream));
                s6 += Vector512.Load(x + (6 * stream));
                s7 += Vector512.Load(x + (7 * stream));
            }
        }

        var rest = 0.0;
        foreach (var number in _numbers.Span[end..(first + count)])
            rest += number;
        return rest + Vector512.Sum(s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7)));
    }

    private static unsafe void Prefetch(double* x, int stream)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(x);
        Sse.Prefetch0(x + stream);
        Sse.Prefetch0(x + (2 * stream));
        Sse.Prefetch0(x + (3 * stream));
        Sse.Prefetch0(x + (4 * stream));
        Sse.Prefetch0(x + (5 * stream));
        Sse.Prefetch0(x + (6 * stream));
        Sse.Prefetch0(x + (7 * stream));
    }
}
