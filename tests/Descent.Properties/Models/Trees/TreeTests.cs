using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Answers that are known, and edges.</summary>
public sealed class TreeTests
{
    private static readonly Dataset Xor = new(Matrix.FromRows([0, 0], [0, 1], [1, 0], [1, 1]), [0, 1, 1, 0]);

    public static TheoryData<ILearner> Learners => new(
        Enum.GetValues<ClassificationCriterion>().Select(ILearner (c) => new CartClassifier(c))
            .Concat(Enum.GetValues<RegressionCriterion>().Select(r => new CartRegressor(r))));

    [Theory]
    [MemberData(nameof(Learners))]
    public void Xor_is_learned_through_a_split_that_gains_nothing(ILearner learner)
    {
        var tree = (DecisionTree)learner.Fit(Xor).Model;

        Bits.Equal(Xor.Targets, tree.Predict(Xor.Features));
        var root = tree.Nodes[0];
        Assert.Equal((0, 0.5, 0.0), (root.Feature, root.Threshold, root.ImpurityDecrease));
        Assert.Equal(4, tree.LeafCount);
        Assert.Equal([0, 1], tree.FeatureImportances);
    }

    [Fact]
    public void Who_asks_for_a_decrease_gets_no_split_that_gains_nothing()
    {
        Assert.Equal(1, new CartClassifier(MinImpurityDecrease: 1e-9).Fit(Xor).Model.LeafCount);
        Assert.Equal(1, new CartRegressor(MinImpurityDecrease: 1e-9).Fit(Xor).Model.LeafCount);
    }

    // The last rows differ in nothing but their class, so what is asked about the others tells no more.
    [Fact]
    public void A_strength_of_0_prunes_what_lowers_nothing()
    {
        var data = new Dataset(
            Matrix.FromRows([1], [1], [2], [2], [9]), [0, 1, 0, 1, 1]);
        var tree = new CartClassifier().Fit(data).Model;

        Assert.Equal(3, tree.LeafCount);
        Assert.Equal(2, tree.Pruned(0).LeafCount);
        Assert.Equal(tree.LeafImpurity, tree.Pruned(0).LeafImpurity);
        Assert.Equal(
            [(0.0, 2), (tree.Nodes[0].ImpurityDecrease, 1)],
            tree.PruningPath().Select(step => (step.Strength, step.LeafCount)));
    }

    [Fact]
    public void A_tree_of_three_irises_is_printed_with_the_names_of_its_features()
    {
        var data = new Dataset(
            Matrix.FromRows([1.4, 0.2], [4.7, 1.4], [6, 2.5]), [0, 1, 2], [2, 1, 1], ["length", "width"]);
        var tree = new CartClassifier().Fit(data).Model;

        Assert.Equal(
            """
            ClassificationTree: 3 leaves, depth 2
            length <= 3.05? size 4, impurity 0.625
            yes: class 0 of [2, 0, 0], size 2, impurity 0
            no:  length <= 5.35? size 2, impurity 0.5
              yes: class 1 of [0, 1, 0], size 1, impurity 0
              no:  class 2 of [0, 0, 1], size 1, impurity 0
            """,
            tree.ToString());
        Assert.Equal("class 0 of [2, 1, 1], size 4, impurity 0.625, more below", tree.ToText(0));
        Assert.Equal(
            ["length = 5 > 3.05", "length = 5 <= 5.35"], tree.PathOf([5, 0]).Select(step => step.ToString()));
        Assert.Equal(
            "classification tree by Gini: 3 leaves, depth 2", $"{new CartClassifier().Fit(data).Report}");
    }

    [Theory]
    [InlineData(1, 2, 1.5)]
    [InlineData(1e308, 1.5e308, 1.25e308)]
    [InlineData(-1.7976931348623157e308, 1.7976931348623157e308, 0)]
    [InlineData(1, 1.0000000000000002, 1)]
    [InlineData(1.0000000000000002, 1.0000000000000004, 1.0000000000000002)]
    [InlineData(0, 5e-324, 0)]
    [InlineData(-5e-324, 0, -5e-324)]
    public void A_threshold_parts_its_two_neighbours(double low, double high, double threshold)
    {
        var data = new Dataset(Matrix.FromRows([high], [low]), [1, 0]);
        var tree = new CartClassifier().Fit(data).Model;

        Assert.Equal(threshold, tree.Nodes[0].Threshold);
        Assert.Equal([1, 0], tree.Predict(data.Features));
    }

    // Variances of these overflow, or are less than any double; the splits are those of 0 and 1 all the same.
    [Theory]
    [InlineData(1e200, 1e290)]
    [InlineData(-1.7976931348623157e308, 1.7976931348623157e308)]
    [InlineData(0, 5e-324)]
    [InlineData(1e-200, 3e-200)]
    [InlineData(1, 1.0000000000000002)]
    public void Targets_of_any_size_are_told_apart(double low, double high)
    {
        var data = new Dataset(Matrix.FromRows([0], [1], [2], [3]), [low, low, high, high]);
        foreach (var criterion in Enum.GetValues<RegressionCriterion>())
        {
            var tree = new CartRegressor(criterion).Fit(data).Model;
            Assert.Equal(1.5, tree.Nodes[0].Threshold);
            Assert.InRange(tree.Nodes[0].Prediction, low, high);
            Bits.Equal(data.Targets, tree.Predict(data.Features));
        }
    }

    [Fact]
    public void The_median_of_an_even_number_of_targets_is_the_mean_of_the_two_in_the_middle()
    {
        var data = new Dataset(Matrix.FromRows([0], [1], [2], [3]), [8, 1, 2, 4]);
        var root = new CartRegressor(RegressionCriterion.AbsoluteError, MaxDepth: 0).Fit(data).Model.Nodes[0];

        Assert.Equal((3, 9 / 4.0), (root.Prediction, root.Impurity));
    }

    // Decimals that are no doubles: gains of equal splits come out different in the last bits.
    [Fact]
    public void Splits_that_differ_by_the_rounding_of_decimals_alone_are_equal()
    {
        var targets = Vector.Of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        var data = new Dataset(Matrix.From(7, 2, (i, j) => j == 0 ? -i : i), targets);
        foreach (var criterion in Enum.GetValues<RegressionCriterion>())
        {
            var root = new CartRegressor(criterion).Fit(data).Model.Nodes[0];
            Assert.Equal((0, -3.5), (root.Feature, root.Threshold));
        }
    }

    // Sums of squares of so many rows fit no 64 bits, and their products no 128.
    [Property]
    public void Equal_splits_are_found_equal_however_large_the_weights(PositiveReal size)
    {
        var weight = Math.Round(Math.ScaleB(size, 36));
        var data = new Dataset(
            Matrix.FromRows([0, 1], [1, 0], [1, 1], [0, 0]), [0, 1, 1, 0], [weight, weight, weight, weight]);
        var mirrored = data.WithFeatures(Matrix.From(4, 2, (i, j) => data.Features[i, 1 - j]));

        Assert.Equal(0, new CartClassifier(MaxDepth: 1).Fit(data).Model.Nodes[0].Feature);
        Assert.Equal(1, new CartClassifier(MaxDepth: 1).Fit(mirrored).Model.Nodes[0].Feature);
        foreach (var criterion in Enum.GetValues<ClassificationCriterion>())
        {
            var xor = new Dataset(Xor.Features, Xor.Targets, [weight, weight, weight, weight]);
            var root = new CartClassifier(criterion).Fit(xor).Model.Nodes[0];
            Assert.Equal((0, 0.0), (root.Feature, root.ImpurityDecrease));
        }
    }

    [Fact]
    public void A_tree_as_deep_as_its_rows_are_many_is_grown_pruned_and_printed()
    {
        const int count = 2000;
        var data = new Dataset(Matrix.From(count, 1, (i, _) => i), Vector.From(
            Enumerable.Range(0, count).Select(i => (double)(i % 2))));
        var tree = new CartClassifier(MinLeafSize: 1).Fit(data).Model;

        Bits.Equal(data.Targets, tree.Predict(data.Features));
        Assert.Equal(1, tree.Pruned(1).LeafCount);
        Assert.Equal(count, tree.LeafCount);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_questions_is_no_trouble()
    {
        const int depth = 100_000;
        var tree = Chain(depth);

        Assert.Equal(depth, tree.Depth);
        Assert.Equal(depth + 1, tree.LeafCount);
        Assert.Equal(depth, tree.Predict([depth]));
        Assert.Equal(depth, tree.PathOf([depth]).Length);
        Assert.Equal(depth * 2, tree.LeafOf([depth]));
        Assert.Equal(tree, Chain(depth));
        Assert.Equal(tree.GetHashCode(), Chain(depth).GetHashCode());
        Assert.Equal(20 + 2, tree.ToString().Split('\n').Length);
        Assert.Equal(depth + 1, tree.PruningPath().Length);
        Assert.Equal(11, tree.Pruned(depth - 10).LeafCount);
        Assert.Equal(1, tree.Pruned(depth).LeafCount);
    }

    [Fact]
    public void What_is_no_tree_in_preorder_is_refused()
    {
        var leaf = TreeNode.Leaf(1, 0, 0);
        var question = new TreeNode(0, 0.5, 1, 2, 2, 1, 1, 0, []);
        Assert.Equal(2, new RegressionTree([question, leaf, leaf], ["x"]).LeafCount);

        Refused();
        Refused(question);
        Refused(question, leaf);
        Refused(leaf, leaf);
        Refused(question, leaf, leaf, leaf);
        Refused(question with { Left = 2 }, leaf, leaf);
        Refused(question with { Right = 1 }, leaf, leaf);
        Refused(question with { Right = 3 }, leaf, leaf);
        Refused(question with { Feature = 1 }, leaf, leaf);
        Refused(question, leaf with { Threshold = 1 }, leaf);
        Refused(question, leaf with { ImpurityDecrease = 1 }, leaf);
        Refused(leaf with { ClassSizes = [1, 0] });

        void Refused(params TreeNode[] nodes)
        {
            var refusal = Assert.Throws<ArgumentException>(() => new RegressionTree(nodes, ["x"]));
            Assert.Equal("nodes", refusal.ParamName);
        }
    }

    [Fact]
    public void Sizes_of_classes_that_do_not_fit_are_refused()
    {
        Assert.Equal(2, new ClassificationTree([TreeNode.Leaf(3, 0, 0, [2, 1])], []).ClassCount);

        Refused(TreeNode.Leaf(3, 0, 0));
        Refused(TreeNode.Leaf(3, 0, 0, [3]));
        Refused(TreeNode.Leaf(3, 0, 1, [2, 1]));
        Refused(TreeNode.Leaf(3, 0, 1, [1.5, 1.5]));
        Refused(TreeNode.Leaf(3, 0, 0, [2, 2]));
        Refused(TreeNode.Leaf(3, 0, 0, [4, -1]));

        void Refused(TreeNode node) =>
            Assert.Throws<ArgumentException>(() => new ClassificationTree([node], []));
    }

    [Fact]
    public void Classes_are_those_asked_for_and_targets_must_be_among_them()
    {
        Assert.Equal(2, new CartClassifier().Fit(Xor).Model.ClassCount);
        Assert.Equal(5, new CartClassifier(Classes: 5).Fit(Xor).Model.ClassCount);
        Assert.Throws<ArgumentException>(() =>
            new CartClassifier(Classes: 2).Fit(new(Xor.Features, [0, 1, 2, 0])));
        Assert.Throws<ArgumentException>(() => new CartClassifier().Fit(new(Xor.Features, [0, 1, 0.5, 0])));
    }

    [Fact]
    public void Settings_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartClassifier(MaxDepth: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartClassifier(Classes: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartClassifier(MaxClassShare: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartClassifier((ClassificationCriterion)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartRegressor() with { MinLeafSize = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartRegressor((RegressionCriterion)9));
        Assert.Throws<ArgumentException>(() => new CartClassifier().Fit(Xor).Model.Predict([1]));
    }

    // Question i asks whether x is at most i, and is worth depth − i: the last is the weakest link.
    private static RegressionTree Chain(int depth)
    {
        var nodes = new List<TreeNode>();
        for (var i = 0; i < depth; i++)
        {
            nodes.Add(new(0, i, (2 * i) + 1, (2 * i) + 2, 1, 1, depth - i, i, []));
            nodes.Add(TreeNode.Leaf(1, 1, i));
        }

        nodes.Add(TreeNode.Leaf(1, 1, depth));
        return new(nodes, ["x"]);
    }
}
