using System.Diagnostics;

namespace Descent.Benchmarks;

/// <summary>A contender in this process.</summary>
/// <typeparam name="TResult">What its work returns.</typeparam>
/// <param name="name">Its name in tables and aims.</param>
/// <param name="work">The work, given the count; this alone is timed.</param>
/// <param name="loss">The loss that a result ended at.</param>
internal sealed class InProcess<TResult>(string name, Func<int, TResult> work, Func<TResult, double?> loss)
    : Contender(name)
{
    /// <inheritdoc/>
    public override Lap Run(int count)
    {
        // Nobody pays for the garbage of the contender before.
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = work(count);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return new Lap(elapsed.TotalMilliseconds, loss(result), bytes);
    }
}
