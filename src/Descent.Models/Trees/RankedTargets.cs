using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>
/// Rows by the rank of their targets, which come and go; the median and the deviation from it.
/// </summary>
/// <remarks>
/// Partial sums in a Fenwick tree (Fenwick 1994): to add a row takes O(log n), and so does the search for
/// the weighted median. Sums are of whole numbers.
/// </remarks>
internal sealed class RankedTargets
{
    private readonly long[] _counts;
    private readonly Int128[] _moments;

    public RankedTargets(int capacity) =>
        (_counts, _moments) = (new long[capacity + 1], new Int128[capacity + 1]);

    /// <summary>Holds nothing, with room for so many ranks.</summary>
    public void Clear(int ranks)
    {
        Array.Clear(_counts, 0, ranks + 1);
        Array.Clear(_moments, 0, ranks + 1);
    }

    /// <summary>Holds what another holds.</summary>
    public void CopyFrom(RankedTargets other, int ranks)
    {
        Array.Copy(other._counts, _counts, ranks + 1);
        Array.Copy(other._moments, _moments, ranks + 1);
    }

    /// <summary>Adds so many units at a rank from 1, and their targets; negative ones go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int rank, int ranks, long count, Int128 moment)
    {
        for (var i = rank; i <= ranks; i += i & -i)
        {
            _counts[i] += count;
            _moments[i] += moment;
        }
    }

    /// <summary>Σ c |z − median|, of so many units with so large a sum.</summary>
    /// <param name="targets">The targets by rank, from 1.</param>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="count">Σ c of what is held, more than 0.</param>
    /// <param name="moment">Σ c z of what is held.</param>
    public Int128 Deviation(long[] targets, int ranks, long count, Int128 moment)
    {
        // Past all ranks with less than half of the units together comes a median.
        var (place, below, belowMoment) = (0, 0L, Int128.Zero);
        for (var step = 1 << int.Log2(ranks); step > 0; step /= 2)
        {
            var next = place + step;
            if (next <= ranks && 2 * (below + _counts[next]) < count)
            {
                place = next;
                below += _counts[next];
                belowMoment += _moments[next];
            }
        }

        var median = targets[place + 1];
        return moment - (2 * belowMoment) + Math.BigMul(median, (2 * below) - count);
    }
}
