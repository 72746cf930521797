namespace Descent;

/// <summary>All penalties on a risk's weights, weight by weight: <c>Σ l₁ⱼ |wⱼ| + ½ Σ l₂ⱼ wⱼ²</c>.</summary>
/// <param name="Absolute">l₁.</param>
/// <param name="Square">l₂, the risk's own and that of the other penalty.</param>
/// <param name="Smooth">The part of l₂ that is the risk's own, and so in its loss and gradient.</param>
internal sealed record SplitPenalty(double[] Absolute, double[] Square, double[] Smooth)
{
    /// <summary>
    /// The penalty of a risk and one beside it, or null where one of them is of another kind.
    /// </summary>
    /// <exception cref="ArgumentException">There is not one factor per weight.</exception>
    public static SplitPenalty? Of(EmpiricalRisk risk, IProximalPenalty? penalty)
    {
        var count = risk.Data.FeatureCount;
        var smooth = risk.Penalty switch
        {
            null => new double[count],
            L2 ridge => Multiples(ridge.Strength, ridge.Factors, count),
            _ => null,
        };
        if (smooth is null)
            return null;
        return penalty switch
        {
            null => new(new double[count], smooth, smooth),
            L1 lasso => new(Multiples(lasso.Strength, lasso.Factors, count), smooth, smooth),
            ElasticNet net => new(
                Multiples(net.Strength * net.L1Ratio, net.Factors, count),
                Sum(Multiples(net.Strength * (1 - net.L1Ratio), net.Factors, count), smooth),
                smooth),
            _ => null,
        };
    }

    /// <summary>The first weight that nothing penalises, or −1.</summary>
    public int FirstFree() => Enumerable.Range(0, Square.Length)
        .Where(j => Absolute[j] is 0 && Square[j] is 0)
        .DefaultIfEmpty(-1)
        .First();

    /// <summary>The size of the least subgradient by a weight, given the slope of the data's loss.</summary>
    public double Violation(int j, double weight, double slope)
    {
        var whole = slope + (Square[j] * weight);
        return weight switch
        {
            > 0 => Math.Abs(whole + Absolute[j]),
            < 0 => Math.Abs(whole - Absolute[j]),
            _ => Math.Max(0, Math.Abs(whole) - Absolute[j]),
        };
    }

    private static double[] Multiples(double strength, Vector? factors, int count)
    {
        var result = new double[count];
        var each = factors is { } given ? PenaltyFactors.For(count, given) : default;
        for (var j = 0; j < count; j++)
            result[j] = each.IsEmpty ? strength : strength * each[j];
        return result;
    }

    private static double[] Sum(double[] left, double[] right) =>
        [.. left.Zip(right, (a, b) => a + b)];
}
