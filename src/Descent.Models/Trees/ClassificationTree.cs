namespace Descent.Models;

/// <summary>A decision tree that tells classes apart.</summary>
/// <remarks>
/// A row gets the class that most of the training rows in its leaf have, by their weights, and of equal ones
/// the lowest number; their shares are its probabilities and its
/// discriminants. <see cref="CartClassifier"/> grows it.
/// </remarks>
public sealed record ClassificationTree : DecisionTree, IProbabilisticClassifier
{
    // What sums of sizes in another order may differ by.
    private const double Rounding = 1.0 / (1L << 40);

    /// <summary>The tree of these nodes.</summary>
    /// <remarks>Made of <see cref="DecisionTree.Nodes"/> and names it is the same tree again.</remarks>
    /// <param name="nodes">The nodes in preorder, at least one.</param>
    /// <param name="featureNames">The names of the features, one for each.</param>
    /// <exception cref="ArgumentNullException">An argument, a node or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// The nodes are no tree in preorder, one asks for a feature that is not there, or the sizes of classes
    /// are not of the same two or more classes in all nodes, or do not fit the prediction.
    /// </exception>
    public ClassificationTree(IEnumerable<TreeNode> nodes, IEnumerable<string> featureNames)
        : base(nodes, featureNames)
    {
        for (var i = 0; i < Nodes.Length; i++)
            CheckClasses(i, nameof(nodes));
    }

    /// <inheritdoc/>
    public int ClassCount => Nodes[0].ClassSizes.Count;

    /// <summary>The shares of the classes in the leaf of each row.</summary>
    public Matrix Discriminants(Matrix features) => Probabilities(features);

    /// <inheritdoc/>
    public Matrix Probabilities(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        return Matrix.Fill(features.Rows, ClassCount, (i, shares) =>
        {
            var leaf = Nodes[LeafOf(features, i)];
            for (var k = 0; k < shares.Length; k++)
                shares[k] = leaf.ClassSizes[k] / leaf.Size;
        });
    }

    /// <summary>The smallest subtree whose cost <c>R(T) + α |T|</c> is least.</summary>
    /// <param name="strength">α, what a leaf costs, finite and at least 0; see <c>PruningPath</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="strength"/> is negative or not finite.
    /// </exception>
    public ClassificationTree Pruned(double strength) => new(PrunedNodes(strength), FeatureNames);

    internal override string PredictionText(TreeNode node) =>
        Guard.Text($"class {node.Prediction} of {node.ClassSizes:G6}");

    private void CheckClasses(int i, string name)
    {
        var sizes = Nodes[i].ClassSizes;
        if (sizes.Count < 2 || sizes.Count != ClassCount || !sizes.IsFinite || sizes.Min() < 0
            || Math.Abs(sizes.Sum() - Nodes[i].Size) > Nodes[i].Size * Rounding)
        {
            throw new ArgumentException(
                Guard.Text($"{name}[{i}] has the class sizes {sizes} and the size {Nodes[i].Size}; pass ")
                + "the part of each class, 0 or greater, and the same 2 or more classes in all nodes.",
                name);
        }

        var best = Discriminant.Best(sizes.AsSpan());
        if (Nodes[i].Prediction != best)
        {
            throw new ArgumentException(
                Guard.Text($"{name}[{i}] predicts {Nodes[i].Prediction}, but its largest class is {best}; ")
                + "predict the largest class, and of equal ones the lowest.",
                name);
        }
    }
}
