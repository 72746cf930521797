namespace Descent.Models;

/// <summary>Absolute differences from the median, and their sweep.</summary>
/// <remarks>A node of n rows takes O(d n log n).</remarks>
internal sealed class AbsoluteErrors : Criterion
{
    private readonly double[] _targets;
    private readonly NodeTargets _node;
    private readonly int[] _ranks;
    private readonly long[] _ranked;
    private readonly RankedTargets _all;
    private readonly RankedTargets _left;
    private readonly RankedTargets _right;

    // Of the node that was entered.
    private Int128 _deviation;
    private int _size;

    public AbsoluteErrors(double[] targets, RowCounts counts)
        : base(counts)
    {
        var n = targets.Length;
        _targets = targets;
        _node = new(targets, counts.Of);
        (_ranks, _ranked) = (new int[n], new long[n + 1]);
        (_all, _left, _right) = (new(n), new(n), new(n));
    }

    public override NodeFacts Enter(ReadOnlySpan<int> rows)
    {
        _node.Enter(rows);
        var order = rows.ToArray();
        Array.Sort(Array.ConvertAll(order, row => _targets[row]), order);

        _size = order.Length;
        _all.Clear(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[i];
            _ranks[row] = i + 1;
            _ranked[i + 1] = _node.Units[row];
            _all.Add(i + 1, order.Length, Counts.Of[row], _node.Moments[row]);
        }

        _deviation = _node.IsPure ? 0 : _all.Deviation(_ranked, order.Length, _node.Count, _node.Moment);
        return new(_node.Count, _node.Scaled((double)_deviation / _node.Count, 1), Median(order), []);
    }

    public override void Try(
        int feature, ReadOnlySpan<int> order, double[] values, long least, ref SplitChoice best)
    {
        _left.Clear(order.Length);
        _right.CopyFrom(_all, order.Length);
        var sweep = new AbsoluteSweep(
            _node, Counts.Of, _ranks, _ranked, _size, _left, _right, _deviation);
        best.Sweep(ref sweep, feature, order, values, least, _node.Count);
    }

    public override double DecreaseOf(in SplitChoice best, ReadOnlySpan<int> left) =>
        best.Score > (double)_deviation * Rounding ? _node.Scaled(best.Score / _node.Count, 1) : 0;

    /// <summary>
    /// The number with half of the units on either side, or the middle of the two that have.
    /// </summary>
    private double Median(int[] order)
    {
        var (i, below) = (0, Counts.Of[order[0]]);
        while (2 * below < _node.Count)
            below += Counts.Of[order[++i]];
        return 2 * below == _node.Count
            ? Midpoint.Of(_targets[order[i]], _targets[order[i + 1]])
            : _targets[order[i]];
    }
}
