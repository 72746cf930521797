using Descent.Linq;

namespace Descent.Bits;

/// <summary>Fifty steps of each optimizer on mini-batches of logistic regression, and of the lasso.</summary>
internal static class TrainingBits
{
    private const int Steps = 50;

    public static IEnumerable<Result> All(Workers workers)
    {
        var data = Samples.Of(rows: 600, features: 13, weighted: false);
        var risk = workers.Risk(data, Loss.Logistic, new L2(0.01));
        var batches = new MiniBatches(risk, size: 37, seed: 1847);
        var sparse = data.WithFeatures(data.Features.ToSparse());
        var cosine = LearningRate.Cosine(0.5, Steps).WithWarmUp(5);
        return
        [
            Run("training.gradient-descent", new GradientDescent(0.5), batches),
            Run("training.momentum", new Momentum(0.1), batches),
            Run("training.nesterov", new Nesterov(0.1), batches),
            Run("training.adam", new Adam(0.01), batches),
            Run("training.clipped-momentum", new Momentum(0.1).ClipByNorm(0.05), batches),
            Run("training.exponential", new GradientDescent(LearningRate.Exponential(0.5, 0.97)), batches),
            Run("training.cosine", new GradientDescent(cosine), batches),
            Lasso("training.lasso", risk),
            Lasso("training.lasso.sparse", workers.Risk(sparse, Loss.Logistic)),
        ];
    }

    private static Result Run<TMemory>(string name, IOptimizer<TMemory> optimizer, MiniBatches batches) =>
        Result.Of(
            name, Runs.Numbers(optimizer.Minimize(batches, Vector.Zeros(batches.Dimension)).Steps(Steps)));

    private static Result Lasso(string name, EmpiricalRisk risk)
    {
        var lasso = new ProximalGradient(0.5, new L1(0.01));
        return Result.Of(name, Runs.Numbers(lasso.Minimize(risk, Vector.Zeros(risk.Dimension)).Steps(Steps)));
    }
}
