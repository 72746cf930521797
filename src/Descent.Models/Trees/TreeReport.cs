namespace Descent.Models;

/// <summary>How a tree was grown, and how large it is.</summary>
/// <param name="Method">By which criterion.</param>
/// <param name="LeafCount">The number of leaves, after pruning.</param>
/// <param name="Depth">The most questions on the way to a leaf, after pruning.</param>
/// <exception cref="ArgumentNullException"><paramref name="Method"/> is null.</exception>
public sealed record TreeReport(string Method, int LeafCount, int Depth) : FitReport(Method)
{
    /// <summary>The method, the number of leaves and the depth.</summary>
    public override string ToString() => Guard.Text($"{Method}: {LeafCount} leaves, depth {Depth}");
}
