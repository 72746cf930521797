using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent;

public static partial class Elementary
{
    // Below 2^-54 the next term, x²/2, is under half an ulp of x.
    private const double Log1pIsIdentity = 1.0 / TwoTo54;

    /// <summary>The natural logarithm of 1 + x, accurate for small x.</summary>
    /// <remarks>
    /// log1p(±0) = ±0, log1p(-1) = -∞, log1p(+∞) = +∞; x below -1 gives NaN. Error below 0.7 ulp.
    /// Method: 1 + x in two parts (Knuth, 1969); the larger goes the way of <see cref="Log(double)"/> and
    /// the smaller enters by the derivative.
    /// </remarks>
    public static double Log1p(double x) => LaneFunctions.Apply<Log1pFunction>(x);

    /// <summary>The natural logarithm of 1 + x for each lane, with the bits of the scalar form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log1p(Vector512<double> x) => LaneFunctions.Apply<Log1pFunction>(x);

    private readonly struct Log1pFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T>
        {
            var one = T.Of(1);
            var sum = HighLow<T>.Sum(one, x);
            var significand = Significand(sum.High, out var exponent);
            var f = HighLow<T>.OrderedSum(significand - one, sum.Low * T.Of(0.5) * TwoToOneMinus(exponent));
            var low = T.MultiplyAdd(exponent, T.Of(Ln2Low), LogShift(f));
            var value = LogEdges(sum.High, LogFraction(f.High, exponent, low).Rounded, x);
            return T.Select(T.Abs(x) < T.Of(Log1pIsIdentity), x, value);
        }
    }

    /// <summary>What the low part of f adds to log(1 + f): low/(1 + high), to third order in high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogShift<T>(HighLow<T> f)
        where T : struct, ILanes<T> =>
        f.Low * Horner(f.High, f.High - T.Of(1), 1);

    /// <summary>2^(1 - exponent): unlike 2^-exponent it holds the largest exponent, 1024, as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TwoToOneMinus<T>(T exponent)
        where T : struct, ILanes<T> =>
        T.ShiftBitsLeft(T.Of(TwoTo52 + ExponentBias + 1) - exponent, FractionBits);
}
