namespace Descent.Models;

/// <summary>How much each of the k nearest rows counts.</summary>
public enum NeighborWeights
{
    /// <summary>Each 1 (Fix, Hodges 1951).</summary>
    Uniform,

    /// <summary>By its place: k for the nearest, then k − 1, down to 1 (Dudani 1976).</summary>
    Rank,

    /// <summary>
    /// 1 / distance, as a share of the nearest one's; where some are at distance 0, those alone count.
    /// </summary>
    InverseDistance,
}
