using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>
/// A binary tree of questions, whether a feature is at most a threshold, with predictions at its leaves.
/// </summary>
/// <remarks>
/// Immutable, equal by value: by all nodes and all names. Nothing
/// here calls itself, so a tree may be as deep as memory allows.
/// </remarks>
public abstract record DecisionTree : IModel
{
    private protected DecisionTree(IEnumerable<TreeNode> nodes, IEnumerable<string> featureNames)
    {
        FeatureNames = [.. Guard.NotNull(featureNames)];
        for (var j = 0; j < FeatureNames.Length; j++)
            Guard.NotNullAt(FeatureNames[j], nameof(featureNames), j);
        Nodes = TreeShape.Checked(nodes, FeatureNames.Length);
        Depth = TreeShape.DepthsOf(Nodes).Max();
        LeafCount = (Nodes.Length + 1) / 2;
    }

    /// <summary>The nodes in preorder; the first is the root.</summary>
    public ImmutableArray<TreeNode> Nodes { get; }

    /// <summary>The names of the features, one for each.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int FeatureCount => FeatureNames.Length;

    /// <summary>The number of leaves.</summary>
    public int LeafCount { get; }

    /// <summary>The most questions on the way to a leaf; 0 where the root is one.</summary>
    public int Depth { get; }

    /// <summary>How much of the decrease of impurity is due to each feature.</summary>
    /// <remarks>
    /// The sums of <see cref="TreeNode.ImpurityDecrease"/> over the questions for each feature, over their
    /// sum; all 0 where no split lowers the impurity. They favour features of many values, on which there are
    /// more splits to choose from (Breiman, Friedman, Olshen, Stone 1984, ch. 5; Strobl et al. 2007).
    /// </remarks>
    public Vector FeatureImportances
    {
        get
        {
            var sums = new double[FeatureCount];
            var total = 0.0;
            foreach (var node in Nodes.Where(node => !node.IsLeaf))
            {
                sums[node.Feature] += node.ImpurityDecrease;
                total += node.ImpurityDecrease;
            }

            return Vector.From(sums.Select(sum => total > 0 ? sum / total : 0));
        }
    }

    /// <summary>R(T), the mean impurity of the leaves by their sizes.</summary>
    public double LeafImpurity
    {
        get
        {
            var sum = 0.0;
            foreach (var node in Nodes.Where(node => node.IsLeaf))
                sum += node.Size / Nodes[0].Size * node.Impurity;
            return sum;
        }
    }

    /// <inheritdoc/>
    public Vector Predict(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        var predictions = new double[features.Rows];
        for (var i = 0; i < predictions.Length; i++)
            predictions[i] = Nodes[LeafOf(features, i)].Prediction;
        return Vector.Own(predictions);
    }

    /// <summary>The position among <see cref="Nodes"/> of the leaf that a row comes to.</summary>
    /// <exception cref="ArgumentException">The row is not as long as the tree has features.</exception>
    public int LeafOf(Vector row)
    {
        var entries = Checked(row).AsSpan();
        var node = 0;
        while (Nodes[node] is { IsLeaf: false } question)
            node = entries[question.Feature] <= question.Threshold ? question.Left : question.Right;
        return node;
    }

    /// <summary>The questions that a row is asked from the root on, with its answers.</summary>
    /// <exception cref="ArgumentException">The row is not as long as the tree has features.</exception>
    public ImmutableArray<TreeDecision> PathOf(Vector row)
    {
        Checked(row);
        var path = ImmutableArray.CreateBuilder<TreeDecision>();
        var node = 0;
        while (Nodes[node] is { IsLeaf: false } question)
        {
            var (feature, threshold) = (question.Feature, question.Threshold);
            var decision = new TreeDecision(node, feature, FeatureNames[feature], row[feature], threshold);
            path.Add(decision);
            node = decision.GoesLeft ? question.Left : question.Right;
        }

        return path.ToImmutable();
    }

    /// <summary>The subtrees of least cost for all strengths, from the whole tree to the root.</summary>
    /// <remarks>
    /// <para>The cost of a tree is <c>R(T) + α |T|</c>: its <see cref="LeafImpurity"/>, by the criterion that
    /// it was grown by, and α for each leaf. As α rises the tree of least cost loses its weakest links, one
    /// branch or several equally weak ones at a time (Breiman, Friedman, Olshen, Stone 1984, ch. 3).</para>
    /// <para>Laws: strengths rise from 0, the numbers of leaves fall, each tree is a subtree of the one
    /// before, and the last is the root alone. The first, of strength 0, is the tree without the branches
    /// that lower nothing. Links whose strengths differ by less than a 2⁻⁴⁰ part go together: rounding
    /// could not tell which is weaker.</para>
    /// </remarks>
    public ImmutableArray<PruningStep> PruningPath()
    {
        var strengths = WeakestLinks.StrengthsOf(Nodes);
        var weakest = Enumerable.Range(0, Nodes.Length).Where(i => !Nodes[i].IsLeaf)
            .OrderByDescending(i => strengths[i]).ToArray();
        var path = new List<PruningStep>();
        var decrease = 0.0;
        for (var k = 0; k < weakest.Length; k++)
        {
            if (k == 0 || strengths[weakest[k]] < strengths[weakest[k - 1]])
                path.Add(Step(strengths[weakest[k]], k));
            decrease += Nodes[weakest[k]].ImpurityDecrease;
        }

        if (path.Count == 0 || path[^1].Strength > 0)
            path.Add(Step(0, weakest.Length));
        path.Reverse();
        return [.. path];

        PruningStep Step(double strength, int splits) =>
            new(strength, splits + 1, Math.Max(0, Nodes[0].Impurity - decrease));
    }

    /// <summary>Whether both are trees of one kind with equal nodes and equal names of features.</summary>
    public virtual bool Equals(DecisionTree? other) =>
        other is not null && EqualityContract == other.EqualityContract
        && Nodes.SequenceEqual(other.Nodes) && FeatureNames.SequenceEqual(other.FeatureNames);

    /// <inheritdoc/>
    public override int GetHashCode() => Nodes.Aggregate(FeatureCount, HashCode.Combine);

    /// <summary>The size of the tree, and its first ten levels.</summary>
    public sealed override string ToString() => Guard.Text(
        $"{GetType().Name}: {LeafCount} leaves, depth {Depth}\n{ToText(10)}");

    /// <summary>The tree as an indented text, a node a line.</summary>
    /// <param name="maxDepth">How many questions deep, at least 0; what is below is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDepth"/> is negative.</exception>
    public string ToText(int maxDepth) => TreeText.Of(this, Guard.AtLeast(maxDepth, 0));

    /// <summary>What a leaf, or a node as if it were one, predicts.</summary>
    internal abstract string PredictionText(TreeNode node);

    /// <summary>The nodes of the smallest subtree of least cost.</summary>
    private protected ImmutableArray<TreeNode> PrunedNodes(double strength)
    {
        Guard.NonNegative(strength);
        var strengths = WeakestLinks.StrengthsOf(Nodes);
        return TreeShape.Cut(Nodes, i => strengths[i] > strength);
    }

    /// <summary>The leaf of a row of a matrix.</summary>
    private protected int LeafOf(Matrix features, int row)
    {
        var (store, stored) = (features.Store, features.StoredAt(row));
        var node = 0;
        while (Nodes[node] is { IsLeaf: false } question)
        {
            var value = store.Entry(stored, question.Feature);
            node = value <= question.Threshold ? question.Left : question.Right;
        }

        return node;
    }

    private Vector Checked(Vector row)
    {
        Guard.SameLength(row.Count, FeatureCount, "the model's list of features", nameof(row));
        return row;
    }
}
