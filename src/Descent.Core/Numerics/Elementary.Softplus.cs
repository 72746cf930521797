using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent;

public static partial class Elementary
{
    private const double SqrtTwoMinusOne = 0.41421356237309503;

    // From here on e^-x is under half an ulp of x.
    private const double SoftplusIsIdentity = 40;

    /// <summary>The softplus log(1 + e^x), a smooth max(x, 0).</summary>
    /// <remarks>
    /// softplus(x) = max(x, 0) + log1p(e^-|x|), which neither overflows nor loses small values;
    /// softplus(-∞) = 0, softplus(±0) = ln 2, softplus(+∞) = +∞.
    /// Error below 0.7 ulp for x ≥ -700, 0.85 ulp below (near and among subnormal results).
    /// Method: that of <see cref="Exp(double)"/> and <see cref="Log1p(double)"/>, with every
    /// intermediate result in two parts.
    /// </remarks>
    public static double Softplus(double x) => LaneFunctions.Apply<SoftplusFunction>(x);

    /// <summary>The softplus of each lane, with the bits of the scalar form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Softplus(Vector512<double> x) => LaneFunctions.Apply<SoftplusFunction>(x);

    private readonly struct SoftplusFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T>
        {
            var log1p = Log1pOfUnit(ExpOfNegativeAbs(x));
            var sum = HighLow<T>.Sum(T.Select(x > T.Of(0), x, T.Of(0)), log1p.High);
            var value = sum.High + (sum.Low + log1p.Low);
            return T.Select(x < T.Of(SoftplusIsIdentity), value, x);
        }
    }

    /// <summary>log(1 + e) for e in [0, 1]: 1 + e is 1 + f, or 2·(1 + f) where that is nearer to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HighLow<T> Log1pOfUnit<T>(HighLow<T> e)
        where T : struct, ILanes<T>
    {
        var large = e.High > T.Of(SqrtTwoMinusOne);
        var halved = HighLow<T>.OrderedSum(T.Of(-1), e.High);
        var f = new HighLow<T>(
            T.Select(large, halved.High * T.Of(0.5), e.High),
            T.Select(large, (halved.Low + e.Low) * T.Of(0.5), e.Low));
        var exponent = large & T.Of(1);
        return LogFraction(f.High, exponent, T.MultiplyAdd(exponent, T.Of(Ln2Low), LogShift(f)));
    }
}
