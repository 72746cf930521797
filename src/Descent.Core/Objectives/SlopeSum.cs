using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Σ cᵢ tᵢ x̃ᵢ over the rows of a dataset, from a table of slopes t.</summary>
internal sealed class SlopeSum(Dataset data, ReadOnlyMemory<double> slopes) : IRowSum
{
    public void AddRows(int first, int count, Span<double> total)
    {
        var rows = new RiskRows(data, RowSet.All(data.Count));
        var sum = 0.0;
        for (var i = first; i < first + count; i++)
        {
            var number = rows.NumberAt(i, out _, out var weight);
            var slope = weight is 0 ? 0 : weight * slopes.Span[i];
            data.Features.Store.AddMultiple(number, slope, total);
            sum += slope;
        }

        RiskTotal.Add(Vector512<double>.Zero, Vector512.CreateScalar(sum), total);
    }

    /// <summary>The sum, in the layout of <see cref="RiskTotal"/>.</summary>
    public double[] Total(int threads)
    {
        var store = data.Features.Store;
        var total = new double[RiskTotal.Length(store.Stride)];
        if (threads > 1 && RowTree.IsWorthThreads(data.Count, store.NumbersPerRow))
            RowTree.Sum(this, data.Count, total, threads);
        else
            RowTree.Sum(this, data.Count, total);
        return total;
    }
}
