using System.Collections.Immutable;

namespace Descent;

/// <summary>The rows of each step's batch, as a pure function of (seed, step).</summary>
internal sealed class Batches
{
    private readonly Func<long, RowSet> _rows;

    private Batches(int perEpoch, bool areSingleRows, Func<long, RowSet> rows)
    {
        PerEpoch = perEpoch;
        AreSingleRows = areSingleRows;
        _rows = rows;
    }

    public int PerEpoch { get; }

    /// <summary>
    /// Whether each batch is the one row that follows the last batch's in its epoch's list.
    /// </summary>
    public bool AreSingleRows { get; }

    public RowSet At(long step) => _rows(step);

    public static Batches Of(int rows, int size, Seed seed, Sampling sampling)
    {
        var perEpoch = (int)(((long)rows + size - 1) / size);
        return sampling switch
        {
            // A batch of all rows is the full objective: in file order, so that the bits are too.
            Sampling.Shuffled when size < rows => Shuffled(rows, size, perEpoch, seed),
            Sampling.WithReplacement =>
                new Batches(perEpoch, false, step => RowSet.Of(Drawn(rows, size, seed, step))),
            _ => Sequential(rows, size, perEpoch),
        };
    }

    public static Batches Listed(ImmutableArray<ImmutableArray<int>> batches) =>
        new(batches.Length, false, step => RowSet.Of(batches[(int)(step % batches.Length)].AsMemory()));

    private static Batches Sequential(int rows, int size, int perEpoch)
    {
        var fileOrder = Enumerable.Range(0, rows).ToArray();
        return new Batches(perEpoch, size == 1, step => Part(fileOrder, size, step % perEpoch));
    }

    private static Batches Shuffled(int rows, int size, int perEpoch, Seed seed)
    {
        var order = new RecentValues<ReadOnlyMemory<int>>(
            epoch => seed.Derive(epoch).Permutation(rows).AsMemory());
        return new Batches(
            perEpoch, size == 1, step => Part(order.At(step / perEpoch), size, step % perEpoch));
    }

    private static int[] Drawn(int rows, int size, Seed seed, long step)
    {
        var draws = seed.Derive(step);
        var result = new int[size];
        for (var place = 0; place < size; place++)
            result[place] = draws.Integer(place, rows);
        return result;
    }

    private static RowSet Part(ReadOnlyMemory<int> order, int size, long batch)
    {
        var first = (int)batch * size;
        return RowSet.Part(order, first, Math.Min(size, order.Length - first));
    }
}
