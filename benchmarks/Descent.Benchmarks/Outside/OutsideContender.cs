namespace Descent.Benchmarks;

/// <summary>A contender in another process.</summary>
/// <param name="name">Its name in tables and aims.</param>
/// <param name="workload">The workload it runs.</param>
/// <param name="program">The process.</param>
internal sealed class OutsideContender(string name, string workload, OutsideProgram program) : Contender(name)
{
    /// <inheritdoc/>
    public override Lap Run(int count) => program.Run(workload, count);
}
