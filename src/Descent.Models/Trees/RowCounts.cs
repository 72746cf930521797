namespace Descent.Models;

/// <summary>
/// How often each row counts, in whole units, so that sums of weights are exact in any order.
/// </summary>
/// <remarks>
/// <para>The unit is 1 where all weights are whole numbers, and else the greatest power of two of which all
/// are multiples. Where their sum would reach 2⁵¹ units, as with weights like 0.1, the unit is just so large
/// that it does not, and each weight is rounded to the nearest unit, so by less than 2⁻⁵⁰ of the sum. A
/// weight of less than half a unit then counts as 0.</para>
/// <para>Rows that count 0 times are as if they were not there.</para>
/// </remarks>
internal sealed class RowCounts
{
    private const int Bits = 51;

    private readonly int _exponent;

    private RowCounts(long[] counts, int exponent)
    {
        Of = counts;
        _exponent = exponent;
    }

    /// <summary>The units of each row.</summary>
    public long[] Of { get; }

    public static RowCounts From(Dataset data)
    {
        if (!data.IsWeighted)
            return new(Enumerable.Repeat(1L, data.Count).ToArray(), 0);

        var weights = data.Weights.AsSpan();
        var exponent = 0;
        foreach (var weight in weights)
            exponent = weight > 0 ? Math.Min(exponent, LowestBit(weight)) : exponent;
        exponent = Math.Max(exponent, CoarsestNeeded(weights));

        var counts = new long[weights.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = (long)Math.Round(Math.ScaleB(weights[i], -exponent));
        return new(counts, exponent);
    }

    /// <summary>A number of units as a weight.</summary>
    public double WeightOf(long units) => Math.ScaleB(units, _exponent);

    /// <summary>The fewest units that weigh at least so much.</summary>
    public long UnitsOf(double weight) =>
        (long)Math.Min(Math.Ceiling(Math.ScaleB(weight, -_exponent)), long.MaxValue / 2);

    /// <summary>The k of the lowest bit 2^k of a positive number.</summary>
    private static int LowestBit(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var fraction = bits & ((1L << 52) - 1);
        return exponent == 0
            ? (int)long.TrailingZeroCount(fraction) - 1074
            : (int)long.TrailingZeroCount(fraction | (1L << 52)) + exponent - 1075;
    }

    /// <summary>The k such that the sum is less than 2^51 units 2^k, found in whole numbers.</summary>
    private static int CoarsestNeeded(ReadOnlySpan<double> weights)
    {
        var greatest = 0.0;
        foreach (var weight in weights)
            greatest = Math.Max(greatest, weight);

        // Each is at most 2^62 fine units; their sum stays below 2^93.
        var fine = Math.ILogB(greatest) - 61;
        var sum = Int128.Zero;
        foreach (var weight in weights)
            sum += (long)Math.Ceiling(Math.ScaleB(weight, -fine));
        return fine + (128 - (int)Int128.LeadingZeroCount(sum)) - Bits;
    }
}
