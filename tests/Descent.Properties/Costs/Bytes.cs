namespace Descent.Properties;

/// <summary>What objects take on a heap of 64 bits, and what a piece of work takes from it.</summary>
/// <remarks>
/// An object has 16 bytes of its own (the word before it and its type) and its fields, each padded to 8; an
/// array has 8 more, its length. A vector is an array and a reference to it.
/// </remarks>
internal static class Bytes
{
    private const int Times = 4;

    public const int OfObject = 16;

    public const int OfReference = 8;

    /// <summary>
    /// Step, evaluations, parameters, loss, gradient, and the memory (an empty one takes 8).
    /// </summary>
    public const int OfState = OfObject + (6 * 8);

    public static long OfVector(int count) => OfObject + 8 + (8L * count);

    /// <summary>An array of whole numbers, padded to 8.</summary>
    public static long OfRows(int count) => OfObject + 8 + ((((4L * count) + 7) / 8) * 8);

    /// <summary>What this thread takes for a piece of work, the least of several times.</summary>
    /// <remarks>
    /// The runtime may add to it: when something is used first, or when the pool of buffers is emptied by
    /// another thread or by a collection. Nothing ever takes away from it.
    /// </remarks>
    public static long TakenBy(Action work) => Enumerable.Range(0, Times).Min(_ => TakenOnceBy(work));

    /// <summary>What so many further states of a run take, the least of several times.</summary>
    public static long TakenByStates(IEnumerable<IState> run, int count)
    {
        using var states = run.GetEnumerator();
        return TakenBy(() =>
        {
            for (var left = count; left > 0; left--)
                states.MoveNext();
        });
    }

    private static long TakenOnceBy(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
