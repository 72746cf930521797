using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Preparations one after the other; of none, nothing is done.</summary>
internal sealed record Steps(Listed<IPreparation> Items) : IPreparation
{
    /// <summary>The steps that a preparation consists of.</summary>
    public static ImmutableArray<IPreparation> Of(IPreparation preparation) =>
        preparation is Steps steps ? steps.Items.Items : [preparation];

    /// <summary>The steps as one preparation; a single one is itself.</summary>
    public static IPreparation Join(ImmutableArray<IPreparation> steps) =>
        steps is [var only] ? only : new Steps(steps);

    public IFeatureMap Fit(Dataset training) => Prepared.By(this, training).Map;

    public override string ToString() => Items.Items.IsEmpty ? "nothing" : Items.ToString();
}

/// <summary>Maps one after the other.</summary>
internal sealed record StepsMap(Listed<string> InputNames, Listed<IFeatureMap> Maps) : IFeatureMap
{
    public int FeatureCount => InputNames.Items.Length;

    public ImmutableArray<string> FeatureNames =>
        Maps.Items.IsEmpty ? InputNames.Items : Maps.Items[^1].FeatureNames;

    public Matrix Transform(Matrix features) => Maps.Items.Aggregate(
        ModelGuard.Features(features, FeatureCount), (made, map) => map.Transform(made));

    public override string ToString() => Maps.Items.IsEmpty ? "nothing" : Maps.ToString();
}
