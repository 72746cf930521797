using System.Runtime.CompilerServices;

namespace Descent;

/// <summary>In each lane a number as the sum of a high part and of what rounding left over.</summary>
/// <remarks>
/// Error-free transformations: the parts of a <see cref="Sum"/> add up to exactly a + b.
/// Sources: Dekker, 1971 (<see cref="OrderedSum"/>); Knuth, 1969 (<see cref="Sum"/>).
/// </remarks>
internal readonly struct HighLow<T>(T high, T low)
    where T : struct, ILanes<T>
{
    public readonly T High = high;

    public readonly T Low = low;

    public T Rounded => High + Low;

    /// <summary>The exact sum where |large| ≥ |small| or large = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HighLow<T> OrderedSum(T large, T small)
    {
        var high = large + small;
        return new HighLow<T>(high, small - (high - large));
    }

    /// <summary>The exact sum, whichever part is larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HighLow<T> Sum(T left, T right)
    {
        var high = left + right;
        var rightPart = high - left;
        return new HighLow<T>(high, (left - (high - rightPart)) + (right - rightPart));
    }
}
