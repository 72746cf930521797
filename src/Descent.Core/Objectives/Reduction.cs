namespace Descent;

/// <summary>How the losses of the samples become one number.</summary>
public enum Reduction
{
    /// <summary>
    /// The weighted mean, <c>Σ cᵢ ℓᵢ / Σ cᵢ</c>: the rate need not know how many rows there are.
    /// </summary>
    Mean,

    /// <summary>The weighted sum, <c>Σ cᵢ ℓᵢ</c>.</summary>
    Sum,
}
