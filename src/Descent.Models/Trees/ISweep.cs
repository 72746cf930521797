namespace Descent.Models;

/// <summary>
/// A way through the rows of a node in the order of a feature: one after the other goes left.
/// </summary>
internal interface ISweep
{
    /// <summary>The units of the rows that went left.</summary>
    long LeftUnits { get; }

    /// <summary>Lets a row go left.</summary>
    void Take(int row);

    /// <summary>Whether to split here is better than the best so far; if so it is noted there.</summary>
    bool Improves(ref SplitChoice best);
}
