using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>What a list of nodes must be to make a tree, and what follows from it.</summary>
internal static class TreeShape
{
    /// <summary>The nodes as an array, once they are found to be a tree in preorder.</summary>
    public static ImmutableArray<TreeNode> Checked(
        IEnumerable<TreeNode> nodes, int featureCount, string name = "nodes")
    {
        ImmutableArray<TreeNode> list = [.. Guard.NotNull(nodes, name)];
        Guard.NotEmpty(list.Length, name);
        var rights = new Stack<int>();
        for (var i = 0; i < list.Length; i++)
        {
            var node = Guard.NotNullAt(list[i], name, i);
            if (node.IsLeaf)
            {
                if (node != node.AsLeaf())
                    throw Wrong(name, i, "is a leaf with a threshold, a decrease or children");
                var isLast = i + 1 == list.Length;
                if (isLast ? rights.Count > 0 : rights.Count == 0 || rights.Pop() != i + 1)
                    throw Wrong(name, i, "ends a branch, and what follows is no right child");
                continue;
            }

            if (node.Feature >= featureCount)
                throw Wrong(name, i, Guard.Text($"asks for feature {node.Feature} of {featureCount}"));
            if (node.Left != i + 1)
                throw Wrong(name, i, Guard.Text($"has the left child {node.Left} and not {i + 1}"));
            rights.Push(node.Right);
        }

        return rights.Count == 0 ? list : throw Wrong(name, list.Length - 1, "is the last, but is no leaf");
    }

    /// <summary>The depth of each node; that of the root is 0.</summary>
    public static int[] DepthsOf(ImmutableArray<TreeNode> nodes)
    {
        var depths = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!nodes[i].IsLeaf)
                depths[nodes[i].Left] = depths[nodes[i].Right] = depths[i] + 1;
        }

        return depths;
    }

    /// <summary>
    /// The tree whose questions are those of the nodes that are kept, all below another kept one.
    /// </summary>
    public static ImmutableArray<TreeNode> Cut(ImmutableArray<TreeNode> nodes, Func<int, bool> isKept)
    {
        var places = new int[nodes.Length];
        Array.Fill(places, -1);
        places[0] = 0;
        var count = 1;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0 && places[i] == 0)
                places[i] = count++;
            if (places[i] >= 0 && !nodes[i].IsLeaf && isKept(i))
                places[nodes[i].Left] = places[nodes[i].Right] = 0;
        }

        return
        [
            .. from i in Enumerable.Range(0, nodes.Length)
               where places[i] >= 0
               let node = nodes[i]
               select node.IsLeaf || places[node.Left] < 0
                   ? node.AsLeaf()
                   : node with { Left = places[node.Left], Right = places[node.Right] },
        ];
    }

    private static ArgumentException Wrong(string name, int node, string what) => new(
        Guard.Text($"{name}[{node}] {what}; pass the nodes in preorder, each left child after its parent."),
        name);
}
