namespace Descent.Models;

/// <summary>A decision tree that predicts a number, one for each leaf.</summary>
/// <remarks>
/// It is the mean of the targets in the leaf, or by absolute errors their median. <see cref="CartRegressor"/>
/// grows it.
/// </remarks>
public sealed record RegressionTree : DecisionTree
{
    /// <summary>The tree of these nodes.</summary>
    /// <remarks>Made of <see cref="DecisionTree.Nodes"/> and names it is the same tree again.</remarks>
    /// <param name="nodes">The nodes in preorder, at least one.</param>
    /// <param name="featureNames">The names of the features, one for each.</param>
    /// <exception cref="ArgumentNullException">An argument, a node or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// The nodes are no tree in preorder, one asks for a feature
    /// that is not there, or one has sizes of classes.
    /// </exception>
    public RegressionTree(IEnumerable<TreeNode> nodes, IEnumerable<string> featureNames)
        : base(nodes, featureNames)
    {
        for (var i = 0; i < Nodes.Length; i++)
        {
            if (Nodes[i].ClassSizes.Count > 0)
            {
                throw new ArgumentException(
                    Guard.Text($"nodes[{i}] has sizes of classes; make a ClassificationTree of it."),
                    nameof(nodes));
            }
        }
    }

    /// <summary>The smallest subtree whose cost <c>R(T) + α |T|</c> is least.</summary>
    /// <param name="strength">α, what a leaf costs, finite and at least 0; see <c>PruningPath</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="strength"/> is negative or not finite.
    /// </exception>
    public RegressionTree Pruned(double strength) => new(PrunedNodes(strength), FeatureNames);

    internal override string PredictionText(TreeNode node) => Guard.Text($"{node.Prediction:G6}");
}
