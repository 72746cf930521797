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

    /// <summary>Whether a search can begin: all is finite and the slope at the origin negative.</summary>
    public static bool CanBegin(LinePoint origin) => origin.Slope < 0 && origin.IsFinite;

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
            || (point.Loss <= Limit(origin) && point.Slope <= ((2 * fraction) - 1) * origin.Slope);
    }

    /// <summary>The greatest loss that rounding cannot tell from the origin's.</summary>
    public static double Limit(LinePoint origin) => origin.Loss + Hidden(origin);

    /// <summary>How great a difference of losses rounding may hide.</summary>
    public static double Hidden(LinePoint origin) => Hidden(origin.Loss);

    /// <inheritdoc cref="Hidden(LinePoint)"/>
    public static double Hidden(double loss) => Rounding * Math.Abs(loss);

    /// <summary>Where the line through two slopes is 0; not finite where they are equal.</summary>
    public static double Secant(LinePoint a, LinePoint b) =>
        a.Step - (a.Slope * ((b.Step - a.Step) / (b.Slope - a.Slope)));

    /// <summary>The minimizer of the cubic through two losses and slopes; NaN where it has none.</summary>
    /// <remarks>Nocedal, Wright (2006), equation 3.59.</remarks>
    public static double Cubic(LinePoint a, LinePoint b)
    {
        var width = b.Step - a.Step;
        var d1 = a.Slope + b.Slope - (3 * (b.Loss - a.Loss) / width);
        // In a scale where no square overflows or underflows; a power of two rounds nothing.
        var size = Math.Max(Math.Abs(d1), Math.Max(Math.Abs(a.Slope), Math.Abs(b.Slope)));
        if (!(size > 0 && double.IsFinite(size)))
            return double.NaN;
        var scale = -Math.ILogB(size);
        var (from, to, middle) =
            (Math.ScaleB(a.Slope, scale), Math.ScaleB(b.Slope, scale), Math.ScaleB(d1, scale));
        var root = Math.CopySign(Math.Sqrt((middle * middle) - (from * to)), width);
        return b.Step - (width * ((to + root - middle) / (to - from + (2 * root))));
    }
}
