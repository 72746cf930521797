using System.Collections.Immutable;

namespace Descent.Benchmarks;

/// <summary>The one order in which all contenders of this process take the rows.</summary>
/// <remarks>Each draws it while it is timed: an epoch of its own begins with a shuffle too.</remarks>
internal static class ShuffledRows
{
    /// <summary>The seed that Descent's mini-batches get.</summary>
    public static readonly Seed Seed = 7;

    /// <summary>The rows in the order of an epoch, from 0.</summary>
    public static ImmutableArray<int> Of(int epoch, int rows) => Seed.Derive(epoch).Permutation(rows);
}
