using Descent.Linq;

namespace Descent.Benchmarks;

/// <summary>W7: one lasso, from arrays to a proven relative duality gap.</summary>
internal sealed class Lasso : IWorkload
{
    private const double Gap = 1e-6;

    /// <inheritdoc/>
    public string Id => "W7";

    /// <inheritdoc/>
    public string Title => "lasso, 20 000 × 500, to a relative duality gap of 1e-6";

    /// <inheritdoc/>
    public string Unit => "fit";

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        Gap, "all are proven to be within this of the minimum, by the same bound; who is not, fails.");

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.Faster(Names.Descent, 1, Names.LassoRows),
        Aim.Faster(Names.Descent, 1, Names.LassoColumns),
        Aim.Faster(Names.DescentParallel, 1, Names.LassoRowsParallel),
        Aim.Faster(Names.DescentParallel, 1, Names.LassoColumnsParallel),
        Aim.Faster(Names.Descent, 1, Names.Glmnet),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.GetLasso();
        var (features, targets) = (problem.ToDataset().Features, Vector.Of(problem.Targets));
        var penalty = new L1(LassoProblem.StrengthOf(problem));
        return [Fit(Names.Descent, threads: 1), Fit(Names.DescentParallel, arena.Threads)];

        // A dataset remembers what was asked of its features: each fit has one of its own.
        EmpiricalRisk Risk(int threads) => new(
            new Dataset(features, targets), Loss.HalfSquared, bias: false, maxDegreeOfParallelism: threads);

        InProcess<Vector> Fit(string name, int threads) => new(
            name,
            _ => new CoordinateDescent(penalty).Minimize(Risk(threads), Vector.Zeros(problem.Columns))
                .Until(state => state.Memory.RelativeGap <= Gap).Last().Parameters,
            weights => Proven(Risk(threads), weights, penalty));
    }

    private static double Proven(EmpiricalRisk risk, Vector weights, L1 penalty)
    {
        var certificate = DualityGap.At(risk, weights, penalty);
        return certificate.RelativeGap <= Gap ? certificate.Primal : double.NaN;
    }
}
