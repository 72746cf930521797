using System.Collections.Immutable;

namespace Descent.Benchmarks;

/// <summary>Descent beside its rivals and the machine's limits.</summary>
internal static class WorkloadMode
{
    private static readonly ImmutableArray<IWorkload> All =
    [
        new FullBatchInMemory(), new FullBatchInCache(), new PerSample(), new MiniBatch(),
        new SoftmaxFullBatch(), new SoftmaxMiniBatch(), new SixPointLine(), new Lasso(),
        LogisticOptimum.InMemory, LogisticOptimum.InCache,
    ];

    /// <summary>Runs the workloads asked for.</summary>
    /// <returns>0, 1 where contenders disagree, or 2 after a wrong name.</returns>
    public static int Run(Request request, TextWriter output, TextWriter error)
    {
        var unknown = request.Workloads.Where(name => All.All(w => !Matches(w, name))).ToList();
        if (unknown.Count > 0)
        {
            error.WriteLine(
                $"There is no workload '{unknown[0]}'; they are {string.Join(", ", All.Select(w => w.Id))}.");
            return 2;
        }

        var arena = new Arena(new ProblemFiles(Path.Combine("artifacts", "benchmarks")), request.Threads);
        using var outsiders = new Outsiders(arena.Files.Folder, request.Threads);
        Machine.Print(request, output);
        var agreed = true;
        foreach (var workload in All)
        {
            if (request.Workloads.IsEmpty || request.Workloads.Any(name => Matches(workload, name)))
                agreed &= Run(workload, arena, outsiders, request, output);
        }

        var versions = string.Join("; ", outsiders.Versions.DefaultIfEmpty("nothing"));
        output.WriteLine($"Beside this process: {versions}.");
        if (!agreed)
            error.WriteLine("LOSSES DISAGREE, see above: those times are not of the same work.");
        return agreed ? 0 : 1;
    }

    private static bool Run(
        IWorkload workload, Arena arena, Outsiders outsiders, Request request, TextWriter output)
    {
        var count = request.Quick ? Math.Max(1, workload.Count / 10) : workload.Count;
        Contender[] own = [.. workload.Contenders(arena)];      // first: this writes the problem's file
        var (others, absent) = outsiders.Of(workload.Id);
        var results = Race.Run([.. own, .. others], count, request.Repetitions);
        return Report.Print(workload, results, absent, output);
    }

    private static bool Matches(IWorkload workload, string name) =>
        workload.Id.Equals(name, StringComparison.OrdinalIgnoreCase);
}
