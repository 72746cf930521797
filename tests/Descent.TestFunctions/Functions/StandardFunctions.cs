using System.Collections.Immutable;

namespace Descent.TestFunctions;

/// <summary>Ten functions with their standard starts and minima.</summary>
/// <remarks>
/// J. J. Moré, B. S. Garbow, K. E. Hillstrom (1981), Testing Unconstrained Optimization Software, ACM
/// Transactions on Mathematical Software 7(1), 17–41. Formulas, starts and minima are published facts;
/// minima that are not 0 are given to 17 digits. Every function but the helical valley, which needs an
/// arctangent, has the same bits on every machine.
/// </remarks>
public static class StandardFunctions
{
    /// <summary>All of them, in the order of the paper.</summary>
    public static ImmutableArray<TestFunction> All { get; } =
    [
        ValleyFunctions.Rosenbrock,
        PlaneFunctions.FreudensteinRoth,
        PlaneFunctions.PowellBadlyScaled,
        PlaneFunctions.Beale,
        ValleyFunctions.Helical,
        FitFunctions.Bard,
        FitFunctions.Gaussian,
        FitFunctions.Box,
        ValleyFunctions.PowellSingular,
        ValleyFunctions.Wood,
    ];

    /// <summary>A symmetric matrix from some of its entries on and above the diagonal.</summary>
    internal static Matrix Symmetric(int count, params (int Row, int Column, double Value)[] entries) =>
        Matrix.From(count, count, (i, j) => entries
            .Where(entry => (entry.Row, entry.Column) == (Math.Min(i, j), Math.Max(i, j)))
            .Select(entry => entry.Value)
            .FirstOrDefault());
}
