using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Some of the features, in the order given.</summary>
internal sealed record Selecting(Listed<string> Columns) : IPreparation
{
    public IFeatureMap Fit(Dataset training) => new SelectingMap(
        Guard.NotNull(training).FeatureCount, ColumnNames.Places(training.FeatureNames, Columns), Columns);

    public override string ToString() => $"select {Columns}";
}

/// <summary>The features at some places.</summary>
internal sealed record SelectingMap(int FeatureCount, Listed<int> Places, Listed<string> Names) : IFeatureMap
{
    public ImmutableArray<string> FeatureNames => Names.Items;

    public Matrix Transform(Matrix features) =>
        Gathered.From(ModelGuard.Features(features, FeatureCount), Places.Items);

    public override string ToString() => $"select {Names}";
}
