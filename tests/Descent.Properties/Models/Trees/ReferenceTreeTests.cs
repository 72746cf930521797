using System.Text.Json;
using Descent.Models;
using Xunit;
using static Descent.Properties.ReferenceTrees;

namespace Descent.Properties;

/// <summary>The trees of exact arithmetic and of scikit-learn, node by node.</summary>
public sealed class ReferenceTreeTests
{
    public static TheoryData<int> IrisCases => [.. Enumerable.Range(0, Cases(Iris).Count())];

    public static TheoryData<int> DiabetesCases => [.. Enumerable.Range(0, Cases(Diabetes).Count())];

    // An impurity is a sum of three terms at most, each with a few roundings: 2^-49 of the greatest, 2 bits.
    [Theory]
    [MemberData(nameof(IrisCases))]
    public void Classification_trees_of_irises_are_those_of_exact_arithmetic(int number)
    {
        var reference = Cases(Iris).ElementAt(number);
        var (train, _) = IrisParts(reference);
        Assert.Equal(Int(reference, "training_rows"), train.Count);
        var nodes = Nodes(reference);
        var deepest = reference.GetProperty("depths").EnumerateArray().Max(depth => Int(depth, "max_depth"));
        var tree = Learner(reference, deepest).Fit(train).Model;

        AssertEqual(nodes, tree, Math.ScaleB(1, -49));
        foreach (var (expected, node) in nodes.Zip(tree.Nodes))
        {
            Assert.Equal(Ints(expected, "class_counts").Select(count => (double)count), node.ClassSizes);
            Assert.Equal(Number(expected, "prediction"), node.Prediction);
        }
    }

    [Theory]
    [MemberData(nameof(IrisCases))]
    public void Classification_trees_of_irises_predict_at_each_depth_what_exact_ones_do(int number)
    {
        var reference = Cases(Iris).ElementAt(number);
        var (train, all) = IrisParts(reference);
        foreach (var depth in reference.GetProperty("depths").EnumerateArray())
        {
            var tree = Learner(reference, Int(depth, "max_depth")).Fit(train).Model;
            Assert.Equal(Int(depth, "node_count"), tree.Nodes.Length);
            Assert.Equal(Int(depth, "leaf_count"), tree.LeafCount);
            Assert.Equal(
                Int(depth, "training_correct"),
                tree.Predict(train.Features).Zip(train.Targets).Count(pair => pair.First == pair.Second));
            if (depth.TryGetProperty("test", out var test))
            {
                // Rows are numbered in the whole file, which has fifty of each species in turn.
                var rows = Ints(test, "rows").Select(row => row - (50 * Ints(reference, "classes").First()));
                Assert.Equal(
                    test.GetProperty("prediction").EnumerateArray().Select(x => x.GetDouble()),
                    tree.Predict(all.Features.SelectRows(rows)));
            }
        }
    }

    // The reference lists the root splits that are equally good: the rule takes that of the lowest feature.
    [Fact]
    public void Of_the_equally_good_root_splits_of_all_irises_the_lowest_feature_is_taken()
    {
        var data = IrisRows([0, 1, 2, 3], [0, 1, 2]);
        foreach (var root in Iris.GetProperty("root_of_the_full_problem").EnumerateArray())
        {
            var criterion = root.GetProperty("criterion").GetString() == "gini"
                ? ClassificationCriterion.Gini
                : ClassificationCriterion.Entropy;
            var best = root.GetProperty("equally_good_splits")[0];
            var tree = new CartClassifier(criterion, MaxDepth: 1).Fit(data).Model;

            Assert.Equal(best.GetProperty("feature").GetString(), data.FeatureNames[tree.Nodes[0].Feature]);
            Assert.Equal(Int(best, "left_rows"), tree.Nodes[1].Size);
            Near.Equal(Number(root, "root_impurity"), tree.Nodes[0].Impurity, 1e-15);
        }
    }

    // The sums are exact; a variance and a mean are a few roundings of them.
    [Theory]
    [MemberData(nameof(DiabetesCases))]
    public void Regression_trees_of_diabetes_are_those_of_exact_arithmetic(int number)
    {
        var reference = Cases(Diabetes).ElementAt(number);
        var depths = reference.GetProperty("depths").EnumerateArray().ToArray();
        var learner = new CartRegressor(MinLeafSize: Number(reference, "min_samples_leaf"));
        var tree = (learner with { MaxDepth = depths.Max(depth => Int(depth, "max_depth")) })
            .Fit(DiabetesRows).Model;

        AssertEqual(Nodes(reference), tree, Math.ScaleB(1, -49));
        foreach (var (expected, node) in Nodes(reference).Zip(tree.Nodes))
            Near.Equal(Number(expected, "prediction"), node.Prediction, 1e-15);

        foreach (var depth in depths)
        {
            var cut = (learner with { MaxDepth = Int(depth, "max_depth") }).Fit(DiabetesRows).Model;
            var errors = cut.Predict(DiabetesRows.Features) - DiabetesRows.Targets;
            Assert.Equal(Int(depth, "node_count"), cut.Nodes.Length);
            Near.Equal(Number(depth, "training_mse"), errors.Dot(errors) / DiabetesRows.Count, 1e-13);
            Near.Equal(Number(depth, "training_mse"), cut.LeafImpurity, 1e-13);
        }
    }

    private static IEnumerable<JsonElement> Cases(JsonElement file) =>
        file.GetProperty("cases").EnumerateArray();

    private static JsonElement[] Nodes(JsonElement reference) =>
        [.. reference.GetProperty("tree_at_the_largest_listed_depth").EnumerateArray()];

    private static (Dataset Train, Dataset All) IrisParts(JsonElement reference)
    {
        var all = IrisRows(Ints(reference, "feature_indices_allowed"), [.. Ints(reference, "classes")]);
        var whole = reference.GetProperty("rows").GetString() == "all rows";
        return (whole ? all : all.Select(Enumerable.Range(0, all.Count).Where(i => i % 5 > 0)), all);
    }

    private static CartClassifier Learner(JsonElement reference, int depth) => new(
        reference.GetProperty("criterion").GetString() == "gini"
            ? ClassificationCriterion.Gini
            : ClassificationCriterion.Entropy,
        depth,
        Number(reference, "min_samples_leaf"));
}
