namespace Descent;

/// <summary>What line searches have in common.</summary>
internal static class LineSearch
{
    /// <summary>What share of |f| rounding may hide: Hager and Zhang (2005) take 10⁻⁶.</summary>
    public const double Rounding = 16 * MachineEpsilon.Value;

    /// <summary>Demands steps in their ranges.</summary>
    public static void Check(Line line, double first, double longest)
    {
        Guard.NotNull(line);
        Guard.Positive(first);
        if (!(longest >= first))
        {
            throw new ArgumentOutOfRangeException(
                nameof(longest),
                longest,
                Guard.Text($"longest is {longest}; it must be at least first, which is {first}. ")
                + "Pass +∞ for no limit.");
        }
    }

    /// <summary>Why no search can begin: the slope at the origin is not negative.</summary>
    public static Stall StallAt(LinePoint origin) =>
        !origin.IsFinite ? Stall.NotFinite
        : origin.Evaluation.Gradient.NormInf is 0 ? Stall.Stationary
        : Stall.NoDescent;

    /// <summary>Armijo's inequality, by the losses, or by the slopes where rounding hides them.</summary>
    public static bool IsSufficient(LinePoint origin, LinePoint point, double fraction)
    {
        if (!point.IsFinite || point.Parameters == origin.Parameters)
            return false;
        return point.Loss <= origin.Loss + (fraction * point.Step * origin.Slope)
            || (point.Loss <= origin.Loss + (Rounding * Math.Abs(origin.Loss))
                && point.Slope <= ((2 * fraction) - 1) * origin.Slope);
    }

    /// <summary>The one of the lower loss; the first where they are equal or one is no number.</summary>
    public static LinePoint Lower(LinePoint best, LinePoint point) =>
        point.IsFinite && point.Loss < best.Loss ? point : best;
}
