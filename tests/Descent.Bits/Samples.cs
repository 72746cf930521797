using Descent.Properties;

namespace Descent.Bits;

/// <summary>The samples that risks are made of.</summary>
internal static class Samples
{
    /// <summary>Features between −1 and 1 of mixed size, targets 0 and 1, some weights of 0.</summary>
    public static Dataset Of(int rows, int features, bool weighted)
    {
        var x = UglyNumbers.Matrix(rows, features, 1);
        var squeezed = Matrix.From(rows, features, (i, j) => x[i, j] / (1 + Math.Abs(x[i, j])));
        var targets = UglyNumbers.Vector(rows, 2).Map(y => y > 0 ? 1 : 0);
        var weights = UglyNumbers.Vector(rows, 3).Map(c => c > 1 ? 0 : Math.Abs(c));
        return new Dataset(squeezed, targets, weighted ? weights : null);
    }

    /// <summary>The same samples with most of their features 0, stored sparsely.</summary>
    public static Dataset Sparse(Dataset data) => data.WithFeatures(
        Matrix.From(
            data.Count,
            data.FeatureCount,
            (i, j) => Math.Abs(data.Features[i, j]) > 0.7 ? data.Features[i, j] : 0).ToSparse());

    /// <summary>All numbers of a dataset.</summary>
    public static IEnumerable<double> NumbersOf(Dataset data) =>
        Enumerable.Range(0, data.FeatureCount)
            .SelectMany(j => data.Features.Column(j))
            .Concat(data.Targets)
            .Concat(data.Weights);
}
