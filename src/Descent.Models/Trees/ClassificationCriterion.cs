namespace Descent.Models;

/// <summary>How mixed the classes of a node are; p_k is the share of class k.</summary>
/// <remarks>
/// All are 0 where there is one class only and greatest where all shares are equal, and none rises from a
/// node to the mean of its children (Breiman, Friedman, Olshen, Stone 1984, ch. 4).
/// </remarks>
public enum ClassificationCriterion
{
    /// <summary><c>1 − Σ p_k²</c>: how often two rows drawn at random differ in class.</summary>
    Gini,

    /// <summary><c>−Σ p_k log₂ p_k</c>, in bits.</summary>
    Entropy,

    /// <summary><c>1 − max p_k</c>: the share of rows that the most frequent class gets wrong.</summary>
    /// <remarks>It sees few splits as better than none; the other two are better to grow by.</remarks>
    ClassificationError,
}
