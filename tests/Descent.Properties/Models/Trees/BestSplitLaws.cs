using System.Numerics;
using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Every split, and every prediction, against all others, by formulas of another shape.</summary>
[Properties(Arbitrary = [typeof(TreeGenerators)])]
public sealed class BestSplitLaws
{
    // By exact fractions: with whole weights and whole targets nothing is rounded, so ties are ties.
    [Property]
    public void Of_all_splits_the_best_is_taken_and_of_equal_ones_the_lowest_feature_and_threshold(
        TreeCase one)
    {
        var data = new Dataset(
            one.Data.Features, one.Data.Targets.Map(Math.Round), one.Data.Weights.Map(Math.Ceiling));
        if (one.Learner is CartClassifier { Criterion: ClassificationCriterion.Entropy })
            return;

        var tree = one.With().On(data);
        ForEachSplit(tree, data, (node, rows) =>
        {
            var best = Splits(data, rows)
                .Select(split => (
                    split.Feature, split.Threshold, Goodness: Goodness(one.Learner, data, split)))
                .Aggregate((first, next) => Compare(next.Goodness, first.Goodness) > 0 ? next : first);
            Assert.Equal((best.Feature, best.Threshold), (node.Feature, node.Threshold));
        });
    }

    // What is computed here is wrong by some roundings of the node's impurity, and the choice may be worse by
    // its margin of 2^-40 of it, or of a bit: 1e-12 is more than both.
    [Property]
    public void No_split_is_better_than_the_one_taken_by_more_than_the_margin(TreeCase one)
    {
        var tree = one.With().Tree;
        ForEachSplit(tree, one.Data, (node, rows) =>
        {
            var taken = Splits(one.Data, rows)
                .First(split => split.Feature == node.Feature && split.Threshold == node.Threshold);
            var margin = 1e-12 * Math.Max(node.Impurity, one.Learner is CartClassifier ? 1 : 0);
            var least = Below(taken) - margin;
            Assert.All(Splits(one.Data, rows), other => Assert.True(Below(other) >= least));
            Assert.InRange(
                node.Impurity - Below(taken),
                (node.ImpurityDecrease * tree.Nodes[0].Size / node.Size) - margin,
                (node.ImpurityDecrease * tree.Nodes[0].Size / node.Size) + margin);
        });

        double Below(Candidate split) =>
            ((SizeOf(one.Data, split.Left) * Impurity(one.Learner, one.Data, split.Left))
                + (SizeOf(one.Data, split.Right) * Impurity(one.Learner, one.Data, split.Right)))
            / (SizeOf(one.Data, split.Left) + SizeOf(one.Data, split.Right));
    }

    // The least mean error is a few roundings of the errors, which are no greater than 20.
    [Property]
    public void No_constant_has_less_error_than_the_prediction_of_a_node(TreeCase one)
    {
        var tree = one.With().Tree;
        var isSquared = one.Learner is CartRegressor { Criterion: RegressionCriterion.SquaredError };
        ForEachNode(tree, one.Data, (node, rows) =>
        {
            var here = Error(node.Prediction);
            foreach (var target in rows.Select(i => one.Data.Targets[i]))
            {
                foreach (var other in new[] { target, Midpoint.Of(target, node.Prediction), target + 0.001 })
                    Assert.True(Error(other) >= here - 1e-13);
            }

            if (one.Learner is CartRegressor)
                Assert.InRange(node.Impurity, here - 1e-13, here + 1e-13);

            double Error(double constant) => rows.Aggregate(0.0, (sum, i) => sum
                + (one.Data.Weights[i] * Loss(one.Data.Targets[i] - constant))) / SizeOf(one.Data, rows);
        });

        double Loss(double difference) => one.Learner is CartClassifier
            ? difference == 0 ? 0 : 1
            : isSquared ? difference * difference : Math.Abs(difference);
    }

    private sealed record Candidate(int Feature, double Threshold, int[] Left, int[] Right);

    private static IEnumerable<Candidate> Splits(Dataset data, int[] rows) =>
        from feature in Enumerable.Range(0, data.FeatureCount)
        let values = rows.Select(i => data.Features[i, feature]).Distinct().Order().ToArray()
        from pair in values.Zip(values.Skip(1))
        let isLeft = rows.ToLookup(i => data.Features[i, feature] <= pair.First)
        select new Candidate(
            feature, (pair.First + pair.Second) / 2, [.. isLeft[true]], [.. isLeft[false]]);

    private static void ForEachSplit(DecisionTree tree, Dataset data, Action<TreeNode, int[]> check) =>
        ForEachNode(tree, data, (node, rows) =>
        {
            if (!node.IsLeaf)
                check(node, rows);
        });

    private static void ForEachNode(DecisionTree tree, Dataset data, Action<TreeNode, int[]> check)
    {
        var rows = new int[tree.Nodes.Length][];
        rows[0] = [.. Enumerable.Range(0, data.Count).Where(i => data.Weights[i] > 0)];
        for (var k = 0; k < rows.Length; k++)
        {
            var node = tree.Nodes[k];
            check(node, rows[k]);
            if (node.IsLeaf)
                continue;
            rows[node.Left] = [.. rows[k].Where(i => data.Features[i, node.Feature] <= node.Threshold)];
            rows[node.Right] = [.. rows[k].Except(rows[node.Left])];
        }
    }

    private static double SizeOf(Dataset data, int[] rows) =>
        rows.Aggregate(0.0, (sum, i) => sum + data.Weights[i]);

    /// <summary>What is to be greatest, as a fraction of whole numbers.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) Goodness(
        ILearner learner, Dataset data, Candidate split)
    {
        var (left, right) = (Sums(split.Left), Sums(split.Right));
        return learner switch
        {
            CartClassifier { Criterion: ClassificationCriterion.ClassificationError } =>
                (left.Classes.Max() + right.Classes.Max(), 1),
            CartClassifier => (
                (Squares(left.Classes) * right.Size) + (Squares(right.Classes) * left.Size),
                left.Size * right.Size),
            CartRegressor { Criterion: RegressionCriterion.SquaredError } => (
                (left.Sum * left.Sum * right.Size) + (right.Sum * right.Sum * left.Size),
                left.Size * right.Size),
            _ => (-Absolute(split.Left) - Absolute(split.Right), 1),
        };

        (BigInteger Size, BigInteger Sum, BigInteger[] Classes) Sums(int[] rows) => (
            rows.Aggregate(BigInteger.Zero, (sum, i) => sum + (int)data.Weights[i]),
            rows.Aggregate(BigInteger.Zero, (sum, i) => sum + (int)(data.Weights[i] * data.Targets[i])),
            [.. Enumerable.Range(0, 3).Select(k => rows.Where(i => data.Targets[i] == k)
                .Aggregate(BigInteger.Zero, (sum, i) => sum + (int)data.Weights[i]))]);

        // The least over all targets: one of them is a median.
        BigInteger Absolute(int[] rows) => rows.Select(k => rows.Aggregate(BigInteger.Zero, (sum, i) =>
            sum + (int)(data.Weights[i] * Math.Abs(data.Targets[i] - data.Targets[k])))).Min();

        static BigInteger Squares(BigInteger[] sizes) =>
            sizes.Aggregate(BigInteger.Zero, (sum, size) => sum + (size * size));
    }

    private static int Compare(
        (BigInteger Numerator, BigInteger Denominator) one,
        (BigInteger Numerator, BigInteger Denominator) other) =>
        (one.Numerator * other.Denominator).CompareTo(other.Numerator * one.Denominator);

    private static double Impurity(ILearner learner, Dataset data, int[] rows)
    {
        var size = SizeOf(data, rows);
        if (learner is CartRegressor { Criterion: var kind })
        {
            return kind == RegressionCriterion.AbsoluteError
                ? rows.Select(k => Mean(i => Math.Abs(data.Targets[i] - data.Targets[k]))).Min()
                : Variance(Mean(k => data.Targets[k]));
        }

        var shares = Enumerable.Range(0, 3).Select(k => Mean(i => data.Targets[i] == k ? 1 : 0)).ToArray();
        return ((CartClassifier)learner).Criterion switch
        {
            ClassificationCriterion.Gini => shares.Aggregate(0.0, (sum, p) => sum + (p * (1 - p))),
            ClassificationCriterion.Entropy =>
                shares.Aggregate(0.0, (sum, p) => sum - (p == 0 ? 0 : p * Math.Log2(p))),
            _ => 1 - shares.Max(),
        };

        double Variance(double mean) => Mean(i => (data.Targets[i] - mean) * (data.Targets[i] - mean));
        double Mean(Func<int, double> value) =>
            rows.Aggregate(0.0, (sum, i) => sum + (data.Weights[i] * value(i))) / size;
    }
}
