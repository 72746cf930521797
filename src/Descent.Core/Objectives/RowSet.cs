namespace Descent;

/// <summary>The rows an evaluation runs over: all of them in order, or a list.</summary>
internal readonly ref struct RowSet
{
    private readonly ReadOnlySpan<int> _rows;
    private readonly bool _isAll;

    private RowSet(ReadOnlySpan<int> rows, bool isAll, int count)
    {
        _rows = rows;
        _isAll = isAll;
        Count = count;
    }

    public int Count { get; }

    public int this[int i] => _isAll ? i : _rows[i];

    public static RowSet All(int count) => new([], isAll: true, count);

    public static RowSet Of(ReadOnlySpan<int> rows) => new(rows, isAll: false, rows.Length);
}
