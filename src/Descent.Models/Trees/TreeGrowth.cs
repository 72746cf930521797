using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Grows a tree from the root, a node after the other in preorder.</summary>
/// <remarks>What a node becomes depends on its own rows alone,
/// so a limit of depth cuts and changes nothing else.
/// </remarks>
internal sealed class TreeGrowth
{
    private readonly Criterion _criterion;
    private readonly GrowthLimits _limits;
    private readonly SortedRows _sorted;
    private readonly long _leastUnits;
    private readonly List<TreeNode> _nodes = [];

    private TreeGrowth(Matrix features, Criterion criterion, GrowthLimits limits)
    {
        (_criterion, _limits) = (criterion, limits);
        var counts = criterion.Counts.Of;
        _sorted = new(features, [.. Enumerable.Range(0, counts.Length).Where(row => counts[row] > 0)]);
        _leastUnits = criterion.Counts.UnitsOf(limits.MinLeafSize);
    }

    /// <summary>The nodes of the tree in preorder.</summary>
    public static ImmutableArray<TreeNode> Grow(Matrix features, Criterion criterion, GrowthLimits limits)
    {
        var growth = new TreeGrowth(features, criterion, limits);
        growth.GrowAll();
        return [.. growth._nodes];
    }

    private void GrowAll()
    {
        // A right child waits until all to its left is done, and then tells its parent where it is.
        var waiting = new Stack<Branch>([new(0, _sorted.Rows.Length, 0, -1)]);
        while (waiting.TryPop(out var branch))
        {
            var place = _nodes.Count;
            if (branch.Parent >= 0)
                _nodes[branch.Parent] = _nodes[branch.Parent] with { Right = place };

            var (node, leftCount) = NodeOf(branch);
            _nodes.Add(node);
            if (node.IsLeaf)
                continue;

            _sorted.Split(node.Feature, branch.Start, branch.Count, leftCount);
            waiting.Push(new(branch.Start + leftCount, branch.Count - leftCount, branch.Depth + 1, place));
            waiting.Push(new(branch.Start, leftCount, branch.Depth + 1, -1));
        }
    }

    /// <summary>A leaf, or a question with the number of rows that go left.</summary>
    private (TreeNode Node, int LeftCount) NodeOf(Branch branch)
    {
        var facts = _criterion.Enter(_sorted.Rows.AsSpan(branch.Start, branch.Count));
        var leaf = LeafOf(facts);
        if (_limits.IsLeaf(facts, branch.Depth, _criterion.Counts))
            return (leaf, 0);

        var best = BestSplit(branch);
        if (best.Feature < 0)
            return (leaf, 0);

        var left = _sorted.OrderOf(best.Feature, branch.Start, best.LeftCount);
        var part = _nodes.Count == 0 ? 1 : leaf.Size / _nodes[0].Size;
        var decrease = Math.Min(part * _criterion.DecreaseOf(best, left), double.MaxValue);
        var place = _nodes.Count;
        return decrease < _limits.MinImpurityDecrease
            ? (leaf, 0)
            : (leaf with
            {
                Feature = best.Feature,
                Threshold = best.Threshold,
                Left = place + 1,
                ImpurityDecrease = decrease,
            }, best.LeftCount);
    }

    private SplitChoice BestSplit(Branch branch)
    {
        var best = SplitChoice.None;
        for (var j = 0; j < _sorted.FeatureCount; j++)
        {
            var order = _sorted.OrderOf(j, branch.Start, branch.Count);
            var values = _sorted.ValuesOf(j);
            if (values[order[0]] < values[order[^1]])
                _criterion.Try(j, order, values, _leastUnits, ref best);
        }

        return best;
    }

    private TreeNode LeafOf(NodeFacts facts) => TreeNode.Leaf(
        _criterion.Counts.WeightOf(facts.Units),
        facts.Impurity,
        facts.Prediction,
        Vector.From(facts.ClassUnits.Select(_criterion.Counts.WeightOf)));

    /// <summary>A run of rows that is to become a node; its parent, if it is a right child.</summary>
    private readonly record struct Branch(int Start, int Count, int Depth, int Parent);
}
