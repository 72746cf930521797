namespace Descent.Models;

/// <summary>Variance, and its sweep.</summary>
internal sealed class SquaredErrors(double[] targets, RowCounts counts) : Criterion(counts)
{
    private readonly NodeTargets _node = new(targets, counts.Of);

    // Of the node that was entered.
    private double _deviation;

    public override NodeFacts Enter(ReadOnlySpan<int> rows)
    {
        _node.Enter(rows);
        _deviation = _node.IsPure ? 0 : _node.SquaredDeviation(rows);
        return new(_node.Count, _node.Scaled(_deviation / _node.Count, 2), _node.Mean(), []);
    }

    public override void Try(
        int feature, ReadOnlySpan<int> order, double[] values, long least, ref SplitChoice best)
    {
        var sweep = new SquaredSweep(
            _node.Moments, Counts.Of, _node.Moment, _node.Count, _deviation * Rounding);
        best.Sweep(ref sweep, feature, order, values, least, _node.Count);
    }

    public override double DecreaseOf(in SplitChoice best, ReadOnlySpan<int> left) =>
        best.Score > _deviation * Rounding ? _node.Scaled(best.Score / _node.Count, 2) : 0;
}
