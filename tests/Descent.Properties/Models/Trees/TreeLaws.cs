using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TreeGenerators)])]
public sealed class TreeLaws
{
    [Property]
    public void The_order_of_rows_changes_no_bit(TreeCase one, long seed) =>
        Assert.Equal(one.Tree, one.On(one.Data.Select(((Seed)seed).Permutation(one.Data.Count))));

    [Property]
    public void The_form_of_the_matrix_changes_no_bit(TreeCase one)
    {
        var sparse = one.Data.WithFeatures(one.Data.Features.ToSparse());
        Assert.Equal(one.Tree, one.On(sparse));
        Bits.Equal(one.Tree.Predict(one.Data.Features), one.Tree.Predict(sparse.Features));
    }

    [Property]
    public void A_whole_weight_is_the_row_so_many_times_bit_for_bit(TreeCase one)
    {
        var weights = one.Data.Weights.Map(Math.Ceiling);
        var weighted = new Dataset(one.Data.Features, one.Data.Targets, weights);
        var repeated = new Dataset(one.Data.Features, one.Data.Targets).Select(
            Enumerable.Range(0, one.Data.Count).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])));
        Assert.Equal(one.On(repeated), one.On(weighted));
    }

    [Property]
    public void A_row_of_weight_0_is_as_if_it_were_not_there(TreeCase one) =>
        Assert.Equal(
            one.Tree,
            one.On(one.Data.Select(Enumerable.Range(0, one.Data.Count).Where(i => one.Data.Weights[i] > 0))));

    [Property]
    public void A_constant_feature_changes_nothing(TreeCase one)
    {
        var wider = new Dataset(
            Matrix.From(
                one.Data.Count,
                one.Data.FeatureCount + 1,
                (i, j) => j == 0 ? 7 : one.Data.Features[i, j - 1]),
            one.Data.Targets,
            one.Data.Weights);
        Assert.Equal(
            one.Tree.Nodes,
            one.On(wider).Nodes.Select(
                node => node.IsLeaf ? node : node with { Feature = node.Feature - 1 }));
    }

    // Times 8 is exact, and plus 16 keeps the order of tenths; it is rounded by at most 2^-49, half a unit in
    // the last place of numbers below 32, for each value of a
    // threshold, their middle, and what it is compared with.
    [Property]
    public void A_scale_and_an_offset_of_a_feature_change_no_prediction(TreeCase one)
    {
        var scaled = one.Data.WithFeatures(
            Matrix.From(one.Data.Count, one.Data.FeatureCount, (i, j) => (8 * one.Data.Features[i, j]) + 16));
        var (tree, other) = (one.Tree, one.On(scaled));
        Assert.Equal(WithoutThresholds(tree), WithoutThresholds(other));
        Assert.Equal(LeavesOf(tree, one.Data), LeavesOf(other, scaled));
        foreach (var (node, moved) in tree.Nodes.Zip(other.Nodes).Where(pair => !pair.First.IsLeaf))
            Assert.InRange(moved.Threshold - ((8 * node.Threshold) + 16), -1e-14, 1e-14);
    }

    [Property]
    public void An_increasing_map_of_a_feature_parts_the_training_rows_alike(TreeCase one)
    {
        var bent = one.Data.WithFeatures(Matrix.From(
            one.Data.Count, one.Data.FeatureCount, (i, j) => Cubic(one.Data.Features[i, j])));
        Assert.Equal(WithoutThresholds(one.Tree), WithoutThresholds(one.On(bent)));
        Assert.Equal(LeavesOf(one.Tree, one.Data), LeavesOf(one.On(bent), bent));

        static double Cubic(double x) => (x * x * x) + x;
    }

    [Property]
    public void A_depth_limit_cuts_the_whole_tree_there(TreeCase one, SmallCount depth)
    {
        var whole = one.With().Tree;
        var depths = TreeShape.DepthsOf(whole.Nodes);
        Assert.Equal(
            TreeShape.Cut(whole.Nodes, i => depths[i] < depth),
            one.With(maxDepth: depth).Tree.Nodes.AsEnumerable());
    }

    [Property]
    public void A_tree_without_limits_predicts_rows_that_differ_in_a_feature_exactly(TreeCase one)
    {
        var distinct = one.Data.Select(
            Enumerable.Range(0, one.Data.Count).Where(i => one.Data.Weights[i] > 0)
                .DistinctBy(i => Vector.Create(one.Data.Features.Row(i))));
        Bits.Equal(distinct.Targets, one.With().On(distinct).Predict(distinct.Features));
    }

    // Each side of the sums is wrong by a few roundings of the root's impurity for each node.
    [Property]
    public void The_impurity_of_the_leaves_is_that_of_the_root_less_all_decreases(TreeCase one)
    {
        var tree = one.Tree;
        var rounding = Math.ScaleB(tree.Nodes[0].Impurity * tree.Nodes.Length, -48);
        var decreases = tree.Nodes.Aggregate(0.0, (sum, node) => sum + node.ImpurityDecrease);
        Assert.InRange(tree.LeafImpurity - (tree.Nodes[0].Impurity - decreases), -rounding, rounding);
        Assert.All(tree.Nodes, node => Assert.True(node.ImpurityDecrease >= 0));
        Assert.InRange(tree.FeatureImportances.Sum(), decreases > 0 ? 1 - 1e-15 : 0, 1 + 1e-15);
    }

    [Property]
    public void Every_node_keeps_to_the_settings(TreeCase one)
    {
        var tree = one.Tree;
        var (leaf, split, impurity, decrease) = one.Learner is CartClassifier c
            ? (c.MinLeafSize, c.MinSplitSize, c.MinImpurity, c.MinImpurityDecrease)
            : one.Learner is CartRegressor r
                ? (r.MinLeafSize, r.MinSplitSize, r.MinImpurity, r.MinImpurityDecrease)
                : throw new InvalidOperationException();
        foreach (var node in tree.Nodes.Where(node => !node.IsLeaf))
        {
            Assert.True(node.Size >= split && node.Impurity > impurity && node.ImpurityDecrease >= decrease);
            Assert.True(tree.Nodes[node.Left].Size >= leaf && tree.Nodes[node.Right].Size >= leaf);
            if (one.Learner is CartClassifier classes)
                Assert.True(node.ClassSizes.Max() / node.Size < classes.MaxClassShare);
        }
    }

    [Property]
    public void A_tree_of_its_nodes_and_names_is_the_same_tree(TreeCase one)
    {
        var tree = one.Tree;
        DecisionTree again = tree is ClassificationTree
            ? new ClassificationTree(tree.Nodes, tree.FeatureNames)
            : new RegressionTree(tree.Nodes, tree.FeatureNames);
        Assert.Equal(tree, again);
        Assert.Equal(tree.GetHashCode(), again.GetHashCode());
        Assert.Equal(tree.ToString(), again.ToString());
    }

    [Property]
    public void The_path_of_a_row_leads_to_its_leaf_and_the_leaf_predicts(TreeCase one)
    {
        var tree = one.Tree;
        for (var i = 0; i < one.Data.Count; i++)
        {
            var row = Vector.Create(one.Data.Features.Row(i));
            var node = 0;
            foreach (var decision in tree.PathOf(row))
            {
                Assert.Equal(node, decision.Node);
                node = decision.GoesLeft ? tree.Nodes[node].Left : tree.Nodes[node].Right;
            }

            Assert.Equal(node, tree.LeafOf(row));
            Bits.Equal(tree.Nodes[node].Prediction, tree.Predict(one.Data.Features)[i]);
            if (tree is ClassificationTree classes)
                Bits.Equal(tree.Nodes[node].ClassSizes / tree.Nodes[node].Size, classes.Probabilities(row));
        }
    }

    [Property]
    public void The_report_tells_how_large_the_tree_is(TreeCase one)
    {
        var report = Assert.IsType<TreeReport>(one.Learner.Fit(one.Data).Report);
        Assert.Equal(one.Tree.Nodes.Count(node => node.IsLeaf), report.LeafCount);
        Assert.Equal(TreeShape.DepthsOf(one.Tree.Nodes).Max(), report.Depth);
        Assert.True(report.Converged);
    }

    private static IEnumerable<TreeNode> WithoutThresholds(DecisionTree tree) =>
        tree.Nodes.Select(node => node with { Threshold = 0 });

    private static IEnumerable<int> LeavesOf(DecisionTree tree, Dataset data) =>
        Enumerable.Range(0, data.Count).Where(i => data.Weights[i] > 0)
            .Select(i => tree.LeafOf(Vector.Create(data.Features.Row(i))));
}
