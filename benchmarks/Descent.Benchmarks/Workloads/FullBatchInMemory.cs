namespace Descent.Benchmarks;

/// <summary>W1: data that no cache holds; the machine's limit is to read it.</summary>
internal sealed class FullBatchInMemory : IWorkload
{
    private const double Rate = 1;

    /// <inheritdoc/>
    public string Id => "W1";

    /// <inheritdoc/>
    public string Title => "logistic, 200 000 × 100, full-batch losses and gradients";

    /// <inheritdoc/>
    public string Unit => "evaluation";

    /// <inheritdoc/>
    public int Count => 50;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        1e-9,
        "a sum of 200 000 terms in another order differs by at most 200 000 ε = 4e-11 of itself, and "
        + "steps with η ≤ 1 / L do not magnify the differences that the 50 before them leave.");

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.AtMost(Names.Descent, 1.6, Names.ReadSweep),
        Aim.AtMost(Names.DescentParallel, 1.5, Names.ReadSweepParallel),
        Aim.AtMost(Names.Descent, 1.6, Names.ReadStreams),
        Aim.AtMost(Names.DescentParallel, 1.5, Names.ReadStreamsParallel),
        Aim.Faster(Names.Descent, 1.5, Names.Tensors),
        Aim.Faster(Names.Descent, 2, Names.NumPy),
        Aim.Faster(Names.Descent, 2, Names.Torch),
        Aim.Faster(Names.Descent, 2, Names.Ensmallen),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.Get(LogisticProblem.Large);
        var sweep = new ReadSweep(problem);
        return
        [
            Entrants.FullBatch(Names.Descent, problem, Rate),
            Entrants.FullBatch(Names.DescentParallel, problem, Rate, arena.Threads),
            Limit(Names.ReadSweep, Names.Descent, n => sweep.InOrder(n, threads: 1)),
            Limit(Names.ReadSweepParallel, Names.DescentParallel, n => sweep.InOrder(n, arena.Threads)),
            Limit(Names.ReadStreams, Names.Descent, n => sweep.InStreams(n, threads: 1)),
            Limit(Names.ReadStreamsParallel, Names.DescentParallel, n => sweep.InStreams(n, arena.Threads)),
            .. Entrants.FullBatchRivals(problem, Rate),
        ];
    }

    private static InProcess<double> Limit(string name, string of, Func<int, double> work) =>
        new(name, work, _ => null)
        {
            IsLimit = true,
            ComparedWith = of,
        };
}
