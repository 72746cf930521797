namespace Descent.Properties;

/// <summary>Data of which about two entries in three are replaced by a zero of either sign.</summary>
internal static class Thinned
{
    public static Matrix Of(Matrix matrix, int seed)
    {
        var draws = UglyNumbers.Sequence(matrix.Rows * matrix.Columns, seed);
        return Matrix.From(matrix.Rows, matrix.Columns, (i, j) => draws[(i * matrix.Columns) + j] switch
        {
            > 1 => matrix[i, j],
            > -0.01 => 0,
            > -1 => -0.0,
            _ => draws[(i * matrix.Columns) + j] < -8 ? matrix[i, j] : 0,
        });
    }

    public static Dataset Of(Dataset data, int seed) => data.WithFeatures(Of(data.Features, seed));

    /// <summary>The same samples, their features stored sparsely.</summary>
    public static Dataset Sparse(Dataset data) => data.WithFeatures(data.Features.ToSparse());

    /// <summary>The same objective over the same samples, their features stored sparsely.</summary>
    public static EmpiricalRisk Sparse(EmpiricalRisk risk, int threads = 1) =>
        new(Sparse(risk.Data), risk.Loss, risk.Penalty, risk.Reduction, risk.HasBias, threads);
}
