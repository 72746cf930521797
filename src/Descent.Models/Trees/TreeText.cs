using System.Text;

namespace Descent.Models;

/// <summary>A tree as text that people read: a node a line, children under their parent.</summary>
internal static class TreeText
{
    public static string Of(DecisionTree tree, int maxDepth)
    {
        var text = new StringBuilder();
        var depths = TreeShape.DepthsOf(tree.Nodes);
        var rights = tree.Nodes.Where(node => !node.IsLeaf).Select(node => node.Right).ToHashSet();
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            if (depths[i] > maxDepth)
                continue;
            if (i > 0)
            {
                text.Append('\n').Append(' ', (2 * depths[i]) - 2);
                text.Append(rights.Contains(i) ? "no:  " : "yes: ");
            }

            text.Append(Line(tree, tree.Nodes[i], depths[i] == maxDepth));
        }

        return text.ToString();
    }

    private static string Line(DecisionTree tree, TreeNode node, bool isLast)
    {
        var about = Guard.Text($"size {node.Size:G6}, impurity {node.Impurity:G4}");
        if (node.IsLeaf)
            return $"{tree.PredictionText(node)}, {about}";
        return isLast
            ? $"{tree.PredictionText(node)}, {about}, more below"
            : Guard.Text($"{tree.FeatureNames[node.Feature]} <= {node.Threshold:G6}? {about}");
    }
}
