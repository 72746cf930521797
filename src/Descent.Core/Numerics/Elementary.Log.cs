using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent;

public static partial class Elementary
{
    private const double TwoTo54 = 18014398509481984.0;
    private const long OneBits = 0x3FF0000000000000;
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    private const long FractionMask = 0x000FFFFFFFFFFFFF;

    // The bits of 2^52 + n are those of 2^52 plus n: the way from an integer to a double and back.
    private const double TwoTo52 = 4503599627370496.0;

    /// <summary>The natural logarithm of x.</summary>
    /// <remarks>
    /// log(±0) = -∞, log(1) = 0, log(+∞) = +∞; negative x gives NaN. Error below 0.7 ulp.
    /// Method: x = 2^k·(1 + f) with 1 + f in [√½, √2), then s = f/(2 + f) and
    /// log(1 + f) = f - f²/2 + s·(f²/2 + R(s²)) (Ng, 1993, in fdlibm), the first difference in two parts.
    /// </remarks>
    public static double Log(double x) => LaneFunctions.Apply<LogFunction>(x);

    /// <summary>The natural logarithm of each lane, with the bits of the scalar form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => LaneFunctions.Apply<LogFunction>(x);

    private readonly struct LogFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T>
        {
            var subnormal = x < T.Of(SmallestNormal);
            var significand = Significand(T.Select(subnormal, x * T.Of(TwoTo54), x), out var exponent);
            exponent -= subnormal & T.Of(54);
            var sum = LogFraction(significand - T.Of(1), exponent, exponent * T.Of(Ln2Low));
            return LogEdges(x, sum.Rounded, x);
        }
    }

    /// <summary>x = 2^exponent · significand with the significand in [√½, √2), for normal x > 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Significand<T>(T x, out T exponent)
        where T : struct, ILanes<T>
    {
        var aligned = T.AddBits(x, T.OfBits(OneBits - SqrtHalfBits));
        exponent = (T.ShiftBitsRight(aligned, FractionBits) | T.Of(TwoTo52)) - T.Of(TwoTo52 + ExponentBias);
        return T.AddBits(aligned & T.OfBits(FractionMask), T.OfBits(SqrtHalfBits));
    }

    /// <summary>exponent·ln 2 + log(1 + f) + low for 1 + f in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HighLow<T> LogFraction<T>(T f, T exponent, T low)
        where T : struct, ILanes<T>
    {
        var half = f * T.Of(0.5);
        var halfSquare = half * f;
        var halfSquareRest = T.MultiplyAdd(half, f, -halfSquare);
        var s = f / (f + T.Of(2));
        var tail = s * (halfSquare + LogRemainder(s * s));

        var leading = HighLow<T>.OrderedSum(f, -halfSquare);
        var total = HighLow<T>.OrderedSum(exponent * T.Of(Ln2High), leading.High);
        return new HighLow<T>(total.High, total.Low + ((leading.Low - halfSquareRest + low) + tail));
    }

    /// <summary>2·atanh(s)/s - 2 in z = s², with error below 2^-57 in the logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogRemainder<T>(T z)
        where T : struct, ILanes<T>
    {
        var square = z * z;
        var even = Horner(square, T.Of(0.14616449685043406), 0.18182889125261723);
        even = Horner(square, even, 0.28571428625975487);
        even = Horner(square, even, 0.666666666666667);
        var odd = Horner(square, T.Of(0.15331721600556042), 0.2222221113479508);
        odd = Horner(square, odd, 0.39999999999899505);
        return z * T.MultiplyAdd(z, odd, even);
    }

    /// <summary>The value, or the limit where the argument is 0, negative, +∞ or NaN (then x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogEdges<T>(T argument, T value, T x)
        where T : struct, ILanes<T>
    {
        value = T.Select(argument < T.Of(double.PositiveInfinity), value, x);
        value = T.Select(T.Equal(argument, T.Of(0)), T.Of(double.NegativeInfinity), value);
        return T.Select(argument < T.Of(0), T.Of(double.NaN), value);
    }
}
