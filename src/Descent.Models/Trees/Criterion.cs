namespace Descent.Models;

/// <summary>What a tree is grown by, with the room that one growth needs.</summary>
internal abstract class Criterion(RowCounts counts)
{
    /// <summary>How much in a gain is rounding, as a part of a node's impurity: 2⁻⁴⁰.</summary>
    public const double Rounding = 1.0 / (1L << 40);

    public RowCounts Counts { get; } = counts;

    /// <summary>Turns to a node; what follows is about it.</summary>
    public abstract NodeFacts Enter(ReadOnlySpan<int> rows);

    /// <summary>Tries all splits by a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="order">The node's rows in its order, of at least two values.</param>
    /// <param name="values">The feature by row.</param>
    /// <param name="least">The fewest units of a child.</param>
    /// <param name="best">The best split so far.</param>
    public abstract void Try(
        int feature, ReadOnlySpan<int> order, double[] values, long least, ref SplitChoice best);

    /// <summary>The impurity of the node less the mean of its children's, at least 0.</summary>
    public abstract double DecreaseOf(in SplitChoice best, ReadOnlySpan<int> left);
}
