using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>Splits by entropy, equal where they differ by less than 2⁻⁴⁰ bits a row.</summary>
/// <remarks>
/// <para>n times the mean entropy of the children is <c>f(n_L) − Σ f(lₖ) + f(n_R) − Σ f(rₖ)</c> with
/// <c>f(x) = x log₂ x</c>, a function of whole numbers that is looked up where they are
/// small, and always for 0.</para>
/// <para>Entropies of whole numbers are irrational, so equal ones can differ by rounding. With n below 2³⁰ a
/// term is at most 30 n and each rounding 30 · 2⁻⁵³ n; the sum of 2K + 2 terms is wrong by less than
/// (2K + 2) · 2⁻⁴⁷ n at worst, and by far less as a rule: 2⁻⁴⁰ n is more for up to 60 classes.</para>
/// </remarks>
internal struct EntropySweep(
    int[] classes, long[] units, long[] left, long[] total, long sum, double[] table) : ISweep
{
    private const double PerNat = 1.4426950408889634;

    public long LeftUnits { get; private set; }

    /// <summary>x log₂ x of whole numbers from 0, where it is 0, to the greatest given.</summary>
    public static double[] Table(int greatest)
    {
        var table = new double[greatest + 1];
        for (var i = 1; i < table.Length; i++)
            table[i] = TimesLog(i);
        return table;
    }

    /// <summary>x log₂ x for a positive x; exact for powers of two.</summary>
    public static double TimesLog(double x)
    {
        var exponent = Math.ILogB(x);
        return x * (exponent + (Elementary.Log(Math.ScaleB(x, -exponent)) * PerNat));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row)
    {
        left[classes[row]] += units[row];
        LeftUnits += units[row];
    }

    public readonly bool Improves(ref SplitChoice best)
    {
        var score = -F(LeftUnits) - F(sum - LeftUnits);
        for (var k = 0; k < left.Length; k++)
            score += F(left[k]) + F(total[k] - left[k]);
        if (!(score > best.Score + (sum * Criterion.Rounding)))
            return false;

        best.Score = score;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly double F(long x) => x < table.Length ? table[x] : TimesLog(x);
}
