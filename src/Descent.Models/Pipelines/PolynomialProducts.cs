using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Products of features up to a degree.</summary>
internal sealed record PolynomialProducts(PolynomialFeatures Products) : IPreparation
{
    public IFeatureMap Fit(Dataset training)
    {
        Guard.NotNull(training);
        Products.ColumnCount(training.FeatureCount);
        return new PolynomialMap(Products, training.FeatureNames);
    }

    public override string ToString() =>
        Guard.Text($"polynomial of degree {Products.Degree}")
        + (Products.InteractionOnly ? ", interactions only" : "");
}

/// <summary>The products of features with these names.</summary>
internal sealed record PolynomialMap(PolynomialFeatures Products, Listed<string> InputNames) : IFeatureMap
{
    public int FeatureCount => InputNames.Items.Length;

    public ImmutableArray<string> FeatureNames => [.. Products.Names(InputNames.Items)];

    public Matrix Transform(Matrix features) =>
        Products.Transform(ModelGuard.Features(features, FeatureCount));

    public override string ToString() => Guard.Text($"polynomial of degree {Products.Degree}");
}
