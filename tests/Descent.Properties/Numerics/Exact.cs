using System.Numerics;

namespace Descent.Properties;

/// <summary>A sum of doubles and of products of two doubles, without any rounding.</summary>
/// <param name="Units">The value in units of 2⁻²¹⁴⁸, the square of the least double.</param>
internal readonly record struct Exact(BigInteger Units) : IComparable<Exact>
{
    private const int LeastExponent = -1074;

    public static Exact Of(double value) => new(Mantissa(value) << -LeastExponent);

    public static Exact Product(double x, double y) => new(Mantissa(x) * Mantissa(y));

    public static Exact Sum(IEnumerable<Exact> terms) =>
        new(terms.Aggregate(BigInteger.Zero, (sum, term) => sum + term.Units));

    public Exact Abs() => new(BigInteger.Abs(Units));

    public int CompareTo(Exact other) => Units.CompareTo(other.Units);

    /// <summary>Whether this is at most γ of so many operations, times a size.</summary>
    /// <remarks>Compared with (n + 1) u, which is no less than γₙ as long as n (n + 1) u ≤ 1.</remarks>
    public bool IsWithin(int operations, Exact size) =>
        BigInteger.Abs(Units) << 53 <= (operations + 1) * size.Units;

    public static Exact operator +(Exact x, Exact y) => new(x.Units + y.Units);

    public static Exact operator -(Exact x, Exact y) => new(x.Units - y.Units);

    public static bool operator <(Exact x, Exact y) => x.Units < y.Units;

    public static bool operator >(Exact x, Exact y) => x.Units > y.Units;

    public static bool operator <=(Exact x, Exact y) => x.Units <= y.Units;

    public static bool operator >=(Exact x, Exact y) => x.Units >= y.Units;

    /// <summary>The value in units of 2⁻¹⁰⁷⁴.</summary>
    private static BigInteger Mantissa(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1L << 52) - 1);
        if (exponent == 0x7FF)
            throw new ArgumentOutOfRangeException(nameof(value), value, "value must be finite.");
        var size = exponent == 0 ? fraction : (BigInteger)(fraction | (1L << 52)) << (exponent - 1);
        return bits < 0 ? -size : size;
    }
}
