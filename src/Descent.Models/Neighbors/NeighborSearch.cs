namespace Descent.Models;

/// <summary>How the nearest rows are looked for; the answers are the same, bit for bit.</summary>
public enum NeighborSearch
{
    /// <summary>
    /// The tree where it helps: a distance made of differences, 1 to 15 dense features, 64 rows or more, and
    /// at least 4 k.
    /// </summary>
    Automatic,

    /// <summary>Every row is looked at.</summary>
    BruteForce,

    /// <summary>A k-d tree, which leaves out boxes that lie too far away (Bentley 1975).</summary>
    KdTree,
}
