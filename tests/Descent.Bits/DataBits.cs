using Descent.Properties;

namespace Descent.Bits;

/// <summary>Splits, selections and scaled features.</summary>
internal static class DataBits
{
    public static IEnumerable<Result> All()
    {
        var data = Samples.Of(rows: 401, features: 9, weighted: true);
        var scaler = Standardizer.Fit(data);
        var scaled = scaler.Transform(data);
        return
        [
            Result.Of(
                "data.split",
                from fraction in new[] { 0.001, 0.5, 0.8 }
                from seed in new Seed[] { 1, 1847 }
                let split = data.Split(fraction, seed)
                from part in new[] { split.Train, split.Test }
                from number in Samples.NumbersOf(part)
                select number),
            Result.Of("data.select", Samples.NumbersOf(data.Select([400, 0, 7, 7, 399]))),
            Result.Of("data.standardizer.fit", scaler.Mean.Concat(scaler.Scale)),
            Result.Of("data.standardizer.transform", Samples.NumbersOf(scaled)),
            Result.Of("data.standardizer.inverse", Samples.NumbersOf(scaler.Inverse(scaled))),
            Result.Of(
                "data.standardizer.parameters",
                scaler.ParametersInOriginalUnits(UglyNumbers.Vector(data.FeatureCount + 1, 5))),
        ];
    }
}
