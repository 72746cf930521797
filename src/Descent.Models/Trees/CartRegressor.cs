namespace Descent.Models;

/// <summary>
/// Grows a <see cref="RegressionTree"/>: of each node the split that leaves the least errors.
/// </summary>
/// <remarks>
/// <para>CART (Breiman, Friedman, Olshen, Stone 1984). A row whose feature is at most the threshold goes
/// left; the threshold is the middle of two neighbouring values in the node. The split taken has the least
/// mean impurity of the children by size: of equal ones that of the lowest feature number, then of the lowest
/// threshold. Splits are equal where their impurities differ by less than a 2⁻⁴⁰ part of the node's, which
/// rounding of targets like 0.1 could not tell.</para>
/// <para>A node of unequal targets is split even where no split gains anything: below it the targets may
/// part, as those of XOR do. So with the default settings rows that differ in a feature are all told apart.
/// What gained nothing in the end is taken out by <c>Pruned(0)</c>; a least decrease greater than 0 does not
/// take such a split at all.</para>
/// <para>Laws: the order of rows does not matter, not for a single bit, since sums are of whole numbers:
/// targets are counted in units of at most 2⁻⁵¹ of their range in the node. Nor does a scale or an offset of
/// a feature, nor a feature that is constant; the tree of a depth limit is the whole tree cut there; weight 2
/// is the row twice, bit for bit where weights are whole numbers or multiples of one power of two with a sum
/// of less than 2⁵¹ of it. Other weights are rounded to a 2⁻⁵⁰ part of their sum.</para>
/// <para>Time O(d N log N) to sort, then O(d N) a level; by absolute errors O(d N log N) a level. There are
/// as many levels as rows at worst, and by absolute errors of noise, which part off few rows at a time,
/// nearly so: limit the depth there. Impurities that are no double, as of targets around 10²⁰⁰, are given as
/// the greatest or the least positive one.</para>
/// </remarks>
/// <param name="Criterion">How far targets are from a prediction.</param>
/// <param name="MaxDepth">The most questions on the way to a leaf, at least 0; null for no limit.</param>
/// <param name="MinLeafSize">
/// The least sum of weights of a leaf; 0 for no limit, whatever the scale of the weights.
/// </param>
/// <param name="MinSplitSize">The least sum of weights of a node that is split; 0 for no limit.</param>
/// <param name="MinImpurity">
/// A node of at most this impurity is a leaf; 0 stops only at equal targets.
/// </param>
/// <param name="MinImpurityDecrease">
/// The least <see cref="TreeNode.ImpurityDecrease"/> of a split, weighted
/// by the node's part of all rows; 0 lets every split pass.
/// </param>
/// <param name="PruningStrength">
/// α of <see cref="RegressionTree.Pruned"/>; 0 leaves the tree as it has grown.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
public sealed record CartRegressor(
    RegressionCriterion Criterion = RegressionCriterion.SquaredError,
    int? MaxDepth = null,
    double MinLeafSize = 0,
    double MinSplitSize = 0,
    double MinImpurity = 0,
    double MinImpurityDecrease = 0,
    double PruningStrength = 0) : ILearner<RegressionTree>
{
    /// <summary>How far targets are from a prediction.</summary>
    public RegressionCriterion Criterion
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

    /// <summary>A node of at most this impurity is a leaf.</summary>
    public double MinImpurity { get; init => field = Guard.NonNegative(value, nameof(MinImpurity)); } =
        Guard.NonNegative(MinImpurity);

    /// <summary>The least decrease of impurity of a split, weighted by the node's part of all rows.</summary>
    public double MinImpurityDecrease
    {
        get;
        init => field = Guard.NonNegative(value, nameof(MinImpurityDecrease));
    } = Guard.NonNegative(MinImpurityDecrease);

    /// <summary>What a leaf costs when the tree is pruned; 0 leaves it as it has grown.</summary>
    public double PruningStrength
    {
        get;
        init => field = Guard.NonNegative(value, nameof(PruningStrength));
    } = Guard.NonNegative(PruningStrength);

    /// <inheritdoc/>
    public IFit<RegressionTree> Fit(Dataset data)
    {
        var counts = RowCounts.From(Guard.NotNull(data));
        double[] targets = [.. data.Targets];
        Criterion criterion = Criterion == RegressionCriterion.SquaredError
            ? new SquaredErrors(targets, counts)
            : new AbsoluteErrors(targets, counts);
        var limits = new GrowthLimits(MaxDepth, MinLeafSize, MinSplitSize, MinImpurity, MinImpurityDecrease);
        var tree = new RegressionTree(TreeGrowth.Grow(data.Features, criterion, limits), data.FeatureNames);
        if (PruningStrength > 0)
            tree = tree.Pruned(PruningStrength);
        return new Fit<RegressionTree>(
            tree, new TreeReport($"regression tree by {Criterion}", tree.LeafCount, tree.Depth));
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() => LearnerText.Of(
        nameof(CartRegressor),
        Criterion,
        LearnerText.Unless(null, MaxDepth, "depth"),
        LearnerText.Unless(0, MinLeafSize, "leaf size"),
        LearnerText.Unless(0, MinSplitSize, "split size"),
        LearnerText.Unless(0, MinImpurity, "impurity"),
        LearnerText.Unless(0, MinImpurityDecrease, "decrease"),
        LearnerText.Unless(0, PruningStrength, "pruned by"));
}
