using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>Splits by the share of rows that the most frequent classes get right, in whole numbers.</summary>
internal struct ErrorSweep(int[] classes, long[] units, long[] left, long[] total) : ISweep
{
    public long LeftUnits { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row)
    {
        left[classes[row]] += units[row];
        LeftUnits += units[row];
    }

    public readonly bool Improves(ref SplitChoice best)
    {
        var (leftMost, rightMost) = (0L, 0L);
        for (var k = 0; k < left.Length; k++)
        {
            leftMost = Math.Max(leftMost, left[k]);
            rightMost = Math.Max(rightMost, total[k] - left[k]);
        }

        if (!(leftMost + rightMost > best.Score))
            return false;

        best.Score = leftMost + rightMost;
        return true;
    }
}
