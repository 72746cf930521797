namespace Descent.Bits;

/// <summary>A hundred steps of each optimizer on each loss's risk.</summary>
internal static class OptimizerBits
{
    private const int Steps = 100;

    // Five groups of eight rows and three more; a group of eight features and three more.
    private const int Rows = 43;
    private const int Features = 11;

    private static readonly (string Name, Func<IObjective, int, IEnumerable<double>> Run)[] Optimizers =
    [
        ("gradient-descent", (objective, steps) => Runs.Numbers(new GradientDescent(0.05), objective, steps)),
        ("momentum", (objective, steps) => Runs.Numbers(new Momentum(0.02), objective, steps)),
        ("nesterov", (objective, steps) => Runs.Numbers(new Nesterov(0.02), objective, steps)),
        ("adam", (objective, steps) => Runs.Numbers(new Adam(0.01), objective, steps)),
        ("clipped", (objective, steps) => Runs.Numbers(new Momentum(0.1).ClipByNorm(0.05), objective, steps)),
    ];

    public static IEnumerable<Result> All(Workers workers) =>
    [
        .. from weighted in new[] { false, true }
           let data = Samples.Of(Rows, Features, weighted)
           from optimizer in Optimizers
           from loss in NamedLosses.Bounded
           let risk = workers.Risk(data, loss.Loss, new L2(0.01))
           select Result.Of(
               $"{optimizer.Name}.{loss.Name}{(weighted ? ".weighted" : "")}", optimizer.Run(risk, Steps)),
        .. from optimizer in Optimizers
           let risk = workers.Risk(Samples.Of(2100, Features, weighted: false), Loss.Logistic, bias: false)
           select Result.Of($"{optimizer.Name}.many-rows", optimizer.Run(risk, 5)),
    ];
}
