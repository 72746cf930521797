using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Every feature to mean 0 and standard deviation 1.</summary>
internal sealed record Standardizing : IPreparation
{
    public IFeatureMap Fit(Dataset training) => new StandardizingMap(Standardizer.Fit(training));

    public override string ToString() => "standardize";
}

/// <summary>What <see cref="Standardizing"/> learnt.</summary>
internal sealed record StandardizingMap(Standardizer Scaler) : IFeatureMap
{
    public int FeatureCount => Scaler.Mean.Count;

    public ImmutableArray<string> FeatureNames => Scaler.FeatureNames;

    public Matrix Transform(Matrix features) => Scaler.Transform(ModelGuard.Features(features, FeatureCount));

    public override string ToString() => Scaler.ToString();
}
