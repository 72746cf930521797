using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>How the values that laws take are drawn, and how a counterexample is made simpler.</summary>
/// <remarks>
/// Each bounded generator mixes nice values, on which special cases sit, with ugly ones, on which rounding
/// shows. The size that FsCheck passes is not used: every case may be any value, and shrinking does the rest.
/// </remarks>
public static class Generators
{
    private const int MaxLength = 12;

    // 53 bits drawn in two parts, since FsCheck chooses ints: [0, 1) with every spacing of 2^-53.
    private static readonly Gen<double> Fraction =
        from high in Gen.Choose(0, (1 << 26) - 1)
        from low in Gen.Choose(0, (1 << 27) - 1)
        select ((high * (double)(1 << 27)) + low) / (1L << 53);

    private static readonly Gen<double> AnyFinite = Gen.Frequency(
        (2, Gen.Choose(-10, 10).Select(i => (double)i)),
        (1, Gen.Choose(-1000, 1000).Select(i => i / 8.0)),
        (1, Gen.Elements(0.0, 1.0, -1.0, 0.5, 1e-3, -1e-9, 1000.0, -1000.0)),
        (2, Fraction.Select(u => (4 * u) - 2)),
        (2, Fraction.Select(u => (2000 * u) - 1000)));

    private static readonly Gen<double> RawBits = Gen.Choose(0, ushort.MaxValue).Four().Select(
        w => BitConverter.UInt64BitsToDouble(
            ((ulong)w.Item1 << 48) | ((ulong)w.Item2 << 32) | ((ulong)w.Item3 << 16) | (uint)w.Item4));

    private static readonly Gen<double> Extremes = Gen.Elements(
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        0.0,
        -0.0,
        double.Epsilon,
        -double.Epsilon,
        Math.BitDecrement(SmallestNormal),
        SmallestNormal,
        double.MaxValue,
        double.MinValue,
        Math.BitIncrement(1.0),
        1e200,
        -1e-200);

    private static double SmallestNormal => 2.2250738585072014e-308;

    public static Arbitrary<Finite> Finite() => Arb.From(
        AnyFinite.Select(x => new Finite(x)),
        x => Shrinking.TowardZero(x).Select(y => new Finite(y)));

    public static Arbitrary<PositiveReal> PositiveReal() => Arb.From(
        Gen.Frequency(
            (1, Gen.Elements(1.0, 0.5, 2.0, 10.0, 0.1, 1e-3, 1e3)),
            (1, Gen.Choose(1, 20).Select(i => (double)i)),
            (2, Fraction.Select(u => 1 - u)),
            // Each power of two is as likely as the next.
            (4, from u in Fraction from k in Gen.Choose(-10, 9) select Math.ScaleB(1 + u, k)))
            .Select(x => new PositiveReal(Math.Clamp(x, 1e-3, 1e3))),
        x => Shrinking.TowardOne(x).Select(y => new PositiveReal(y)));

    public static Arbitrary<UnitReal> UnitReal() => Arb.From(
        Gen.Frequency((1, Gen.Elements(0.0, 1.0, 0.5, 0.9, 0.999, 1e-9)), (3, Fraction))
            .Select(x => new UnitReal(x)),
        x => Shrinking.InUnitInterval(x).Select(y => new UnitReal(y)));

    public static Arbitrary<AnyDouble> AnyDouble() => Arb.From(
        Gen.Frequency((2, Extremes), (2, RawBits), (1, AnyFinite)).Select(x => new AnyDouble(x)),
        x => Shrinking.TowardZero(x).Select(y => new AnyDouble(y)));

    public static Arbitrary<SmallCount> SmallCount() => Arb.From(
        Gen.Choose(1, MaxLength).Select(n => new SmallCount(n)),
        n => new[] { 1, n / 2, n - 1 }.Where(m => m >= 1 && m < n).Distinct().Select(m => new SmallCount(m)));

    public static Arbitrary<Values> Values() => Arb.From(
        Columns(1).Select(c => Column(c[0])),
        v => Shrinking.Columns([v]).Select(c => Column(c[0])));

    public static Arbitrary<ValuesPair> ValuesPair() => Arb.From(
        Columns(2).Select(c => new ValuesPair(Column(c[0]), Column(c[1]))),
        v => Shrinking.Columns([v.First, v.Second]).Select(c => new ValuesPair(Column(c[0]), Column(c[1]))));

    public static Arbitrary<ValuesTriple> ValuesTriple() => Arb.From(
        Columns(3).Select(c => new ValuesTriple(Column(c[0]), Column(c[1]), Column(c[2]))),
        v => Shrinking.Columns([v.First, v.Second, v.Third])
            .Select(c => new ValuesTriple(Column(c[0]), Column(c[1]), Column(c[2]))));

    private static Gen<double[][]> Columns(int count) =>
        from length in Gen.Choose(1, MaxLength)
        from columns in AnyFinite.ArrayOf(length).ArrayOf(count)
        select columns;

    private static Values Column(double[] items) => new([.. items]);
}
