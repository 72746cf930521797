namespace Descent.Models;

/// <summary>
/// A tree on the way from a whole tree to its root, as pruning by cost and complexity goes.
/// </summary>
/// <remarks>
/// The tree itself is <c>tree.Pruned(step.Strength)</c>; it is the one up to the next step's strength.
/// </remarks>
/// <param name="Strength">α: from this on the tree is the smallest of least cost.</param>
/// <param name="LeafCount">The number of its leaves.</param>
/// <param name="Impurity">R(T), the mean impurity of its leaves by their sizes.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// A number is negative or not finite, or there is no leaf.
/// </exception>
public sealed record PruningStep(double Strength, int LeafCount, double Impurity)
{
    /// <summary>α: from this on the tree is the smallest of least cost.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>The number of the tree's leaves.</summary>
    public int LeafCount { get; init => field = Guard.AtLeast(value, 1, nameof(LeafCount)); } =
        Guard.AtLeast(LeafCount, 1);

    /// <summary>R(T), the mean impurity of the leaves by their sizes.</summary>
    public double Impurity { get; init => field = Guard.NonNegative(value, nameof(Impurity)); } =
        Guard.NonNegative(Impurity);

    /// <summary>The strength, the number of leaves and the impurity.</summary>
    public override string ToString() =>
        Guard.Text($"strength {Strength:G6}: {LeafCount} leaves, impurity {Impurity:G6}");
}
