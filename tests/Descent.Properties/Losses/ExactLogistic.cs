using System.Numerics;

namespace Descent.Properties;

/// <summary>The logistic loss in whole numbers, to some 280 bits after its first.</summary>
internal static class ExactLogistic
{
    // Bits after the point. e^−700 is some 2⁻¹⁰¹⁰.
    private const int Places = 1300;
    private const int Halvings = 10;

    private static readonly BigInteger One = BigInteger.One << Places;

    /// <summary>log(1 + eˢ) − y s for y = 0 or 1 and |s| ≤ 700, in units of 2⁻¹³⁰⁰.</summary>
    public static BigInteger Value(double score, double target)
    {
        var size = Fixed(Math.Abs(score));
        var growth = (One << Places) / Exp(size);
        var isRight = score > 0 == (target == 1);
        return Log1p(growth) + (isRight ? 0 : size);
    }

    /// <summary>Whether a number is within so many half units in the last place of a sum of values.</summary>
    public static bool IsWithin(double actual, BigInteger sum, int halfUnits) =>
        BigInteger.Abs(Fixed(actual) - sum) << 53 <= halfUnits * sum;

    private static BigInteger Fixed(double x)
    {
        var (mantissa, exponent) = ((BigInteger)Math.ScaleB(x, 52 - Math.ILogB(x)), Math.ILogB(x) - 52);
        return x == 0 ? 0 : mantissa << (Places + exponent);
    }

    /// <summary>Σ rᵏ / k! of the argument halved ten times, squared as often.</summary>
    private static BigInteger Exp(BigInteger x)
    {
        var r = x >> Halvings;
        BigInteger sum = 0, term = One;
        for (var k = 1; !term.IsZero; k++)
        {
            sum += term;
            term = ((term * r) >> Places) / k;
        }

        for (var i = 0; i < Halvings; i++)
            sum = (sum * sum) >> Places;
        return sum;
    }

    /// <summary>2 Σ z²ᵏ⁺¹ / (2k + 1), z = x / (2 + x).</summary>
    private static BigInteger Log1p(BigInteger x)
    {
        var z = (x << Places) / ((2 * One) + x);
        var square = (z * z) >> Places;
        BigInteger sum = 0;
        for (var k = 1; !z.IsZero; k += 2)
        {
            sum += z / k;
            z = (z * square) >> Places;
        }

        return 2 * sum;
    }
}
