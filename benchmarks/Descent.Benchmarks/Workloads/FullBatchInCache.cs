namespace Descent.Benchmarks;

/// <summary>W2: data that stays in the cache of a core, and many short steps.</summary>
internal sealed class FullBatchInCache : IWorkload
{
    private const double Rate = 0.01;     // so slow that the loss still tells what the steps were

    /// <inheritdoc/>
    public string Id => "W2";

    /// <inheritdoc/>
    public string Title => "logistic, 2 000 × 50, gradient-descent states drawn from the sequence";

    /// <inheritdoc/>
    public string Unit => "state";

    /// <inheritdoc/>
    public int Count => 5_000;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        1e-9,
        "a sum of 2 000 terms in another order differs by at most 2 000 ε = 4e-13 of itself, and "
        + "steps with η ≤ 1 / L contract what those before them left.");

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.Faster(Names.Descent, 2, Names.Tensors),
        Aim.Faster(Names.Descent, 2, Names.NumPy),
        Aim.Faster(Names.Descent, 8, Names.PlainLoop),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.Get(LogisticProblem.Small);
        var limit = new LoadsAndFmas(problem);
        return
        [
            Entrants.FullBatch(Names.Descent, problem, Rate),
            Entrants.FullBatch(Names.DescentParallel, problem, Rate, arena.Threads),
            new InProcess<double>(Names.LoadsAndFmas, limit.FullBatch, _ => null) { IsLimit = true },
            .. Entrants.FullBatchRivals(problem, Rate),
        ];
    }
}
