using System.Collections.Immutable;
using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>Linear regression on the diabetes data, standardised, under several penalties.</summary>
public static class Diabetes
{
    /// <summary>Half the mean squared error, and no penalty.</summary>
    public static EmpiricalRisk Risk { get; } = RiskWith(null);

    /// <summary>The names of the features.</summary>
    public static ImmutableArray<string> Names => Risk.Data.FeatureNames;

    /// <summary>All zeros.</summary>
    public static Vector Start { get; } = Vector.Zeros(Risk.Dimension);

    /// <summary>The lasso from the strength that leaves nothing to a thousandth of it.</summary>
    public static ImmutableArray<PathPoint<State<CoordinateMemory>>> Path { get; } =
        [.. RegularizationPath.Of(Risk, count: 61, share: 1e-3)];

    /// <summary>The features in the order in which they enter the path.</summary>
    public static ImmutableArray<int> Entering { get; } =
        [.. Path.SelectMany(point => point.Support).Distinct()];

    /// <summary>Runs that end where their distance to the minimum is proven to be small enough.</summary>
    public static ImmutableArray<Proof> Proofs { get; } =
    [
        Proof.Of("ridge 0.1", "L-BFGS", new LBfgs(), RiskWith(new L2(0.1)), null),
        Proof.Of("ridge 0.1", "Newton", new Newton(), RiskWith(new L2(0.1)), null),
        Proof.Of("lasso 1", "FISTA", new Fista(new L1(1)), Risk, new L1(1)),
        Proof.Of("lasso 1", "coordinate descent", new CoordinateDescent(new L1(1)), Risk, new L1(1)),
    ];

    /// <summary>The least loss whose weights are not negative.</summary>
    public static Solution<State<LBfgsBMemory>> NotNegative { get; } =
        new LBfgsB(new Box(0, double.PositiveInfinity)).Minimize(Risk, Start)
            .Solve(StopRule.GradientNorm(1e-9));

    private static EmpiricalRisk RiskWith(ISmoothPenalty? penalty)
    {
        var data = LessonData.Diabetes;
        return new(Standardizer.Fit(data).Transform(data), Loss.HalfSquared, penalty);
    }

    /// <summary>A run that ended by its proof.</summary>
    /// <param name="Objective">What was minimized.</param>
    /// <param name="Name">By what.</param>
    /// <param name="Last">The last state.</param>
    /// <param name="Reason">Why it ended.</param>
    /// <param name="Certificate">What is proven of the last state.</param>
    public sealed record Proof(
        string Objective, string Name, IState Last, StopReason Reason, Certificate Certificate)
    {
        /// <summary>How far above the minimum a run may end, as a share of the loss.</summary>
        public const double Tolerance = 1e-9;

        /// <summary>Runs a minimizer until the gap is small enough.</summary>
        internal static Proof Of<TObjective, TMemory>(
            string objective,
            string name,
            IMinimizer<TObjective, TMemory> minimizer,
            EmpiricalRisk risk,
            IProximalPenalty? penalty)
            where TObjective : class, IObjective
        {
            var training = minimizer.Minimize((TObjective)(object)risk, Start);
            var solution = training.Solve(
                StopRule.RelativeDualityGap(Tolerance, risk, penalty) | StopRule.Steps(10_000));
            var certificate = DualityGap.At(risk, solution.Last.Parameters, penalty);
            return new(objective, name, solution.Last, solution.Reason, certificate);
        }
    }
}
