using System.Globalization;
using System.Text.Json;
using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>The reference trees, and the data that they were grown on.</summary>
internal static class ReferenceTrees
{
    private const string Data = "tests/Descent.Properties/Objectives/data/";
    private const string Trees = "tests/Descent.Properties/Models/Trees/data/";

    public static JsonElement Iris { get; } = Read("cart_iris_classifier.json");

    public static JsonElement Diabetes { get; } = Read("cart_diabetes_regressor_target.json");

    public static Dataset DiabetesRows { get; } = Rows(Data + "diabetes.csv", name => name != "target");

    /// <summary>Irises with some of the features and some of the species, numbered from 0.</summary>
    public static Dataset IrisRows(IEnumerable<int> features, IReadOnlyList<int> classes)
    {
        var all = Rows(Data + "iris.csv", name => name.EndsWith("_cm", StringComparison.Ordinal));
        var allowed = features.ToArray();
        var chosen = all.Select(Enumerable.Range(0, all.Count)
            .Where(i => classes.Contains((int)all.Targets[i])));
        return new Dataset(
            Matrix.From(chosen.Count, allowed.Length, (i, j) => chosen.Features[i, allowed[j]]),
            chosen.Targets.Map(target => classes.ToList().IndexOf((int)target)),
            names: allowed.Select(j => all.FeatureNames[j]));
    }

    public static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static IEnumerable<int> Ints(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(x => x.GetInt32());

    /// <summary>
    /// Asserts that a tree is the reference's, node by node, impurities to a share of the root's.
    /// </summary>
    public static void AssertEqual(JsonElement[] expected, DecisionTree tree, double rounding)
    {
        Assert.Equal(expected.Length, tree.Nodes.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var (reference, node) = (expected[i], tree.Nodes[i]);
            Assert.Equal(Number(reference, "n"), node.Size);
            Close(Number(reference, "impurity"), node.Impurity);
            Assert.Equal(reference.GetProperty("leaf").GetBoolean(), node.IsLeaf);
            if (node.IsLeaf)
                continue;

            Assert.Equal(reference.GetProperty("feature").GetString(), tree.FeatureNames[node.Feature]);
            Assert.Equal((Int(reference, "left"), Int(reference, "right")), (node.Left, node.Right));
            Near.Equal(Number(reference, "threshold_midpoint"), node.Threshold, 1e-15);
            Assert.InRange(
                node.Threshold, Number(reference, "left_max_value"), Number(reference, "right_min_value"));
            Close(Number(reference, "weighted_impurity_decrease"), node.ImpurityDecrease);
        }

        void Close(double exact, double actual) =>
            Assert.InRange((actual - exact) / tree.Nodes[0].Impurity, -rounding, rounding);
    }

    private static Dataset Rows(string file, Func<string, bool> isFeature)
    {
        var lines = File.ReadAllLines(Repository.PathOf(file));
        var names = lines[0].Split(',');
        var features = Enumerable.Range(0, names.Length - 1).Where(j => isFeature(names[j])).ToArray();
        var rows = lines.Skip(1).Select(line =>
            line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return new Dataset(
            Matrix.From(rows.Length, features.Length, (i, j) => rows[i][features[j]]),
            Vector.From(rows.Select(row => row[^1])),
            names: features.Select(j => names[j]));
    }

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf(Trees + name))).RootElement;
}
