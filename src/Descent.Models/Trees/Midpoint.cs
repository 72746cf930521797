namespace Descent.Models;

/// <summary>The middle between two numbers.</summary>
internal static class Midpoint
{
    /// <summary>(low + high) / 2, without overflow.</summary>
    public static double Of(double low, double high)
    {
        var sum = low + high;
        return double.IsFinite(sum) ? sum / 2 : (low / 2) + (high / 2);
    }

    /// <summary>
    /// The middle, or the lower number where rounding leads to the upper: low ≤ t &lt; high.
    /// </summary>
    public static double Between(double low, double high)
    {
        var middle = Of(low, high);
        return low <= middle && middle < high ? middle : low;
    }
}
