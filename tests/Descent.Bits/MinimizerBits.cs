using Descent.Linq;

namespace Descent.Bits;

/// <summary>Runs of each minimizer, to where they are stalled or thirty steps far.</summary>
internal static class MinimizerBits
{
    private const int Steps = 30;

    public static IEnumerable<Result> All(Workers workers)
    {
        var data = Samples.Of(rows: 600, features: 13, weighted: true);
        var risk = workers.Risk(data, Loss.Logistic, new L2(0.01));
        return [.. Smooth(risk), .. Curved(workers, data, risk), .. Composite(workers, data), .. Fits()];
    }

    private static IEnumerable<Result> Smooth(EmpiricalRisk risk) =>
    [
        Run("steepest-descent", new SteepestDescent(), risk),
        Run("steepest-descent.wolfe", new SteepestDescent(new StrongWolfe()), risk),
        Run("conjugate-gradient", new ConjugateGradient(), risk),
        Run("conjugate-gradient.polak-ribiere",
            new ConjugateGradient(ConjugacyRule.PolakRibierePlus, new HagerZhang()), risk),
        Run("bfgs", new Bfgs(), risk),
        Run("l-bfgs", new LBfgs(), risk),
        Run("l-bfgs.hager-zhang", new LBfgs(3, new HagerZhang()), risk),
        Run("l-bfgs-b", new LBfgsB(new Box(-0.5, 0.25)), risk),
        Run("projected.box", new ProjectedGradient(new Box(-0.5, 0.25)), risk),
        Run("projected.ball", new ProjectedGradient(new Ball(0.3)), risk),
        Run("projected.simplex", new ProjectedGradient(new Simplex()), risk),
    ];

    private static IEnumerable<Result> Curved(Workers workers, Dataset data, EmpiricalRisk risk)
    {
        var targets = data.Targets.Zip(Enumerable.Range(0, data.Count), (y, i) => y + (i % 2));
        var classes = new Dataset(data.Features, Vector.From(targets));
        var softmax = workers.Softmax(classes, 3, new L2(0.01));
        var start = SampledStart.Of(risk, rows: 200, seed: 5);
        return
        [
            Run("newton", new Newton(), risk),
            Run("newton.softmax", new Newton(), softmax),
            Run("newton-cg", new NewtonCG(), risk),
            Run("newton-cg.softmax", new NewtonCG(), softmax),
            Run("trust-region-newton", new TrustRegionNewton { MaxForcing = 0.1 }, risk),
            Run("l-bfgs.sampled-start", new LBfgs(Metric: start.Metric), risk),
            Result.Of("minimizer.sampled-start", start.Parameters),
        ];
    }

    private static IEnumerable<Result> Composite(Workers workers, Dataset data)
    {
        var (lasso, net) = (new L1(0.01), new ElasticNet(0.02));
        var squared = workers.Risk(data, Loss.HalfSquared);
        var logistic = workers.Risk(data, Loss.Logistic);
        var sparse = workers.Risk(Samples.Sparse(data), Loss.HalfSquared);
        return
        [
            Run("proximal-search", new ProximalSearch(lasso), logistic),
            Run("fista", new Fista(lasso), logistic),
            Run("fista.no-restart", new Fista(net, Restart: FistaRestart.None), squared),
            Run("saga", new Saga(lasso, Seed: 3), logistic),
            Run("svrg", new Svrg(net, Seed: 3), logistic),
            Run("coordinate-descent", new CoordinateDescent(lasso), squared),
            Run("coordinate-descent.sparse", new CoordinateDescent(lasso), sparse),
            Run("coordinate-descent.logistic", new CoordinateDescent(net), logistic),
            Result.Of("minimizer.path", RegularizationPath.Of(squared, count: 8)
                .SelectMany(point => point.Parameters.Append(point.Strength).Append(point.Certificate.Gap))),
            Result.Of("minimizer.gap", Runs.Numbers(new Fista(lasso).Minimize(logistic, Runs.Start(logistic))
                .Steps(5)).Append(DualityGap.At(logistic, Runs.Start(logistic), lasso).Gap)),
        ];
    }

    private static IEnumerable<Result> Fits()
    {
        // b₀ (1 − e^(−b₁ x)), as NIST's Misra1a.
        var x = Enumerable.Range(1, 14).Select(i => 0.25 * i).ToArray();
        var curve = Residuals.From(
            2,
            x.Length,
            b => Vector.From(x.Select((t, i) => (-b[0] * Elementary.Expm1(-b[1] * t)) - (2 + (0.1 * i)))),
            b => Matrix.From(x.Length, 2, (i, j) => j == 0
                ? -Elementary.Expm1(-b[1] * x[i])
                : b[0] * x[i] * Elementary.Exp(-b[1] * x[i])));
        return
        [
            Run("gauss-newton", new GaussNewton(), curve),
            Run("levenberg-marquardt", new LevenbergMarquardt(), curve),
        ];
    }

    private static Result Run<TObjective, TMemory>(
        string name, IMinimizer<TObjective, TMemory> minimizer, TObjective objective)
        where TObjective : class, IObjective =>
        Result.Of(
            "minimizer." + name,
            Runs.Numbers(minimizer.Minimize(objective, Runs.Start(objective)).Steps(Steps)
                .Select(state => (IState)state)));
}
