namespace Descent.Models;

/// <summary>Mean and population deviation of each column, rows counting by their weights.</summary>
/// <remarks>
/// Unlike <see cref="Standardizer"/>, so that inside a learner weight 2 is the row twice. A column that is
/// constant is only shifted.
/// </remarks>
internal sealed record WeightedScaling(Vector Mean, Vector Scale)
{
    public static WeightedScaling Of(Dataset data)
    {
        var total = data.Weights.Sum();
        var mean = data.Features.TransposeMultiply(data.Weights) / total;
        var counted = Enumerable.Range(0, data.Count).Where(i => data.Weights[i] > 0).ToArray();
        var (means, scales) = (new double[mean.Count], new double[mean.Count]);
        for (var j = 0; j < means.Length; j++)
        {
            var column = data.Features.Column(j);
            var isConstant = Array.TrueForAll(counted, i => column[i] == column[counted[0]]);
            means[j] = isConstant ? column[counted[0]] : mean[j];
            scales[j] = isConstant ? 1 : SpreadOf(column, means[j], data.Weights, total);
        }

        return new(Vector.Own(means), Vector.Own(scales));
    }

    /// <summary>The columns with mean 0 and deviation 1.</summary>
    public Matrix Apply(Matrix features) => Matrix.Fill(features.Rows, features.Columns, (i, scaled) =>
    {
        var row = features.Row(i);
        for (var j = 0; j < scaled.Length; j++)
            scaled[j] = (row[j] - Mean[j]) / Scale[j];
    });

    private static double SpreadOf(Vector column, double mean, Vector weights, double total) =>
        column.Zip(weights, (x, weight) => Math.Sqrt(weight / total) * (x - mean)).Norm;
}
