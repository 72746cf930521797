namespace Descent;

/// <summary>Remembers recent values of a pure function of a number.</summary>
/// <remarks>
/// With <c>RecentGram</c> the one place in this assembly that changes after construction. It cannot be seen
/// from outside: the function is pure, and key and value are published together in one reference, so that any
/// number of threads get the right value and at worst compute it again. There are <see cref="Places"/>
/// places, found by the key's remainder, so that runs a few keys apart do not push out each other's.
/// </remarks>
internal sealed class RecentValues<TValue>(Func<long, TValue> function)
{
    public const int Places = 4;

    private readonly Entry?[] _recent = new Entry?[Places];

    public TValue At(long key)
    {
        ref var place = ref _recent[key % Places];
        var entry = Volatile.Read(ref place);
        if (entry is null || entry.Key != key)
        {
            entry = new Entry(key, function(key));
            Volatile.Write(ref place, entry);
        }

        return entry.Value;
    }

    private sealed record Entry(long Key, TValue Value);
}
