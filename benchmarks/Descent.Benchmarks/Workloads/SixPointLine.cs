using Descent.Linq;

namespace Descent.Benchmarks;

/// <summary>W6: hardly any arithmetic, so that what a state costs is seen.</summary>
internal sealed class SixPointLine : IWorkload
{
    /// <inheritdoc/>
    public string Id => "W6";

    /// <inheritdoc/>
    public string Title => "the six-point line, states drawn from the sequence";

    /// <inheritdoc/>
    public string Unit => "state";

    /// <inheritdoc/>
    public int Count => 100_000;

    /// <inheritdoc/>
    public Agreement Agreement { get; } = new(
        1e-12, "six terms, and steps with η ≤ 1 / L contract the differences of those before.");

    /// <inheritdoc/>
    public IEnumerable<Aim> Aims =>
    [
        Aim.Nanoseconds(Names.Descent, 80),
        Aim.Bytes(Names.Descent, 200),
        Aim.Faster(Names.Descent, 100, Names.NumPy),
    ];

    /// <inheritdoc/>
    public IEnumerable<Contender> Contenders(Arena arena)
    {
        var problem = arena.Files.GetLine();
        ILineRival[] rivals = [new PlainLine(problem), new TensorLine(problem), new MathNetLine(problem)];
        var risk = new EmpiricalRisk(problem.ToDataset(), Loss.HalfSquared);
        var training = new GradientDescent(LineProblem.Rate).Minimize(risk, Vector.Zeros(risk.Dimension));
        return
        [
            new InProcess<double>(
                Names.Descent, count => training.Steps(count - 1).Last().Loss, loss => loss),
            .. rivals.Select(rival => new InProcess<double>(
                rival.Name, count => rival.Descend(count, LineProblem.Rate), loss => loss)),
        ];
    }
}
