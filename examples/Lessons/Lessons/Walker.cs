using System.Collections.Immutable;
using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>A minimizer's walk through Rosenbrock's valley.</summary>
/// <param name="Name">The minimizer.</param>
/// <param name="Sees">What it asks of the loss.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="States">From the start to the last.</param>
public sealed record Walker(string Name, string Sees, StopReason Reason, ImmutableArray<IState> States)
{
    /// <summary>When a walk ends.</summary>
    public static StopRule Rule { get; } = StopRule.GradientNorm(1e-10) | StopRule.Steps(100_000);

    /// <summary>All that walk; those that see more of the loss later.</summary>
    public static ImmutableArray<Walker> All { get; } =
    [
        Of("gradient descent", "gradient", new GradientDescent(0.001).Minimize(
            Rosenbrock.Objective, Rosenbrock.Start)),
        Of("steepest descent", "gradient", new SteepestDescent(), Rosenbrock.Objective),
        Of("conjugate gradients", "gradient", new ConjugateGradient(), Rosenbrock.Objective),
        Of("BFGS", "gradient", new Bfgs(), Rosenbrock.Objective),
        Of("L-BFGS", "gradient", new LBfgs(), Rosenbrock.Objective),
        Of("Newton", "Hessian", new Newton(), Rosenbrock.Objective),
        Of("Newton, trust region", "Hessian", new TrustRegionNewton(), Rosenbrock.Objective),
        Of("Levenberg-Marquardt", "residuals", new LevenbergMarquardt(), Rosenbrock.AsResiduals),
    ];

    /// <summary>The last state.</summary>
    public IState Last => States[^1];

    private static Walker Of<TObjective, TMemory>(
        string name, string sees, IMinimizer<TObjective, TMemory> minimizer, TObjective objective)
        where TObjective : class, IObjective =>
        Of(name, sees, minimizer.Minimize(objective, Rosenbrock.Start));

    private static Walker Of<TMemory>(string name, string sees, Training<TMemory> training)
    {
        var states = new List<IState>();
        var solution = training.Observe(states.Add).Solve(Rule);
        return new(name, sees, solution.Reason, [.. states]);
    }
}
