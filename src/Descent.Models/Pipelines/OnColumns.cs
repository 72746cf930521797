using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A preparation of some of the features, or of all but some; the others stay.</summary>
internal sealed record OnColumns(IPreparation Inner, Listed<string> Columns, bool AllBut) : IPreparation
{
    public IFeatureMap Fit(Dataset training)
    {
        var names = Guard.NotNull(training).FeatureNames;
        var named = ColumnNames.Places(names, Columns).Items;
        ImmutableArray<int> places =
            AllBut ? [.. Enumerable.Range(0, names.Length).Where(j => !named.Contains(j))] : named;
        var inner = Inner.Fit(training.WithFeatures(
            Gathered.From(training.Features, places), places.Select(place => names[place])));
        return new OnColumnsMap(names, places, inner);
    }

    public override string ToString() => $"{Inner} {(AllBut ? "except" : "on")} {Columns}";
}

/// <summary>A map of the features at some places; the others stay.</summary>
internal sealed record OnColumnsMap(Listed<string> InputNames, Listed<int> Places, IFeatureMap Inner)
    : IFeatureMap
{
    private readonly Listed<int> _sources = Sources(
        InputNames.Items.Length, Places.Items, Inner.FeatureNames.Length);

    public int FeatureCount => InputNames.Items.Length;

    public ImmutableArray<string> FeatureNames
    {
        get
        {
            ImmutableArray<string> all = [.. InputNames.Items, .. Inner.FeatureNames];
            return [.. _sources.Items.Select(source => all[source])];
        }
    }

    public Matrix Transform(Matrix features) => Gathered.From(
        ModelGuard.Features(features, FeatureCount),
        Inner.Transform(Gathered.From(features, Places.Items)),
        _sources.Items);

    public override string ToString() =>
        $"{Inner} on {string.Join(", ", Places.Items.Select(place => InputNames.Items[place]))}";

    // Where each feature comes from: of the row before, or behind it of what the inner map makes. As many as
    // before stand in their places; otherwise all stand where the first was.
    private static Listed<int> Sources(int count, ImmutableArray<int> places, int made)
    {
        var sources = ImmutableArray.CreateBuilder<int>();
        var first = places.IsEmpty ? count - 1 : places.Min();
        for (var j = 0; j < count; j++)
        {
            var place = places.IndexOf(j);
            if (place < 0)
                sources.Add(j);
            else if (made == places.Length)
                sources.Add(count + place);
            if (j == first && made != places.Length)
                sources.AddRange(Enumerable.Range(count, made));
        }

        return sources.ToImmutable();
    }
}
