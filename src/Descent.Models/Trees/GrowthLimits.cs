namespace Descent.Models;

/// <summary>Where a tree stops to grow.</summary>
internal readonly record struct GrowthLimits(
    int? MaxDepth,
    double MinLeafSize,
    double MinSplitSize,
    double MinImpurity,
    double MinImpurityDecrease,
    double MaxClassShare = 1)
{
    /// <summary>Whether a node is a leaf before any split is tried.</summary>
    public bool IsLeaf(NodeFacts node, int depth, RowCounts counts) =>
        node.Impurity <= MinImpurity
        || depth >= MaxDepth
        || counts.WeightOf(node.Units) < MinSplitSize
        || (node.ClassUnits.Length > 0 && (double)node.ClassUnits.Max() / node.Units >= MaxClassShare);
}
