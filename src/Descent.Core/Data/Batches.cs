using System.Collections.Immutable;

namespace Descent;

/// <summary>The rows of each step's batch, as a pure function of (seed, step).</summary>
internal sealed class Batches
{
    private readonly Func<long, ImmutableArray<int>> _rows;

    private Batches(int perEpoch, Func<long, ImmutableArray<int>> rows)
    {
        PerEpoch = perEpoch;
        _rows = rows;
    }

    public int PerEpoch { get; }

    public ImmutableArray<int> At(long step) => _rows(step);

    public static Batches Of(int rows, int size, Seed seed, Sampling sampling)
    {
        var perEpoch = (int)(((long)rows + size - 1) / size);
        return sampling switch
        {
            // A batch of all rows is the full objective: in file order, so that the bits are too.
            Sampling.Shuffled when size < rows => Shuffled(rows, size, perEpoch, seed),
            Sampling.WithReplacement => new Batches(perEpoch, step => Drawn(rows, size, seed, step)),
            _ => Sequential(rows, size, perEpoch),
        };
    }

    public static Batches Listed(ImmutableArray<ImmutableArray<int>> batches) =>
        new(batches.Length, step => batches[(int)(step % batches.Length)]);

    private static Batches Sequential(int rows, int size, int perEpoch)
    {
        ImmutableArray<int> fileOrder = [.. Enumerable.Range(0, rows)];
        return new Batches(perEpoch, step => Slice(fileOrder, size, step % perEpoch));
    }

    private static Batches Shuffled(int rows, int size, int perEpoch, Seed seed)
    {
        var order = new RecentValues<ImmutableArray<int>>(epoch => seed.Derive(epoch).Permutation(rows));
        return new Batches(perEpoch, step => Slice(order.At(step / perEpoch), size, step % perEpoch));
    }

    private static ImmutableArray<int> Drawn(int rows, int size, Seed seed, long step)
    {
        var draws = seed.Derive(step);
        return [.. Enumerable.Range(0, size).Select(place => draws.Integer(place, rows))];
    }

    private static ImmutableArray<int> Slice(ImmutableArray<int> order, int size, long batch)
    {
        var first = (int)batch * size;
        return order.Slice(first, Math.Min(size, order.Length - first));
    }
}
