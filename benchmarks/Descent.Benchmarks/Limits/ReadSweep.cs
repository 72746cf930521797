using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent.Benchmarks;

/// <summary>The bare sum of all bytes: no gradient can be faster than reading its features.</summary>
internal static class ReadSweep
{
    private const int Lanes = 8;
    private const int Ahead = 8 * Lanes;

    /// <summary>The sum of all numbers, so often.</summary>
    /// <param name="numbers">What is read.</param>
    /// <param name="times">How often.</param>
    /// <param name="threads">Each reads one part.</param>
    public static double Run(double[] numbers, int times, int threads)
    {
        var total = 0.0;
        for (var k = 0; k < times; k++)
            total += threads == 1 ? Sum(numbers) : SumOfParts(numbers, threads);
        return total;
    }

    private static double SumOfParts(double[] numbers, int threads)
    {
        var sums = new double[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var first = (int)((long)numbers.Length * part / threads);
            var end = (int)((long)numbers.Length * (part + 1) / threads);
            sums[part] = Sum(numbers.AsSpan(first, end - first));
        });
        return sums.Sum();
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        // Eight sums, or the additions would wait for one another.
        ref var start = ref MemoryMarshal.GetReference(numbers);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        var end = numbers.Length - (numbers.Length % Ahead);
        for (var i = 0; i < end; i += Ahead)
        {
            s0 += At(ref start, i);
            s1 += At(ref start, i + Lanes);
            s2 += At(ref start, i + (2 * Lanes));
            s3 += At(ref start, i + (3 * Lanes));
            s4 += At(ref start, i + (4 * Lanes));
            s5 += At(ref start, i + (5 * Lanes));
            s6 += At(ref start, i + (6 * Lanes));
            s7 += At(ref start, i + (7 * Lanes));
        }

        var rest = 0.0;
        foreach (var number in numbers[end..])
            rest += number;
        return rest + Vector512.Sum(((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, int offset) =>
        Vector512.LoadUnsafe(ref start, (nuint)offset);
}
