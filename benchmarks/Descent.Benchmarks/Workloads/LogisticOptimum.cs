using Descent.Linq;

namespace Descent.Benchmarks;

/// <summary>W8 and W8b: logistic regression with an L2 penalty, to 10⁻¹⁰ of the optimum.</summary>
/// <remarks>
/// The penalty is ‖w‖² / 2N beside the mean loss: scikit-learn's C = 1. It has the best of its solvers; each
/// is told beforehand the greatest tolerance that brings it near enough, since it means something else for
/// each. Descent's is a gradient norm that was found likewise.
/// </remarks>
internal sealed class LogisticOptimum : IWorkload
{
    private const double NearEnough = 1e-10;

    private readonly LogisticProblem _problem;
    private readonly Func<EmpiricalRisk, double> _solve;
    private readonly double _times;

    private LogisticOptimum(
        string id, LogisticProblem problem, string size, double times, Func<EmpiricalRisk, double> solve)
    {
        (Id, Title) = (id, $"logistic with L2, {size}, to 1e-10 of the optimum");
        (_problem, _times, _solve) = (problem, times, solve);
    }

    /// <summary>W8: data that no cache holds, so that passes over it are what counts.</summary>
    public static readonly LogisticOptimum InMemory =
        new("W8", LogisticProblem.Large, "200 000 × 100", times: 5, FromSample);

    /// <summary>W8b: data that stays in the cache of a core, where a pass takes 30 microseconds.</summary>
    public static readonly LogisticOptimum InCache =
        new("W8b", LogisticProblem.Small, "2 000 × 50", times: 4, FromZero);

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public string Unit => "optimum";

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        5e-10, "each is within 1e-10 of the optimum, about 0.46; who is not, fails.");

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        .. Names.Solvers.Select(solver => Aim.Faster(Names.Descent, _times, Names.Solver(solver))),
        .. Names.ThreadedSolvers.Select(solver =>
            Aim.Faster(Names.DescentParallel, _times, Names.Parallel(Names.Solver(solver)))),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.Get(_problem);
        yield return Run(Names.Descent, problem, 1, _solve);
        yield return Run(Names.DescentParallel, problem, arena.Threads, _solve);
        if (_solve != FromZero)
            yield return Run(Names.PlainLBfgs, problem, 1, FromZero);
    }

    private static InProcess<double> Run(
        string name, Problem problem, int threads, Func<EmpiricalRisk, double> solve)
    {
        var risk = problem.LogisticRisk(threads, new L2(1.0 / problem.Rows));
        var least = new Lazy<double>(
            () => new LBfgs().Minimize(risk, Vector.Zeros(risk.Dimension)).Take(200).Last().Loss);
        return new(name, _ => solve(risk), loss => loss <= least.Value + NearEnough ? loss : double.NaN);
    }

    private static double FromSample(EmpiricalRisk risk)
    {
        var start = SampledStart.Of(risk, rows: 20_000, seed: 7);
        return Solve(new LBfgs(Metric: start.Metric), risk, start.Parameters, 1e-5);
    }

    private static double FromZero(EmpiricalRisk risk) =>
        Solve(new LBfgs(), risk, Vector.Zeros(risk.Dimension), 4e-6);

    private static double Solve(LBfgs minimizer, EmpiricalRisk risk, Vector from, double tolerance) =>
        minimizer.Minimize(risk, from).Until(state => state.Converged(tolerance)).Last().Loss;
}
