namespace Descent.Benchmarks;

/// <summary>W3: a step for each sample.</summary>
internal sealed class PerSample : IWorkload
{
    private const double Rate = 0.001;

    /// <inheritdoc/>
    public string Id => "W3";

    /// <inheritdoc/>
    public string Title => "logistic, 100 000 × 50, per-sample descent in shuffled order";

    /// <inheritdoc/>
    public string Unit => "epoch";

    /// <inheritdoc/>
    public int Count => 10;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        1e-9,
        "steps with η ≤ 1 / L of their sample do not magnify rounding, and a million of 2e-16 are "
        + "2e-10; another order ends elsewhere in the noise, (η / 4) tr H = 2e-3 of excess loss, which "
        + "varies by a fifth.")
    {
        OwnOrderTolerance = 5e-3,
    };

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.Faster(Names.EveryEpoch, 6, Names.ScikitLearn),
        Aim.Faster(Names.EveryEpoch, 2, Names.Tensors),
        Aim.Faster(Names.AllStates, 2, Names.ScikitLearn),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.Get(LogisticProblem.Middle);
        return
        [
            .. Entrants.Batches(problem, size: 1, Rate),
            Entrants.BatchLimit(problem, size: 1, Count),
            .. Entrants.BatchRivals(problem, size: 1, Rate),
        ];
    }
}
