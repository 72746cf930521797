namespace Descent;

/// <summary>Small symmetric systems by Cholesky's factor.</summary>
/// <remarks>
/// Unlike <see cref="Cholesky"/>, a value that is kept and may modify its matrix, this solves once, in
/// buffers that the caller throws away, and gives up where the matrix is not positive definite.
/// </remarks>
internal static class CholeskyFactor
{
    /// <summary>Up to this many unknowns a factor is worth its time.</summary>
    public const int GreatestSize = 512;

    /// <summary>Solves A x = b in place; false where A is not positive definite but for rounding.</summary>
    /// <param name="matrix">The lower half of A, row by row; becomes the factor.</param>
    /// <param name="right">b; becomes x.</param>
    public static bool Solve(double[] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var row = matrix.AsSpan(i * n, i + 1);
            var diagonal = row[i];
            for (var j = 0; j < i; j++)
            {
                var other = matrix.AsSpan(j * n, j + 1);
                row[j] = (row[j] - Kernels.Dot(row[..j], other[..j])) / other[j];
            }

            var pivot = diagonal - Kernels.Dot(row[..i], row[..i]);
            if (!(pivot > n * MachineEpsilon.Value * diagonal))
                return false;
            row[i] = Math.Sqrt(pivot);
            right[i] = (right[i] - Kernels.Dot(row[..i], right.AsSpan(0, i))) / row[i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            right[i] /= matrix[(i * n) + i];
            Kernels.Elementwise(
                matrix.AsSpan(i * n, i), right.AsSpan(0, i), right.AsSpan(0, i), new ScaledSum(-right[i]));
        }

        return true;
    }
}
