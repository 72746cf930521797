using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TreeGenerators)])]
public sealed class PruningLaws
{
    [Property]
    public void On_the_path_strengths_rise_from_0_leaves_fall_to_1_and_each_tree_is_part_of_the_one_before(
        TreeCase one)
    {
        var tree = one.With().Tree;
        var path = tree.PruningPath();
        Assert.Equal(0, path[0].Strength);
        Assert.Equal(1, path[^1].LeafCount);
        foreach (var (step, next) in path.Zip(path.Skip(1)))
        {
            Assert.True(step.Strength < next.Strength && step.LeafCount > next.LeafCount);
            Assert.True(step.Impurity <= next.Impurity);
            Assert.Equal(
                Pruned(tree, next.Strength), Pruned(Pruned(tree, step.Strength), next.Strength));
        }
    }

    [Property]
    public void The_tree_of_a_strength_is_that_of_the_last_step_up_to_it(TreeCase one, UnitReal share)
    {
        var tree = one.With().Tree;
        var path = tree.PruningPath();
        var strength = share * 2 * path[^1].Strength;
        var step = path.Last(step => step.Strength <= strength);

        Assert.Equal(Pruned(tree, step.Strength), Pruned(tree, strength));
        Assert.Equal(step.LeafCount, Pruned(tree, strength).LeafCount);
        var rounding = Math.ScaleB(tree.Nodes[0].Impurity * tree.Nodes.Length, -48);
        Assert.InRange(Pruned(tree, strength).LeafImpurity - step.Impurity, -rounding, rounding);
    }

    // All subtrees by recursion: some thousands for the trees drawn here. Costs are wrong by a few roundings
    // of each node's, and links of equal strength by 2^-40 of it, are taken for equal.
    [Property]
    public void A_pruned_tree_has_the_least_cost_of_all_subtrees_and_of_these_the_fewest_leaves(
        TreeCase one, UnitReal share)
    {
        var tree = one.With(maxDepth: 4).Tree;
        var path = tree.PruningPath();
        foreach (var strength in path.Select(step => step.Strength).Append(share * path[^1].Strength))
        {
            var subtrees = Subtrees(tree, 0)
                .Select(sub => (Cost: sub.Impurity + (strength * sub.Leaves), sub.Leaves))
                .ToArray();
            var least = subtrees.Min(sub => sub.Cost);
            var rounding = 1e-11 * tree.Nodes[0].Impurity;
            var pruned = Pruned(tree, strength);
            var cost = pruned.LeafImpurity + (strength * pruned.LeafCount);

            Assert.InRange(cost, least - rounding, least + rounding);
            Assert.True(pruned.LeafCount
                <= subtrees.Where(sub => sub.Cost <= least + (rounding * 1e-3)).Min(sub => sub.Leaves));
        }
    }

    // The algorithm of the book: again and again the node of least g goes, and all that have as little.
    [Property]
    public void The_path_is_that_of_the_weakest_link_again_and_again(TreeCase one)
    {
        var tree = Pruned(one.With().Tree, 0);
        var strengths = new List<double>();
        var rest = tree;
        while (rest.LeafCount > 1)
        {
            var weakest = Links(rest).Min();
            strengths.Add(weakest);
            rest = Cut(rest, weakest * (1 + 1e-11));
        }

        var path = tree.PruningPath().Skip(1).ToArray();
        Assert.Equal(strengths.Count, path.Length);
        Assert.All(path.Zip(strengths), pair => Near.Equal(pair.Second, pair.First.Strength, 1e-11));
    }

    [Property]
    public void A_learner_with_a_strength_prunes_what_it_grew(TreeCase one, UnitReal share)
    {
        var strength = share * one.With().Tree.PruningPath()[^1].Strength;
        if (strength == 0)
            return;

        var grown = one.With().Tree;
        ILearner learner = one.Learner is CartClassifier classes
            ? new CartClassifier(classes.Criterion, PruningStrength: strength, Classes: 3)
            : new CartRegressor(((CartRegressor)one.Learner).Criterion, PruningStrength: strength);
        Assert.Equal(Pruned(grown, strength), learner.Fit(one.Data).Model);
    }

    private static DecisionTree Pruned(DecisionTree tree, double strength) =>
        tree is ClassificationTree classes
        ? classes.Pruned(strength)
        : ((RegressionTree)tree).Pruned(strength);

    private static List<(double Impurity, int Leaves)> Subtrees(DecisionTree tree, int place)
    {
        var node = tree.Nodes[place];
        List<(double, int)> found = [(node.Size / tree.Nodes[0].Size * node.Impurity, 1)];
        if (!node.IsLeaf)
        {
            found.AddRange(
                from left in Subtrees(tree, node.Left)
                from right in Subtrees(tree, node.Right)
                select (left.Impurity + right.Impurity, left.Leaves + right.Leaves));
        }

        return found;
    }

    private static IEnumerable<double> Links(DecisionTree tree) =>
        Enumerable.Range(0, tree.Nodes.Length).Where(i => !tree.Nodes[i].IsLeaf).Select(i => Link(tree, i));

    /// <summary>The mean decrease of the splits of a branch, (R(t) − R(T_t)) / (|T_t| − 1).</summary>
    private static double Link(DecisionTree tree, int place)
    {
        var (sum, splits) = Branch(place);
        return sum / splits;

        (double Sum, int Splits) Branch(int i)
        {
            if (tree.Nodes[i].IsLeaf)
                return (0, 0);
            var (left, right) = (Branch(tree.Nodes[i].Left), Branch(tree.Nodes[i].Right));
            return (tree.Nodes[i].ImpurityDecrease + left.Sum + right.Sum, 1 + left.Splits + right.Splits);
        }
    }

    private static DecisionTree Cut(DecisionTree tree, double limit)
    {
        var nodes = TreeShape.Cut(tree.Nodes, i => Link(tree, i) > limit);
        return tree is ClassificationTree
            ? new ClassificationTree(nodes, tree.FeatureNames)
            : new RegressionTree(nodes, tree.FeatureNames);
    }
}
