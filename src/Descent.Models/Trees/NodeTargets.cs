using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>The targets of a node in whole units, so that sums of them are exact in any order.</summary>
/// <remarks>
/// The unit is a power of two, at most a 2⁻⁵¹ part of the range of the node's targets; each is counted from
/// the lowest and rounded to the nearest unit. Whole numbers, or multiples of another power of two, are not
/// rounded as long as the range is less than 2⁵¹ of them. The scale is the node's: targets that are too near
/// each other to be told apart beside a large one are told apart once a split has parted them from it.
/// </remarks>
internal sealed class NodeTargets
{
    private const int Bits = 52;
    private const int HalfBits = Bits / 2;

    private readonly double[] _targets;
    private readonly long[] _counts;

    // Of the node that was entered.
    private State _state;

    public NodeTargets(double[] targets, long[] counts)
    {
        (_targets, _counts) = (targets, counts);
        (Units, Moments) = (new long[targets.Length], new Int128[targets.Length]);
    }

    /// <summary>z, the units of each row of the node above the mean's.</summary>
    public long[] Units { get; }

    /// <summary>c z, z as often as the row counts.</summary>
    public Int128[] Moments { get; }

    /// <summary>Σ c.</summary>
    public long Count => _state.Count;

    /// <summary>Σ c z: less than Σ c in size, since z is counted from the mean.</summary>
    public Int128 Moment => _state.Moment;

    /// <summary>Whether all targets are equal.</summary>
    public bool IsPure => _state.Lowest == _state.Highest;

    /// <summary>Turns to the rows of a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Enter(ReadOnlySpan<int> rows)
    {
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows)
        {
            lowest = Math.Min(lowest, _targets[row]);
            highest = Math.Max(highest, _targets[row]);
        }

        // The range itself may overflow; a quarter of it does not. What of it underflows is less than a unit.
        var quarter = (highest / 4) - (lowest / 4);
        var exponent = quarter > 0 ? Math.ILogB(quarter) + 3 - Bits : lowest < highest ? -1074 : 0;
        var origin = Math.ScaleB(lowest, -exponent);
        var (count, sum) = (0L, Int128.Zero);
        foreach (var row in rows)
        {
            Units[row] = (long)Math.Round(Math.ScaleB(_targets[row], -exponent) - origin);
            count += _counts[row];
            sum += Math.BigMul(_counts[row], Units[row]);
        }

        var mean = (long)(sum / count);
        foreach (var row in rows)
        {
            Units[row] -= mean;
            Moments[row] = Math.BigMul(_counts[row], Units[row]);
        }

        _state = new(lowest, highest, exponent, mean, count, sum - Math.BigMul(count, mean));
    }

    /// <summary>The mean of the targets.</summary>
    public double Mean()
    {
        var (lowest, highest, exponent, mean, count, moment) = _state;
        if (IsPure)
            return lowest;

        // The range may overflow where half of it does not.
        var above = mean + ((double)moment / count);
        var sum = lowest + Math.ScaleB(above, exponent);
        if (!double.IsFinite(sum))
            sum = 2 * ((lowest / 2) + Math.ScaleB(above, exponent - 1));
        return Math.Clamp(sum, lowest, highest);
    }

    /// <summary>Σ c (z − mean)², summed in whole numbers: z² in three parts that fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double SquaredDeviation(ReadOnlySpan<int> rows)
    {
        var (high, middle, low) = (Int128.Zero, Int128.Zero, Int128.Zero);
        foreach (var row in rows)
        {
            var units = Math.Abs(Units[row]);
            var (upper, lower) = (units >> HalfBits, units & ((1L << HalfBits) - 1));
            high += Math.BigMul(_counts[row], upper * upper);
            middle += Math.BigMul(_counts[row], upper * lower);
            low += Math.BigMul(_counts[row], lower * lower);
        }

        var squares = Math.ScaleB((double)high, Bits) + Math.ScaleB((double)middle, HalfBits + 1)
            + (double)low;
        var moment = (double)Moment;
        return Math.Max(0, squares - (moment / Count * moment));
    }

    /// <summary>
    /// Units to a power as a number: kept from 0 and from infinity, so that it says what is so.
    /// </summary>
    public double Scaled(double units, int power) => units > 0
        ? Math.Clamp(Math.ScaleB(units, power * _state.Exponent), double.Epsilon, double.MaxValue)
        : 0;

    private readonly record struct State(
        double Lowest, double Highest, int Exponent, long Mean, long Count, Int128 Moment);
}
