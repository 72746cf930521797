using System.Collections.Immutable;
using Descent.Linq;

namespace Descent.TestFunctions;

/// <summary>Our minimizers, one line each.</summary>
public static class OwnSolvers
{
    /// <summary>The norm of the gradient at which a run ends.</summary>
    public const double Tolerance = 1e-10;

    private const long MostSteps = 5_000;

    private static readonly Box Everywhere = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Solver> All { get; } =
    [
        Of("SteepestDescent", new SteepestDescent()),
        Of("ConjugateGradient", new ConjugateGradient()),
        Of("Bfgs", new Bfgs()),
        Of("Bfgs, Hager–Zhang", new Bfgs(new HagerZhang())),
        Of("LBfgs", new LBfgs()),
        Of("LBfgs, Hager–Zhang", new LBfgs(10, new HagerZhang())),
        Of("LBfgsB, Armijo", new LBfgsB(Everywhere, 10, new Armijo())),
        Of("LBfgsB, Hager–Zhang", new LBfgsB(Everywhere, 10, new HagerZhang())),
        Of("LBfgsB", new LBfgsB(Everywhere)),
        Of("Newton", new Newton(), function => function),
        Of("NewtonCG", new NewtonCG(), function => function),
        Of("TrustRegionNewton", new TrustRegionNewton(), function => function),
        Of("GaussNewton", new GaussNewton(), function => function.AsResiduals()),
        Of("LevenbergMarquardt", new LevenbergMarquardt(), function => function.AsResiduals()),
    ];

    private static Solver Of<TMemory>(string name, IMinimizer<IObjective, TMemory> minimizer) =>
        Of(name, minimizer, function => function);

    /// <summary>A minimizer that asks for more than loss and gradient, made from a function.</summary>
    private static Solver Of<TObjective, TMemory>(
        string name, IMinimizer<TObjective, TMemory> minimizer, Func<CountedFunction, TObjective> objective)
        where TObjective : class, IObjective => new(name, function =>
        {
            var counted = new CountedFunction(function);
            var last = minimizer.Minimize(objective(counted), function.Start)
                .Steps(MostSteps)
                .Until(state => state.Converged(Tolerance))
                .Last();
            return new(last.Parameters, counted.Evaluations, Reason(last), Claims(last));
        });

    private static bool Claims(IState last) =>
        last.Converged(Tolerance) || last.Stall == Stall.Stationary;

    private static string Reason(IState last) =>
        last.Converged(Tolerance) ? FormattableString.Invariant($"‖∇f‖ ≤ {Tolerance:0e+0}")
        : last.Stall != Stall.None ? last.Stall.ToString()
        : !last.IsFinite ? "not finite"
        : FormattableString.Invariant($"{MostSteps} steps");
}
