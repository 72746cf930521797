using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Every feature to a range.</summary>
internal sealed record MinMaxScaling(double Lower, double Upper) : IPreparation
{
    public IFeatureMap Fit(Dataset training) => new MinMaxMap(MinMaxScaler.Fit(training, Lower, Upper));

    public override string ToString() => Guard.Text($"scale to [{Lower}, {Upper}]");
}

/// <summary>What <see cref="MinMaxScaling"/> learnt.</summary>
internal sealed record MinMaxMap(MinMaxScaler Scaler) : IFeatureMap
{
    public int FeatureCount => Scaler.Minimum.Count;

    public ImmutableArray<string> FeatureNames => Scaler.FeatureNames;

    public Matrix Transform(Matrix features) => Scaler.Transform(ModelGuard.Features(features, FeatureCount));

    public override string ToString() => Scaler.ToString();
}
