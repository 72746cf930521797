namespace Descent.Benchmarks;

/// <summary>W4: a step for each batch of rows that lie anywhere in memory.</summary>
internal sealed class MiniBatch : IWorkload
{
    private const int Size = 64;
    private const double Rate = 0.01;

    /// <inheritdoc/>
    public string Id => "W4";

    /// <inheritdoc/>
    public string Title => "logistic, 200 000 × 100, shuffled mini-batches of 64";

    /// <inheritdoc/>
    public string Unit => "epoch";

    /// <inheritdoc/>
    public int Count => 5;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        1e-9,
        "steps with η ≤ 1 / L of their batch do not magnify rounding; another order ends elsewhere "
        + "in the noise, (η / 4) tr H / 64 = 6e-4 of excess loss, and after one epoch also on the way "
        + "there.")
    {
        OwnOrderTolerance = 5e-3,
    };

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.Faster(Names.EveryEpoch, 1.3, Names.Tensors),
        Aim.Faster(Names.EveryEpoch, 2, Names.NumPy),
        Aim.Faster(Names.EveryEpoch, 4, Names.Ensmallen),
        Aim.Faster(Names.EveryEpoch, 8, Names.Torch),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.Get(LogisticProblem.Large);
        return
        [
            .. Entrants.Batches(problem, Size, Rate),
            Entrants.BatchLimit(problem, Size, Count),
            .. Entrants.BatchRivals(problem, Size, Rate),
        ];
    }
}
