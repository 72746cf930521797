namespace Descent.Models;

/// <summary>
/// Grows a <see cref="ClassificationTree"/>: of each node the split that leaves it least mixed.
/// </summary>
/// <remarks>
/// <para>CART (Breiman, Friedman, Olshen, Stone 1984). A row whose feature is at most the threshold goes
/// left; the threshold is the middle of two neighbouring values in the node. The split taken has the least
/// mean impurity of the children by size: of equal ones that of the lowest feature number, then of the lowest
/// threshold. By <see cref="ClassificationCriterion.Gini"/> and
/// <see cref="ClassificationCriterion.ClassificationError"/> equal is exact; entropies are equal where they
/// differ by less than 2⁻⁴⁰ bits, which rounding could not tell.</para>
/// <para>A mixed node is split even where no split gains anything: the root of XOR is such a node, and below
/// it the classes part. So with the default settings rows that differ in a feature are all told apart. What
/// gained nothing in the end is taken out by <c>Pruned(0)</c>; a least decrease greater than 0 does not take
/// such a split at all.</para>
/// <para>Laws: the order of rows does not matter, nor a scale or an offset of a feature, nor a feature that
/// is constant; the tree of a depth limit is the whole tree cut there; weight 2 is the row twice, bit for bit
/// where weights are whole numbers or multiples of one power of two with a sum of less than 2⁵¹ of it. Other
/// weights are rounded to a 2⁻⁵⁰ part of their sum.</para>
/// <para>Time O(d N log N) to sort, then O(d N) a level, of which there are as many as rows at worst; by
/// classification error, which many splits do not lower, nearly so on noise: limit the depth there. Few rows
/// in each leaf make a tree that knows its data by heart (Hastie, Tibshirani, Friedman 2009, ch. 9.2).</para>
/// </remarks>
/// <param name="Criterion">How mixed a node is.</param>
/// <param name="MaxDepth">The most questions on the way to a leaf, at least 0; null for no limit.</param>
/// <param name="MinLeafSize">
/// The least sum of weights of a leaf; 0 for no limit, whatever the scale of the weights.
/// </param>
/// <param name="MinSplitSize">The least sum of weights of a node that is split; 0 for no limit.</param>
/// <param name="MinImpurity">
/// A node that is at most so mixed is a leaf; 0 stops only at a single class.
/// </param>
/// <param name="MinImpurityDecrease">
/// The least <see cref="TreeNode.ImpurityDecrease"/> of a split, weighted
/// by the node's part of all rows; 0 lets every split pass.
/// </param>
/// <param name="MaxClassShare">
/// A node is a leaf where a class has at least this share, greater
/// than 0 and at most 1; 1 stops only at a single class.
/// </param>
/// <param name="PruningStrength">
/// α of <see cref="ClassificationTree.Pruned"/>; 0 leaves the tree as it has grown.
/// </param>
/// <param name="Classes">The number of classes, at least 2; null for the greatest target plus 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
public sealed record CartClassifier(
    ClassificationCriterion Criterion = ClassificationCriterion.Gini,
    int? MaxDepth = null,
    double MinLeafSize = 0,
    double MinSplitSize = 0,
    double MinImpurity = 0,
    double MinImpurityDecrease = 0,
    double MaxClassShare = 1,
    double PruningStrength = 0,
    int? Classes = null) : ILearner<ClassificationTree>
{
    /// <summary>How mixed a node is.</summary>
    public ClassificationCriterion Criterion
    {
        get;
        init => field = Guard.Defined(value, nameof(Criterion));
    } = Guard.Defined(Criterion);

    /// <summary>The most questions on the way to a leaf; null for no limit.</summary>
    public int? MaxDepth { get; init => field = ModelGuard.AtLeast(value, 0, nameof(MaxDepth)); } =
        ModelGuard.AtLeast(MaxDepth, 0);

    /// <summary>The least sum of weights of a leaf.</summary>
    public double MinLeafSize { get; init => field = Guard.NonNegative(value, nameof(MinLeafSize)); } =
        Guard.NonNegative(MinLeafSize);

    /// <summary>The least sum of weights of a node that is split.</summary>
    public double MinSplitSize { get; init => field = Guard.NonNegative(value, nameof(MinSplitSize)); } =
        Guard.NonNegative(MinSplitSize);

    /// <summary>A node that is at most so mixed is a leaf.</summary>
    public double MinImpurity { get; init => field = Guard.NonNegative(value, nameof(MinImpurity)); } =
        Guard.NonNegative(MinImpurity);

    /// <summary>The least decrease of impurity of a split, weighted by the node's part of all rows.</summary>
    public double MinImpurityDecrease
    {
        get;
        init => field = Guard.NonNegative(value, nameof(MinImpurityDecrease));
    } = Guard.NonNegative(MinImpurityDecrease);

    /// <summary>A node is a leaf where a class has at least this share.</summary>
    public double MaxClassShare
    {
        get;
        init => field = Guard.PositiveUpTo(value, 1, nameof(MaxClassShare));
    } = Guard.PositiveUpTo(MaxClassShare, 1);

    /// <summary>What a leaf costs when the tree is pruned; 0 leaves it as it has grown.</summary>
    public double PruningStrength
    {
        get;
        init => field = Guard.NonNegative(value, nameof(PruningStrength));
    } = Guard.NonNegative(PruningStrength);

    /// <summary>The number of classes; null for the greatest target plus 1.</summary>
    public int? Classes { get; init => field = ModelGuard.AtLeast(value, 2, nameof(Classes)); } =
        ModelGuard.AtLeast(Classes, 2);

    /// <inheritdoc/>
    public IFit<ClassificationTree> Fit(Dataset data)
    {
        var classes = ModelGuard.ClassCount(data, Classes);
        var targets = data.Targets.Select(target => (int)target).ToArray();
        var limits = new GrowthLimits(
            MaxDepth, MinLeafSize, MinSplitSize, MinImpurity, MinImpurityDecrease, MaxClassShare);
        var counts = new ClassCounts(Criterion, targets, classes, RowCounts.From(data));
        var tree = new ClassificationTree(TreeGrowth.Grow(data.Features, counts, limits), data.FeatureNames);
        if (PruningStrength > 0)
            tree = tree.Pruned(PruningStrength);
        return new Fit<ClassificationTree>(
            tree, new TreeReport($"classification tree by {Criterion}", tree.LeafCount, tree.Depth));
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() => LearnerText.Of(
        nameof(CartClassifier),
        Criterion,
        LearnerText.Unless(null, MaxDepth, "depth"),
        LearnerText.Unless(0, MinLeafSize, "leaf size"),
        LearnerText.Unless(0, MinSplitSize, "split size"),
        LearnerText.Unless(0, MinImpurity, "impurity"),
        LearnerText.Unless(0, MinImpurityDecrease, "decrease"),
        LearnerText.Unless(1, MaxClassShare, "share"),
        LearnerText.Unless(0, PruningStrength, "pruned by"));
}
