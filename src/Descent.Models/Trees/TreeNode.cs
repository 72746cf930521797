namespace Descent.Models;

/// <summary>A node of a decision tree: a question with two children, or a leaf.</summary>
/// <remarks>
/// Nodes lie in preorder, a node, all below its left child, all below its right child, and name their
/// children by position. A leaf has <see cref="Feature"/>, <see cref="Left"/> and <see cref="Right"/> −1, and
/// a <see cref="Threshold"/> and an <see cref="ImpurityDecrease"/> of 0.
/// </remarks>
/// <param name="Feature">The number of the feature that is asked for, from 0; −1 in a leaf.</param>
/// <param name="Threshold">
/// Rows whose feature is at most this go left, all others right, NaN among them.
/// </param>
/// <param name="Left">The position of the left child, that after the node itself.</param>
/// <param name="Right">The position of the right child.</param>
/// <param name="Size">The sum of the weights of the training rows that came here.</param>
/// <param name="Impurity">How far these rows are from the prediction, by the tree's criterion.</param>
/// <param name="ImpurityDecrease">
/// How much the split lowers the impurity of the whole tree: <c>(n / N) (impurity − the mean of the
/// children's, by size)</c>, n the size here and N that of the root.
/// </param>
/// <param name="Prediction">The number of the class, or the target, predicted were this a leaf.</param>
/// <param name="ClassSizes">The part of <see cref="Size"/> of each class; empty in a regression tree.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// A number is not finite, a position is less than −1, the size
/// is not greater than 0, or an impurity is negative.
/// </exception>
public sealed record TreeNode(
    int Feature,
    double Threshold,
    int Left,
    int Right,
    double Size,
    double Impurity,
    double ImpurityDecrease,
    double Prediction,
    Vector ClassSizes)
{
    /// <summary>A leaf.</summary>
    /// <param name="size">The sum of the weights of the training rows that came here.</param>
    /// <param name="impurity">How far these rows are from the prediction.</param>
    /// <param name="prediction">The number of the class, or the target.</param>
    /// <param name="classSizes">The part of the size of each class; empty in a regression tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not finite, the size is not greater than 0, or the impurity is negative.
    /// </exception>
    public static TreeNode Leaf(
        double size, double impurity, double prediction, Vector classSizes = default) =>
        new(-1, 0, -1, -1, size, impurity, 0, prediction, classSizes);

    /// <summary>The number of the feature that is asked for, from 0; −1 in a leaf.</summary>
    public int Feature { get; init => field = Guard.AtLeast(value, -1, nameof(Feature)); } =
        Guard.AtLeast(Feature, -1);

    /// <summary>Rows whose feature is at most this go left, all others right.</summary>
    public double Threshold { get; init => field = Guard.Finite(value, nameof(Threshold)); } =
        Guard.Finite(Threshold);

    /// <summary>The position of the left child; −1 in a leaf.</summary>
    public int Left { get; init => field = Guard.AtLeast(value, -1, nameof(Left)); } =
        Guard.AtLeast(Left, -1);

    /// <summary>The position of the right child; −1 in a leaf.</summary>
    public int Right { get; init => field = Guard.AtLeast(value, -1, nameof(Right)); } =
        Guard.AtLeast(Right, -1);

    /// <summary>The sum of the weights of the training rows that came here.</summary>
    public double Size { get; init => field = Guard.Positive(value, nameof(Size)); } = Guard.Positive(Size);

    /// <summary>How far these rows are from the prediction, by the tree's criterion.</summary>
    public double Impurity { get; init => field = Guard.NonNegative(value, nameof(Impurity)); } =
        Guard.NonNegative(Impurity);

    /// <summary>How much the split lowers the impurity of the whole tree; 0 in a leaf.</summary>
    public double ImpurityDecrease
    {
        get;
        init => field = Guard.NonNegative(value, nameof(ImpurityDecrease));
    } = Guard.NonNegative(ImpurityDecrease);

    /// <summary>The number of the class, or the target, predicted were this a leaf.</summary>
    public double Prediction { get; init => field = Guard.Finite(value, nameof(Prediction)); } =
        Guard.Finite(Prediction);

    /// <summary>Whether there are no children.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>The same node without children.</summary>
    public TreeNode AsLeaf() => Leaf(Size, Impurity, Prediction, ClassSizes);

    /// <summary>The question, or the prediction.</summary>
    public override string ToString() => IsLeaf
        ? Guard.Text($"{Prediction:G6} (size {Size:G6}, impurity {Impurity:G4})")
        : Guard.Text($"feature {Feature} <= {Threshold:G6} (size {Size:G6}, impurity {Impurity:G4})");
}
