namespace Descent;

/// <summary>The rows an evaluation runs over: all of them in order, or a part of a list.</summary>
internal readonly struct RowSet
{
    private readonly ReadOnlyMemory<int> _list;

    private RowSet(ReadOnlyMemory<int> list, int start, int count)
    {
        _list = list;
        Start = start;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Where in the list the rows begin.</summary>
    public int Start { get; }

    /// <summary>
    /// The list, which may go on with rows that are likely to come next; empty for all rows in order.
    /// </summary>
    public ReadOnlySpan<int> List => _list.Span;

    public static RowSet All(int count) => new(default, 0, count);

    public static RowSet Part(ReadOnlyMemory<int> list, int start, int count) => new(list, start, count);

    public static RowSet Of(ReadOnlyMemory<int> list) => new(list, 0, list.Length);
}
