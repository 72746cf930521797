using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A tree as fields: the names of its features, and its nodes in preorder.</summary>
internal static class TreeFields
{
    public static void Write(FieldWriter fields, DecisionTree tree) => fields
        .Texts("features", tree.FeatureNames)
        .Objects("nodes", tree.Nodes, Write);

    public static (ImmutableArray<TreeNode> Nodes, ImmutableArray<string> Names) Read(FieldReader fields) =>
        (fields.Objects("nodes", Node), fields.Texts("features"));

    private static void Write(FieldWriter fields, TreeNode node)
    {
        fields.Integer("feature", node.Feature);
        if (!node.IsLeaf)
            fields
                .Number("threshold", node.Threshold)
                .Integer("left", node.Left).Integer("right", node.Right)
                .Number("impurityDecrease", node.ImpurityDecrease);
        fields
            .Number("size", node.Size).Number("impurity", node.Impurity)
            .Number("prediction", node.Prediction).Numbers("classSizes", node.ClassSizes);
    }

    private static TreeNode Node(FieldReader fields)
    {
        var leaf = TreeNode.Leaf(
            fields.Number("size"), fields.Number("impurity"),
            fields.Number("prediction"), fields.Numbers("classSizes"));
        var feature = fields.Integer("feature");
        return feature == leaf.Feature ? leaf : leaf with
        {
            Feature = feature,
            Threshold = fields.Number("threshold"),
            Left = fields.Integer("left"),
            Right = fields.Integer("right"),
            ImpurityDecrease = fields.Number("impurityDecrease"),
        };
    }
}
