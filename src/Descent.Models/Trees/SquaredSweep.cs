using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>
/// Splits by variance: the fall of the sum of squares, <c>(n_L n_R / n) (mean_L − mean_R)²</c>.
/// </summary>
/// <remarks>
/// The sums are whole numbers, so no order of rows changes them. Of the two means a few roundings are in the
/// fall, far less than the margin by which a fall must be greater to count as greater.
/// </remarks>
internal struct SquaredSweep(Int128[] moments, long[] counts, Int128 moment, long count, double margin)
    : ISweep
{
    private Int128 _left;

    public long LeftUnits { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row)
    {
        _left += moments[row];
        LeftUnits += counts[row];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Improves(ref SplitChoice best)
    {
        double left = LeftUnits;
        double right = count - LeftUnits;
        var difference = ((double)_left / left) - ((double)(moment - _left) / right);
        var fall = left / count * right * (difference * difference);
        if (!(fall > best.Score + margin))
            return false;

        best.Score = fall;
        return true;
    }
}
