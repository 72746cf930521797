using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>The best split of a node so far.</summary>
/// <remarks>
/// Features are swept by rising number and each by rising threshold, and only what is better takes the place:
/// so among equal splits the lowest feature is chosen, and of one feature the lowest threshold.
/// </remarks>
internal struct SplitChoice
{
    /// <summary>How good it is, by the scale of the criterion.</summary>
    public double Score;

    /// <summary>The units of the rows that go left.</summary>
    public long LeftUnits;

    /// <summary>Σ l² of the classes' units on the left, for an exact comparison.</summary>
    public Int128 LeftSquares;

    /// <summary>Σ r² of the classes' units on the right.</summary>
    public Int128 RightSquares;

    private SplitChoice(int feature)
    {
        Feature = feature;
        Score = double.NegativeInfinity;
    }

    /// <summary>None, which anything is better than.</summary>
    public static SplitChoice None => new(-1);

    /// <summary>The feature; −1 where there is no split.</summary>
    public int Feature { get; private set; }

    /// <summary>How many rows go left.</summary>
    public int LeftCount { get; private set; }

    /// <summary>The value that is still left.</summary>
    public double Threshold { get; private set; }

    /// <summary>Tries all splits of a node by one feature.</summary>
    /// <param name="sweep">The criterion at the start of the order.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="order">The node's rows in its order.</param>
    /// <param name="values">The feature by row.</param>
    /// <param name="least">The fewest units of a child.</param>
    /// <param name="total">The units of the node.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sweep<TSweep>(
        ref TSweep sweep, int feature, ReadOnlySpan<int> order, double[] values, long least, long total)
        where TSweep : struct, ISweep
    {
        var value = values[order[0]];
        for (var i = 1; i < order.Length; i++)
        {
            sweep.Take(order[i - 1]);
            var next = values[order[i]];
            if (value < next && sweep.LeftUnits >= least && total - sweep.LeftUnits >= least
                && sweep.Improves(ref this))
                (Feature, LeftCount, Threshold) = (feature, i, Midpoint.Between(value, next));
            value = next;
        }
    }
}
