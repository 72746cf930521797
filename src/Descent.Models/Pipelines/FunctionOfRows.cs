using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A user's own preparation: a function of the training rows that gives one of a row.</summary>
internal sealed record FunctionOfRows(string Name, Func<Dataset, Func<Vector, Vector>> Learn) : IPreparation
{
    public IFeatureMap Fit(Dataset training)
    {
        var map = Learn(Guard.NotNull(training)) ?? throw new InvalidOperationException(
            $"The preparation '{Name}' gave no function; return one from a row to a row.");
        var made = map(Vector.Create(training.Features.Row(0))).Count;
        ImmutableArray<string> names = made == training.FeatureCount
            ? training.FeatureNames
            : [.. Enumerable.Range(1, made).Select(j => Guard.Text($"{Name}{j}"))];
        return new FunctionMap(Name, map, training.FeatureCount, names);
    }

    public override string ToString() => Name;
}

/// <summary>A user's own function of a row.</summary>
internal sealed record FunctionMap(
    string Name, Func<Vector, Vector> Map, int FeatureCount, Listed<string> Names) : IFeatureMap
{
    public ImmutableArray<string> FeatureNames => Names.Items;

    public Matrix Transform(Matrix features) => Matrix.Fill(
        ModelGuard.Features(features, FeatureCount).Rows, Names.Items.Length, (i, row) =>
        {
            var made = Map(Vector.Create(features.Row(i)));
            if (made.Count != row.Length)
                throw new InvalidOperationException(
                    Guard.Text($"The preparation '{Name}' gave {made.Count} features for row {i} and ")
                    + Guard.Text($"{row.Length} for the first row it was fitted to; give each row as many."));
            made.AsSpan().CopyTo(row);
        });

    public override string ToString() => Name;
}
