using Descent.Linq;

namespace Descent.Bits;

/// <summary>Mini-batches of every size and order, their runs, and the states at the ends of epochs.</summary>
internal static class BatchBits
{
    private const int Rows = 300;
    private const int Features = 5;

    private static readonly int[] Sizes = [1, 7, 64, Rows];

    private static readonly (string Name, Sampling Sampling)[] Orders =
    [
        ("shuffled", Sampling.Shuffled),
        ("sequential", Sampling.Sequential),
        ("with-replacement", Sampling.WithReplacement),
    ];

    public static IEnumerable<Result> All(Workers workers)
    {
        var risk = Risk(workers, Loss.Logistic, weighted: false);
        var summed = workers.Risk(risk.Data, Loss.Logistic, new L2(0.01), Reduction.Sum);
        var weighted = Risk(workers, Loss.Logistic, weighted: true);
        int[][] lists = [[299, 0, 17], [3, 3], [.. Enumerable.Range(20, 265)]];
        return
        [
            .. from order in Orders
               select Result.Of($"batches.{order.Name}.rows", Sizes.SelectMany(size =>
                   RowsOf(new MiniBatches(risk, size, seed: 1847, order.Sampling)))),
            .. from order in Orders
               from size in Sizes
               let name = $"batches.{order.Name}.{(size == Rows ? "all" : size)}"
               select Run(name, new MiniBatches(risk, size, seed: 1847, order.Sampling)),
            Run("batches.weighted", new MiniBatches(weighted, 64, seed: -5)),
            Run("batches.sum", new MiniBatches(summed, 64, seed: -5), rate: 0.0005),
            Run("batches.listed", new MiniBatches(risk, lists)),
            .. from loss in NamedLosses.Bounded
               select Epochs($"epochs.{loss.Name}", new GradientDescent(0.02), workers, loss.Loss),
            Epochs("epochs.momentum", new Momentum(0.005), workers, Loss.Logistic),
            Epochs("epochs.adam", new Adam(0.005), workers, Loss.Logistic),
        ];
    }

    private static EmpiricalRisk Risk(Workers workers, ILoss loss, bool weighted) =>
        workers.Risk(Samples.Of(Rows, Features, weighted), loss, new L2(0.01));

    /// <summary>Three epochs of row numbers.</summary>
    private static IEnumerable<double> RowsOf(MiniBatches batches) =>
        from step in Enumerable.Range(0, 3 * batches.StepsPerEpoch)
        from row in batches.RowsAt(step)
        select (double)row;

    private static Result Run(string name, MiniBatches batches, double rate = 0.05) =>
        Result.Of(name, Runs.Numbers(new Momentum(rate), batches, steps: 100));

    private static Result Epochs<TMemory>(
        string name, IOptimizer<TMemory> optimizer, Workers workers, ILoss loss) => Result.Of(
            name,
            from weighted in new[] { false, true }
            let risk = Risk(workers, loss, weighted)
            from size in Sizes
            let batches = new MiniBatches(risk, size, seed: 3)
            let run = optimizer.Minimize(batches, Runs.Start(risk))
            from states in new[] { run.EveryEpoch().Take(3), run.Every(2).Take(6) }
            from number in Runs.Numbers(states)
            select number);
}
