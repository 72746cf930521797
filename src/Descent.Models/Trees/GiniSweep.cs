using System.Numerics;
using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>Splits by the Gini index, compared exactly.</summary>
/// <remarks>
/// <para>The mean impurity of the children is <c>1 − (Σ lₖ² / n_L + Σ rₖ² / n_R) / n</c>, so the greatest sum
/// of the two quotients is best. All six numbers are whole, and sums over classes are kept up row by row:
/// Σ r² = Σ t² − 2 Σ t l + Σ l².</para>
/// <para>In doubles each quotient is wrong by at most three roundings and their sum by one more, 2⁻⁵¹ of it.
/// Where two sums differ by more than 2⁻⁴⁹, doubles tell which is greater; otherwise whole numbers do, by
/// cross-multiplication. So equal splits are found equal, whatever the rounding.</para>
/// </remarks>
internal struct GiniSweep<T> : ISweep
    where T : struct, IBinaryInteger<T>
{
    private const double Margin = 1.0 / (1L << 49);

    // n⁵ of so many units is less than 2^127.
    private const long SmallTotal = 1L << 25;

    private readonly int[] _classes;
    private readonly long[] _units;
    private readonly long[] _left;
    private readonly long[] _total;
    private readonly long _sum;
    private readonly T _totalSquares;
    private T _leftSquares;
    private T _products;

    public GiniSweep(int[] classes, long[] units, long[] left, long[] total, long sum)
    {
        (_classes, _units, _left, _total, _sum) = (classes, units, left, total, sum);
        foreach (var one in total)
            _totalSquares += T.CreateTruncating(one) * T.CreateTruncating(one);
    }

    public long LeftUnits { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row)
    {
        var k = _classes[row];
        var units = _units[row];
        var before = _left[k];
        _leftSquares += T.CreateTruncating(units) * T.CreateTruncating((2 * before) + units);
        _products += T.CreateTruncating(units) * T.CreateTruncating(_total[k]);
        _left[k] = before + units;
        LeftUnits += units;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Improves(ref SplitChoice best)
    {
        var rightSquares = _totalSquares - _products - _products + _leftSquares;
        var score = (double.CreateTruncating(_leftSquares) / LeftUnits)
            + (double.CreateTruncating(rightSquares) / (_sum - LeftUnits));
        if (score < best.Score * (1 - Margin))
            return false;

        var found = new SplitChoice
        {
            Score = score,
            LeftUnits = LeftUnits,
            LeftSquares = Int128.CreateTruncating(_leftSquares),
            RightSquares = Int128.CreateTruncating(rightSquares),
        };
        if (score <= best.Score * (1 + Margin) && !IsBetter(found, best))
            return false;
        (best.Score, best.LeftUnits) = (score, LeftUnits);
        (best.LeftSquares, best.RightSquares) = (found.LeftSquares, found.RightSquares);
        return true;
    }

    private readonly bool IsBetter(in SplitChoice one, in SplitChoice other) => _sum <= SmallTotal
        ? IsBetter<Int128>(one, other)
        : IsBetter<BigInteger>(one, other);

    private readonly bool IsBetter<TWide>(in SplitChoice one, in SplitChoice other)
        where TWide : INumber<TWide>
    {
        return Numerator(one, _sum) * Denominator(other, _sum)
            > Numerator(other, _sum) * Denominator(one, _sum);

        static TWide Numerator(in SplitChoice split, long sum) =>
            (TWide.CreateChecked(split.LeftSquares) * TWide.CreateChecked(sum - split.LeftUnits))
            + (TWide.CreateChecked(split.RightSquares) * TWide.CreateChecked(split.LeftUnits));

        static TWide Denominator(in SplitChoice split, long sum) =>
            TWide.CreateChecked(split.LeftUnits) * TWide.CreateChecked(sum - split.LeftUnits);
    }
}
