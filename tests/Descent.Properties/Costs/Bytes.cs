namespace Descent.Properties;

/// <summary>What objects take on a heap of 64 bits, and what a piece of work takes from it.</summary>
/// <remarks>
/// An object has 16 bytes of its own (the word before it and its type) and its fields, each padded to 8; an
/// array has 8 more, its length. A vector is an array and a reference to it.
/// </remarks>
internal static class Bytes
{
    public const int OfObject = 16;

    public const int OfReference = 8;

    /// <summary>
    /// Step, evaluations, parameters, loss, gradient, and the memory (an empty one takes 8).
    /// </summary>
    public const int OfState = OfObject + (6 * 8);

    public static long OfVector(int count) => OfObject + 8 + (8L * count);

    /// <summary>An array of whole numbers, padded to 8.</summary>
    public static long OfRows(int count) => OfObject + 8 + ((((4L * count) + 7) / 8) * 8);

    /// <summary>What this thread takes for a piece of work.</summary>
    public static long TakenBy(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>What so many further states of a run take, after as many to warm up.</summary>
    public static long TakenByStates(IEnumerable<IState> run, int count)
    {
        using var states = run.GetEnumerator();
        Draw(count);
        return TakenBy(() => Draw(count));

        void Draw(int left)
        {
            while (left-- > 0 && states.MoveNext())
            {
            }
        }
    }
}
