namespace Descent;

/// <summary>Linear least squares by Householder reflections: the w that minimizes ‖A w − b‖.</summary>
/// <remarks>
/// <para><c>A P = Q R</c> with column pivoting (Businger, Golub 1965). The columns and b are first scaled by
/// powers of two, which rounds nothing. The error grows with the condition of A, where that of XᵀX w = Xᵀy
/// grows with its square.</para>
/// <para>A column that the others explain to within rounding, <c>|Rₖₖ| ≤ max(m, n) ε |R₀₀|</c>, gets the
/// coefficient 0, and the rank says so.</para>
/// <para>A sparse A is filled with its zeros, as reflections fill it anyway.</para>
/// </remarks>
public static class LeastSquares
{
    /// <summary>Solves min ‖A w − b‖.</summary>
    /// <param name="matrix">A, m × n, every entry finite; m may be less than n.</param>
    /// <param name="right">b, m finite entries.</param>
    /// <returns>The coefficients and the rank found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or an entry is not finite.</exception>
    public static LeastSquaresSolution Solve(Matrix matrix, Vector right)
    {
        Guard.SameLength(right.Count, Guard.NotNull(matrix).Rows, "a column of the matrix", nameof(right));
        Guard.AllFinite(right.AsSpan(), nameof(right));
        for (var i = 0; i < matrix.Rows; i++)
        {
            if (matrix.Store.FirstNotFinite(matrix.StoredAt(i)) >= 0)
                Guard.AllFinite(matrix.Row(i), Guard.Text($"{nameof(matrix)}.Row({i})"));
        }

        var columns = Enumerable.Range(0, matrix.Columns).Select(matrix.Column).ToArray();
        var exponents = Array.ConvertAll(columns, ExponentToOne);
        var work = columns.Select((c, j) => Scaled(c, exponents[j])).ToArray();
        var targetExponent = ExponentToOne(right);
        var target = Scaled(right, targetExponent);

        var order = Enumerable.Range(0, work.Length).ToArray();
        var diagonal = new double[work.Length];
        var rank = Triangularize(work, order, diagonal, target);
        var solution = BackSubstitute(work, diagonal, target, rank);

        var coefficients = new double[work.Length];
        for (var k = 0; k < rank; k++)
            coefficients[order[k]] = Math.ScaleB(solution[k], exponents[order[k]] - targetExponent);
        return new LeastSquaresSolution(Vector.Own(coefficients), rank);
    }

    /// <summary>The power of two that brings the largest entry to size [1, 2).</summary>
    private static int ExponentToOne(Vector x) => x.NormInf is 0 ? 0 : -Math.ILogB(x.NormInf);

    private static double[] Scaled(Vector x, int exponent) =>
        x.Map(entry => Math.ScaleB(entry, exponent)).AsSpan().ToArray();

    /// <summary>
    /// Turns the columns, in pivot order, into R (above the diagonal) and the target into Qᵀb.
    /// </summary>
    private static int Triangularize(double[][] columns, int[] order, double[] diagonal, double[] target)
    {
        var rows = target.Length;
        for (var k = 0; k < Math.Min(rows, columns.Length); k++)
        {
            var pivot = Enumerable.Range(k, columns.Length - k).MaxBy(j => NormBelow(columns[j], k));
            (columns[k], columns[pivot]) = (columns[pivot], columns[k]);
            (order[k], order[pivot]) = (order[pivot], order[k]);

            var norm = NormBelow(columns[k], k);
            var largest = k == 0 ? norm : Math.Abs(diagonal[0]);
            if (norm <= Math.Max(rows, columns.Length) * MachineEpsilon.Value * largest)
                return k;

            // The reflection maps the column to −sign · norm on the diagonal: the sign that does not cancel.
            diagonal[k] = columns[k][k] > 0 ? -norm : norm;
            var normal = columns[k][k..];
            normal[0] -= diagonal[k];
            var scale = 2 / Kernels.Dot(normal, normal);
            foreach (var column in columns.Skip(k + 1).Append(target))
                Reflect(normal, scale, column.AsSpan(k));
        }

        return Math.Min(rows, columns.Length);
    }

    private static double NormBelow(double[] column, int row) => EuclideanNorm.Of(column.AsSpan(row));

    /// <summary>x ← x − (2 / nᵀn) (nᵀx) n.</summary>
    private static void Reflect(double[] normal, double scale, Span<double> x) =>
        Kernels.Elementwise(normal, x, x, new ScaledSum(-scale * Kernels.Dot(normal, x)));

    private static double[] BackSubstitute(double[][] columns, double[] diagonal, double[] target, int rank)
    {
        var solution = target[..rank];
        for (var k = rank - 1; k >= 0; k--)
        {
            solution[k] /= diagonal[k];
            for (var i = 0; i < k; i++)
                solution[i] = Math.FusedMultiplyAdd(-columns[k][i], solution[k], solution[i]);
        }

        return solution;
    }
}
