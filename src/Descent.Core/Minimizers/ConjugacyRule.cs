namespace Descent;

/// <summary>How much of the last direction <see cref="ConjugateGradient"/> keeps: β.</summary>
/// <remarks>
/// With g the old gradient, g⁺ the new one, y = g⁺ − g and d the last direction. On a quadratic searched
/// exactly all are the same.
/// </remarks>
public enum ConjugacyRule
{
    /// <summary>(y − 2 d ‖y‖² / dᵀy)ᵀ g⁺ / dᵀy, at least 0.4 dᵀg / ‖d‖² (Hager, Zhang 2005, 2013).</summary>
    /// <remarks>Its directions lead down whatever the search.</remarks>
    HagerZhang,

    /// <summary>g⁺ᵀy / ‖g‖², at least 0 (Polak, Ribière 1969; Gilbert, Nocedal 1992).</summary>
    PolakRibierePlus,

    /// <summary>‖g⁺‖² / ‖g‖² (Fletcher, Reeves 1964): the first, which may take many short steps.</summary>
    FletcherReeves,
}
