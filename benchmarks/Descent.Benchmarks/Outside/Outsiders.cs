namespace Descent.Benchmarks;

/// <summary>The rivals in other languages, started when a workload first wants them.</summary>
/// <param name="folder">Where the problems are.</param>
/// <param name="threads">How many threads those use that use several.</param>
internal sealed class Outsiders(string folder, int threads) : IDisposable
{
    private readonly Dictionary<Outsider, OutsideProgram?> _programs = [];

    /// <summary>The versions of those that have run.</summary>
    public IEnumerable<string> Versions =>
        _programs.Values.OfType<OutsideProgram>().Select(program => program.Version).Distinct();

    /// <summary>A workload's contenders that are installed, and the names of those that are not.</summary>
    public (IReadOnlyList<Contender> Present, IReadOnlyList<string> Absent) Of(string workload)
    {
        var invited = Outsider.All.Where(outsider => outsider.Workloads.Contains(workload)).ToList();
        return (
            [.. invited.Select(o => Contender(o, workload)).OfType<Contender>()],
            [.. invited.Where(o => Program(o) is null).Select(o => o.Name)]);
    }

    /// <summary>Ends all programs.</summary>
    public void Dispose()
    {
        foreach (var program in _programs.Values)
            program?.Dispose();
    }

    private OutsideContender? Contender(Outsider outsider, string workload) =>
        Program(outsider) is { } program
            ? new OutsideContender(outsider.Name, workload, program)
            {
                HasOwnOrder = true,
                ComparedWith = outsider.UsesThreads ? Names.DescentParallel : null,
            }
            : null;

    private OutsideProgram? Program(Outsider outsider)
    {
        if (!_programs.TryGetValue(outsider, out var program))
        {
            program = outsider.Command(folder) is { } command
                ? OutsideProgram.Start(command, outsider.UsesThreads ? threads : 1)
                : null;
            _programs.Add(outsider, program);
        }

        return program;
    }
}
