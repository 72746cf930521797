using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Optimization.TrustRegion;
using Dense = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Descent.TestFunctions;

/// <summary>The minimizers of MathNet.Numerics that take a gradient, a Hessian or residuals.</summary>
/// <remarks>
/// The gradient's tolerance is ours. Those of parameters and loss are 10⁻¹⁵ or 0, so that they end a run only
/// where rounding does.
/// </remarks>
internal static class MathNetSolvers
{
    private const double Gradient = OwnSolvers.Tolerance;
    private const double Others = 1e-15;
    private const int Iterations = 5_000;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Solver> All { get; } =
    [
        Smooth("ConjugateGradient", (f, x) =>
            new ConjugateGradientMinimizer(Gradient, Iterations).FindMinimum(f, x)),
        Smooth("Bfgs", (f, x) => new BfgsMinimizer(Gradient, Others, Others, Iterations).FindMinimum(f, x)),
        Smooth("LimitedMemoryBfgs", (f, x) =>
            new LimitedMemoryBfgsMinimizer(Gradient, Others, Others, 10, Iterations).FindMinimum(f, x)),
        Smooth("BfgsB", (f, x) => new BfgsBMinimizer(Gradient, Others, Others, Iterations).FindMinimum(
            f,
            Dense.Build.Dense(x.Count, double.NegativeInfinity),
            Dense.Build.Dense(x.Count, double.PositiveInfinity),
            x)),
        Smooth("Newton", (f, x) => new NewtonMinimizer(Gradient, Iterations).FindMinimum(f, x)),
        Smooth("Newton, line search", (f, x) =>
            new NewtonMinimizer(Gradient, Iterations, useLineSearch: true).FindMinimum(f, x)),
        Residual("LevenbergMarquardt", (f, x) => new LevenbergMarquardtMinimizer(
            1e-3, Gradient, Others, 0, Iterations).FindMinimum(f, x)),
        Residual("TrustRegionDogLeg", (f, x) => new TrustRegionDogLegMinimizer(
            Gradient, Others, 0, Others, Iterations).FindMinimum(f, x)),
        Residual("TrustRegionNewtonCG", (f, x) => new TrustRegionNewtonCGMinimizer(
            Gradient, Others, 0, Others, Iterations).FindMinimum(f, x)),
    ];

    private static Solver Smooth(string name, Func<IObjectiveFunction, Dense, MinimizationResult> find) =>
        new($"MathNet {name}", function =>
        {
            var counted = new CountedFunction(function);
            (double, Dense) Evaluate(Dense x)
            {
                var (loss, gradient) = counted.Evaluate(Ours(x));
                return (loss, Theirs(gradient));
            }

            return Guarded(counted, () =>
            {
                var objective = name.StartsWith("Newton", StringComparison.Ordinal)
                    ? ObjectiveFunction.GradientHessian(x =>
                    {
                        var (loss, gradient) = Evaluate(x);
                        return (loss, gradient, Theirs(function.Hessian(Ours(x))));
                    })
                    : ObjectiveFunction.Gradient(Evaluate);
                var result = find(objective, Theirs(function.Start));
                return (result.MinimizingPoint, result.ReasonForExit);
            });
        });

    private static Solver Residual(
        string name, Func<IObjectiveModel, Dense, NonlinearMinimizationResult> find) =>
        new($"MathNet {name}", function =>
        {
            var counted = new CountedFunction(function);
            var count = function.Residuals(function.Start).Count;
            var model = ObjectiveFunction.NonlinearModel(
                (p, _) => Theirs(counted.Residuals(Ours(p))),
                (p, _) => Theirs(function.Jacobian(Ours(p))),
                Dense.Build.Dense(count, i => i),
                Dense.Build.Dense(count));
            return Guarded(counted, () =>
            {
                var result = find(model, Theirs(function.Start));
                return (result.MinimizingPoint, result.ReasonForExit);
            });
        });

    private static Outcome Guarded(CountedFunction counted, Func<(Dense Point, ExitCondition Reason)> find)
    {
        try
        {
            var (point, reason) = find();
            return new(Ours(point), counted.Evaluations, reason.ToString(), Claims(reason));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new(null, counted.Evaluations, $"throws {failure.GetType().Name}", false);
        }
    }

    private static bool Claims(ExitCondition reason) => reason is ExitCondition.AbsoluteGradient
        or ExitCondition.RelativeGradient or ExitCondition.RelativePoints or ExitCondition.Converged
        or ExitCondition.WeakWolfeCriteria or ExitCondition.StrongWolfeCriteria
        or ExitCondition.BoundTolerance;

    private static Vector Ours(Dense vector) => Vector.From(vector);

    private static Dense Theirs(Vector vector) => Dense.Build.DenseOfEnumerable(vector);

    private static Matrix<double> Theirs(Matrix matrix) =>
        Matrix<double>.Build.Dense(matrix.Rows, matrix.Columns, (i, j) => matrix[i, j]);
}
