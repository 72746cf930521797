using System.Collections.Immutable;

namespace Descent;

/// <summary>One feature before a <see cref="OneHot"/>: kept as it is, or a column of categories.</summary>
internal sealed class OneHotColumn
{
    private readonly ImmutableArray<double> _known;
    private readonly Categories? _labels;
    private readonly int _start;
    private readonly bool _dropFirst;

    private OneHotColumn(
        string name, ImmutableArray<double> known, int start, bool dropFirst, Categories? labels)
    {
        Name = name;
        _known = known;
        _start = start;
        _dropFirst = dropFirst;
        _labels = labels;
    }

    /// <summary>A feature that stays, at this place of the transformed row.</summary>
    public static OneHotColumn Kept(string name, int start) => new(name, default, start, false, null);

    /// <summary>A feature that holds categories, whose columns start at this place.</summary>
    public static OneHotColumn Of(string name, Vector column, int start, bool dropFirst) =>
        new(name, [.. column.Select(x => x + 0.0).Distinct().Order()], start, dropFirst, null);

    public OneHotColumn WithLabels(Categories labels) => new(Name, _known, _start, _dropFirst, labels);

    public string Name { get; }

    public bool IsKept => _known.IsDefault;

    /// <summary>All categories, in increasing order.</summary>
    public Vector Categories => new(_known);

    /// <summary>The number of columns of the transformed row.</summary>
    public int Width => IsKept ? 1 : _known.Length - First;

    /// <summary>The place after its columns.</summary>
    public int End => _start + Width;

    public OneHotFeature Feature => new(Name, IsKept ? null : Categories, _labels);

    // The category with the first column.
    private int First => _dropFirst ? 1 : 0;

    public IEnumerable<string> Names() =>
        IsKept
            ? [Name]
            : _known.Skip(First).Select(x => $"{Name}={_labels?.LabelOf(x) ?? Guard.Text($"{x}")}");

    /// <summary>Where the transformed row is not 0, and what is there; null where unknown.</summary>
    public (int Place, double Value)? Entry(double x)
    {
        if (IsKept)
            return (_start, x);

        var category = _known.BinarySearch(x);
        return category < 0 ? null
            : category < First ? (_start, 0)
            : (_start + category - First, 1);
    }

    /// <summary>The feature that a transformed row comes from; null where it names no category.</summary>
    public double? Restored(ReadOnlySpan<double> row)
    {
        if (IsKept)
            return row[_start];

        var own = row.Slice(_start, Width);
        var place = own.IndexOf(1.0);
        if (own.Length - own.Count(0.0) != (place < 0 ? 0 : 1))
            return null;
        return place >= 0 ? _known[First + place] : _dropFirst ? _known[0] : null;
    }
}
