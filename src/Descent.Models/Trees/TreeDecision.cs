namespace Descent.Models;

/// <summary>A question on the way of a row through a tree, and the answer.</summary>
/// <param name="Node">The position of the node in the tree.</param>
/// <param name="Feature">The number of the feature, from 0.</param>
/// <param name="FeatureName">Its name.</param>
/// <param name="Value">What the row has there; it may be any number, NaN among them.</param>
/// <param name="Threshold">What it is compared with.</param>
/// <exception cref="ArgumentNullException"><paramref name="FeatureName"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Threshold"/> is not finite, or a position is negative.
/// </exception>
public sealed record TreeDecision(int Node, int Feature, string FeatureName, double Value, double Threshold)
{
    /// <summary>The position of the node in the tree.</summary>
    public int Node { get; init => field = Guard.AtLeast(value, 0, nameof(Node)); } = Guard.AtLeast(Node, 0);

    /// <summary>The number of the feature, from 0.</summary>
    public int Feature { get; init => field = Guard.AtLeast(value, 0, nameof(Feature)); } =
        Guard.AtLeast(Feature, 0);

    /// <summary>The name of the feature.</summary>
    public string FeatureName { get; init => field = Guard.NotNull(value, nameof(FeatureName)); } =
        Guard.NotNull(FeatureName);

    /// <summary>What the value is compared with.</summary>
    public double Threshold { get; init => field = Guard.Finite(value, nameof(Threshold)); } =
        Guard.Finite(Threshold);

    /// <summary>Whether the row goes left: its value is at most the threshold.</summary>
    public bool GoesLeft => Value <= Threshold;

    /// <summary>The name, the value and the comparison, as <c>width = 1.4 &lt;= 2.45</c>.</summary>
    public override string ToString() =>
        Guard.Text($"{FeatureName} = {Value} {(GoesLeft ? "<=" : ">")} {Threshold}");
}
