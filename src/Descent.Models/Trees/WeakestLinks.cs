using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The strengths at which the nodes of a tree are pruned.</summary>
/// <remarks>
/// <para>With α for each leaf, a split is worth the decrease of impurity that it brings less α. As α rises,
/// the weakest link goes first (Breiman, Friedman, Olshen, Stone 1984, ch. 3): the node t whose branch brings
/// least for each split, <c>g(t) = (R(t) − R(T_t)) / (|T_t| − 1)</c>, the mean decrease of the splits of T_t
/// that are still there. So a node goes at the mean of the connected splits from it downward that are worth
/// more together than what is below them.</para>
/// <para>From the leaves upward: a node begins a group of its own, and takes in the group of highest mean
/// below it as long as that mean is above its own. The groups below lie in a leftist heap (Crane 1972), and
/// each is taken in at most once, so n nodes take O(n log n).</para>
/// </remarks>
internal sealed class WeakestLinks
{
    // Means of equal worth that differ by rounding alone are one step; means of sums of positive numbers do
    // not differ by more for less than thousands of millions of nodes.
    private const double Equal = 1 + (1.0 / (1L << 40));

    private readonly double[] _sums;
    private readonly int[] _counts;
    private readonly double[] _strengths;
    private readonly int[] _below;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _ranks;

    private WeakestLinks(int count)
    {
        (_sums, _counts, _strengths) = (new double[count], new int[count], new double[count]);
        (_below, _left, _right, _ranks) = (new int[count], new int[count], new int[count], new int[count]);
        Array.Fill(_left, -1);
        Array.Fill(_right, -1);
    }

    /// <summary>The least strength at which each node is a leaf or gone; 0 for leaves.</summary>
    public static double[] StrengthsOf(ImmutableArray<TreeNode> nodes)
    {
        var links = new WeakestLinks(nodes.Length);
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (!nodes[i].IsLeaf)
                links.Group(nodes, i);
        }

        var strengths = links._strengths;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].IsLeaf)
                continue;
            strengths[nodes[i].Left] = Math.Min(strengths[nodes[i].Left], strengths[i]);
            strengths[nodes[i].Right] = Math.Min(strengths[nodes[i].Right], strengths[i]);
        }

        Join(strengths);
        return strengths;
    }

    private void Group(ImmutableArray<TreeNode> nodes, int node)
    {
        var (left, right) = (nodes[node].Left, nodes[node].Right);
        var below = Meld(nodes[left].IsLeaf ? -1 : left, nodes[right].IsLeaf ? -1 : right);
        var (sum, count) = (nodes[node].ImpurityDecrease, 1);
        while (below >= 0 && _strengths[below] > sum / count)
        {
            sum += _sums[below];
            count += _counts[below];
            below = Meld(Meld(_left[below], _right[below]), _below[below]);
        }

        (_sums[node], _counts[node], _strengths[node], _below[node]) = (sum, count, sum / count, below);
    }

    // It calls itself as often as right spines are long, O(log n).
    /// <summary>One heap of two, −1 being the empty one.</summary>
    private int Meld(int one, int other)
    {
        if (one < 0 || other < 0)
            return Math.Max(one, other);
        if (_strengths[other] > _strengths[one])
            (one, other) = (other, one);

        _right[one] = Meld(_right[one], other);
        if (Rank(_left[one]) < Rank(_right[one]))
            (_left[one], _right[one]) = (_right[one], _left[one]);
        _ranks[one] = Rank(_right[one]) + 1;
        return one;
    }

    private int Rank(int heap) => heap < 0 ? -1 : _ranks[heap];

    private static void Join(double[] strengths)
    {
        var order = Enumerable.Range(0, strengths.Length).ToArray();
        Array.Sort((double[])strengths.Clone(), order);
        var first = 0.0;
        foreach (var node in order)
        {
            if (strengths[node] > first * Equal)
                first = strengths[node];
            strengths[node] = first;
        }
    }
}
