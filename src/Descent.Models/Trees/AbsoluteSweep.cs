namespace Descent.Models;

/// <summary>Splits by absolute differences: the fall of their sum, in whole numbers.</summary>
internal struct AbsoluteSweep(
    NodeTargets node,
    long[] counts,
    int[] ranks,
    long[] ranked,
    int size,
    RankedTargets left,
    RankedTargets right,
    Int128 deviation) : ISweep
{
    private Int128 _leftMoment;

    public long LeftUnits { get; private set; }

    public void Take(int row)
    {
        var (count, moment) = (counts[row], node.Moments[row]);
        left.Add(ranks[row], size, count, moment);
        right.Add(ranks[row], size, -count, -moment);
        LeftUnits += count;
        _leftMoment += moment;
    }

    public readonly bool Improves(ref SplitChoice best)
    {
        var fall = (double)(deviation
            - left.Deviation(ranked, size, LeftUnits, _leftMoment)
            - right.Deviation(ranked, size, node.Count - LeftUnits, node.Moment - _leftMoment));
        if (!(fall > best.Score + ((double)deviation * Criterion.Rounding)))
            return false;

        best.Score = fall;
        return true;
    }
}
