using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Columns of categories, learnt or known, to columns of 0 and 1.</summary>
/// <param name="Columns">The features that hold categories.</param>
/// <param name="Known">The names of the categories of each, or null where they are learnt.</param>
/// <param name="DropFirst">Whether the first category gets no column.</param>
/// <param name="IgnoreUnknown">Whether what is not known becomes zeros.</param>
internal sealed record OneHotEncoding(
    Listed<string> Columns, Listed<Listed<string>>? Known, bool DropFirst, bool IgnoreUnknown) : IPreparation
{
    public IFeatureMap Fit(Dataset training) => new OneHotMap(
        Known is { } known
            ? WithKnown(Guard.NotNull(training), known.Items)
            : OneHot.Fit(training, Columns.Items, DropFirst, IgnoreUnknown));

    public override string ToString() => $"one-hot of {Columns}";

    private OneHot WithKnown(Dataset training, ImmutableArray<Listed<string>> known)
    {
        var names = training.FeatureNames;
        var features = names.Select(name => new OneHotFeature(name, null, null)).ToArray();
        foreach (var (column, labels) in Columns.Items.Zip(known))
        {
            var codes = Vector.From(Enumerable.Range(0, labels.Items.Length).Select(code => (double)code));
            features[ColumnNames.Place(names, column)] =
                new(column, codes, Categories.InOrder(labels.Items));
        }

        return OneHot.Of(features, DropFirst, IgnoreUnknown);
    }
}

/// <summary>What <see cref="OneHotEncoding"/> learnt.</summary>
internal sealed record OneHotMap(OneHot Encoder) : IFeatureMap
{
    public int FeatureCount { get; } = Encoder.Columns.Length;

    public ImmutableArray<string> FeatureNames => Encoder.FeatureNames;

    public Matrix Transform(Matrix features) =>
        Encoder.Transform(ModelGuard.Features(features, FeatureCount));

    public override string ToString() => Encoder.ToString();
}
