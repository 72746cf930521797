namespace Descent.Models;

/// <summary>Criteria of classes, all functions of how many units each class has in a node.</summary>
internal sealed class ClassCounts : Criterion
{
    // Squares of up to so many units are summed in 64 bits, and above in 128.
    private const long SmallTotal = 1L << 31;

    // Whole weights: units without a scale are too many for a table to pay.
    private const int MostUnitsPerRow = 8;

    private readonly ClassificationCriterion _kind;
    private readonly int[] _classes;
    private readonly long[] _total;
    private readonly long[] _left;
    private readonly double[] _table;

    public ClassCounts(ClassificationCriterion kind, int[] classes, int classCount, RowCounts counts)
        : base(counts)
    {
        (_kind, _classes) = (kind, classes);
        (_total, _left) = (new long[classCount], new long[classCount]);
        var units = SumOf(counts.Of);
        var isTabled = kind == ClassificationCriterion.Entropy
            && units <= (long)MostUnitsPerRow * classes.Length;
        _table = EntropySweep.Table(isTabled ? (int)units : 0);
    }

    public override NodeFacts Enter(ReadOnlySpan<int> rows)
    {
        Count(rows, _total);
        var units = SumOf(_total);
        return new(units, Impurity(_total, units), IndexOfMost(_total), [.. _total]);
    }

    public override void Try(
        int feature, ReadOnlySpan<int> order, double[] values, long least, ref SplitChoice best)
    {
        Array.Clear(_left);
        var total = SumOf(_total);
        switch (_kind)
        {
            case ClassificationCriterion.Gini when total <= SmallTotal:
                var small = new GiniSweep<long>(_classes, Counts.Of, _left, _total, total);
                best.Sweep(ref small, feature, order, values, least, total);
                break;
            case ClassificationCriterion.Gini:
                var large = new GiniSweep<Int128>(_classes, Counts.Of, _left, _total, total);
                best.Sweep(ref large, feature, order, values, least, total);
                break;
            case ClassificationCriterion.Entropy:
                var entropy = new EntropySweep(_classes, Counts.Of, _left, _total, total, _table);
                best.Sweep(ref entropy, feature, order, values, least, total);
                break;
            default:
                var error = new ErrorSweep(_classes, Counts.Of, _left, _total);
                best.Sweep(ref error, feature, order, values, least, total);
                break;
        }
    }

    public override double DecreaseOf(in SplitChoice best, ReadOnlySpan<int> left)
    {
        Count(left, _left);
        var right = _total.Zip(_left, (all, part) => all - part).ToArray();
        var (total, leftUnits, rightUnits) = (SumOf(_total), SumOf(_left), SumOf(right));
        if (_kind == ClassificationCriterion.ClassificationError)
            return (double)(_left.Max() + right.Max() - _total.Max()) / total;
        if (_kind == ClassificationCriterion.Gini)
            return GiniDecrease(total, leftUnits, rightUnits);

        var below = (((double)leftUnits / total) * Impurity(_left, leftUnits))
            + (((double)rightUnits / total) * Impurity(right, rightUnits));
        var decrease = Impurity(_total, total) - below;
        return decrease > Rounding ? decrease : 0;
    }

    /// <summary>
    /// Σ (n lₖ − n_L tₖ)² / (n² n_L n_R): exact where it is 0, and near 0 without cancellation.
    /// </summary>
    private double GiniDecrease(long total, long leftUnits, long rightUnits)
    {
        var sum = 0.0;
        for (var k = 0; k < _total.Length; k++)
        {
            var products = Math.BigMul(total, _left[k]) - Math.BigMul(leftUnits, _total[k]);
            var difference = (double)products / total;
            sum += difference / leftUnits * (difference / rightUnits);
        }

        return sum;
    }

    private double Impurity(long[] units, long total)
    {
        if (_kind == ClassificationCriterion.ClassificationError)
            return (double)(total - units.Max()) / total;

        if (_kind == ClassificationCriterion.Gini)
        {
            var rest = Math.BigMul(total, total);
            foreach (var one in units)
                rest -= Math.BigMul(one, one);
            return (double)rest / total / total;
        }

        var bits = 0.0;
        foreach (var one in units)
            bits += one == 0 || one == total ? 0 : -EntropySweep.TimesLog((double)one / total);
        return bits;
    }

    private void Count(ReadOnlySpan<int> rows, long[] units)
    {
        Array.Clear(units);
        foreach (var row in rows)
            units[_classes[row]] += Counts.Of[row];
    }

    private static long SumOf(long[] units)
    {
        var sum = 0L;
        foreach (var one in units)
            sum += one;
        return sum;
    }

    private static int IndexOfMost(long[] units) => Array.IndexOf(units, units.Max());
}
