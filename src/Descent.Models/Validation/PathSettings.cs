using Descent.Linq;

namespace Descent.Models;

/// <summary>What is solved along a path.</summary>
internal sealed record PathSettings(
    ILoss Loss, double L1Ratio, int Count, Vector? Strengths, double Tolerance)
{
    // glmnet's: a ridge penalty alone has no λ at which all weights are 0.
    private const double LeastRatio = 1e-3;

    public double L1Ratio { get; } = Guard.Probability(L1Ratio, "l1Ratio");

    public int Count { get; } = Guard.AtLeast(Count, 1, "count");

    public double Tolerance { get; } = Guard.NonNegative(Tolerance, "tolerance");

    public Vector? Strengths { get; } = Checked(Strengths);

    /// <summary>Demands numbers that are in their ranges.</summary>
    public static void Check(double l1Ratio, int count, Vector? strengths, double tolerance) =>
        _ = new PathSettings(Descent.Loss.HalfSquared, l1Ratio, count, strengths, tolerance);

    /// <summary>The strengths, falling: those given, or those that the data ask for.</summary>
    public Vector StrengthsFor(Dataset data)
    {
        if (Strengths is { } given)
            return Vector.From(given.OrderDescending());

        var greatest = PenaltyStrengths.Greatest(
            new EmpiricalRisk(data, Loss), Math.Max(L1Ratio, LeastRatio));
        var share = data.Count > data.FeatureCount ? 1e-4 : 1e-2;
        return greatest > 0 ? PenaltyStrengths.Falling(greatest, Count, share) : [0];
    }

    /// <summary>The solutions of some rows.</summary>
    public PathPoint<State<CoordinateMemory>>[] Solve(Dataset data, Vector strengths) =>
        [.. RegularizationPath.Through(new EmpiricalRisk(data, Loss), strengths, L1Ratio, Tolerance)];

    private static Vector? Checked(Vector? strengths)
    {
        if (strengths is { } given)
        {
            Guard.NotEmpty(given.Count, nameof(strengths));
            foreach (var (k, strength) in given.Index())
                Guard.NonNegative(strength, Guard.Text($"strengths[{k}]"));
        }

        return strengths;
    }
}
