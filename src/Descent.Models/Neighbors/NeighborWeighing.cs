using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>From sorted rows to neighbours: how many places each takes, and how much it counts.</summary>
internal static class NeighborWeighing
{
    // Less than this share of k is what rounding left of a full sum of weights, not a place.
    private const double LeastShare = 1e-9;

    /// <summary>The neighbours that fill k places.</summary>
    public static ImmutableArray<Neighbor> Of(Candidate[] sorted, int k, NeighborWeights weights)
    {
        var neighbors = ImmutableArray.CreateBuilder<Neighbor>(sorted.Length);
        var taken = 0.0;
        foreach (var one in sorted)
        {
            if (k - taken <= LeastShare * k)
                break;

            var places = Math.Min(one.Places, k - taken);
            var weight = weights switch
            {
                NeighborWeights.Uniform => places,
                NeighborWeights.Rank => RankSum(taken + places, k) - RankSum(taken, k),
                _ => places * Closeness(one.Distance, sorted[0].Distance),
            };
            taken += places;
            neighbors.Add(new(one.Row, one.Distance, weight));
        }

        return neighbors.DrainToImmutable();
    }

    /// <summary>Whether weights that add up to so much fill k places, but for rounding.</summary>
    public static bool CanFill(double total, int k) => total >= k - (LeastShare * k);

    /// <summary>k + (k − 1) + …, over the first places, of the last one a part.</summary>
    private static double RankSum(double places, int k)
    {
        var whole = Math.Floor(places);
        return (whole * k) - (whole * (whole - 1) / 2) + ((places - whole) * (k - whole));
    }

    /// <summary>nearest / distance: 1 / distance, the nearest being the unit, so nothing overflows.</summary>
    private static double Closeness(double distance, double nearest) =>
        distance == nearest ? 1 : nearest / distance;
}
