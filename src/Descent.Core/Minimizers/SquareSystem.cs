namespace Descent;

/// <summary>A few linear equations, whose matrix need be neither symmetric nor definite.</summary>
internal static class SquareSystem
{
    /// <summary>The solution by Gaussian elimination with partial pivoting.</summary>
    /// <param name="matrix">The matrix; what is left in it is of no use.</param>
    /// <param name="right">The right side, which becomes the solution.</param>
    /// <returns>The solution; not finite where the matrix is singular.</returns>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var count = right.Length;
        for (var k = 0; k < count; k++)
        {
            ExchangeRows(matrix, right, k, Pivot(matrix, k));
            for (var i = k + 1; i < count; i++)
            {
                var factor = matrix[i, k] / matrix[k, k];
                right[i] -= factor * right[k];
                for (var j = k + 1; j < count; j++)
                    matrix[i, j] -= factor * matrix[k, j];
            }
        }

        for (var k = count - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < count; j++)
                right[k] -= matrix[k, j] * right[j];
            right[k] /= matrix[k, k];
        }

        return right;
    }

    private static int Pivot(double[,] matrix, int column)
    {
        var best = column;
        for (var i = column + 1; i < matrix.GetLength(0); i++)
            best = Math.Abs(matrix[i, column]) > Math.Abs(matrix[best, column]) ? i : best;
        return best;
    }

    private static void ExchangeRows(double[,] matrix, double[] right, int one, int other)
    {
        if (one == other)
            return;
        (right[one], right[other]) = (right[other], right[one]);
        for (var j = 0; j < right.Length; j++)
            (matrix[one, j], matrix[other, j]) = (matrix[other, j], matrix[one, j]);
    }
}
