namespace Descent;

/// <summary>A P = Q R: the columns of A, in an order P, by reflections Q and a triangle R.</summary>
/// <remarks>
/// The first <see cref="Rank"/> columns in that order are independent, R₁₁ is their triangle, and what is
/// left of the others below it counts as 0.
/// </remarks>
internal sealed class HouseholderFactors
{
    private readonly double[][] _columns;
    private readonly double[] _diagonal;
    private readonly List<(double[] Normal, double Scale)> _reflections = [];

    /// <summary>Factors the columns, which become those of R.</summary>
    /// <param name="columns">Columns of one length.</param>
    /// <param name="rows">Their length, also where there is no column.</param>
    /// <param name="pivots">
    /// Whether the longest rest comes next (Businger, Golub 1965), until <c>|Rₖₖ| ≤ max(m, n) ε |R₀₀|</c>;
    /// otherwise the columns keep their order and must be independent.
    /// </param>
    public HouseholderFactors(double[][] columns, int rows, bool pivots)
    {
        (_columns, _diagonal) = (columns, new double[columns.Length]);
        Order = [.. Enumerable.Range(0, columns.Length)];
        for (; Rank < Math.Min(rows, columns.Length); Rank++)
        {
            if (pivots)
                Swap(Rank, Enumerable.Range(Rank, columns.Length - Rank).MaxBy(j => NormBelow(j, Rank)));
            var norm = NormBelow(Rank, Rank);
            var largest = Rank == 0 ? norm : Math.Abs(_diagonal[0]);
            if (pivots && norm <= Math.Max(rows, columns.Length) * MachineEpsilon.Value * largest)
                return;
            Eliminate(Rank, norm);
        }
    }

    /// <summary>Which column of A is column k here.</summary>
    public int[] Order { get; }

    public int Rank { get; }

    /// <summary>|R₀₀ / Rₖₖ| for the last k: at most the condition of the independent columns.</summary>
    public double Condition => Rank == 0 ? 1 : Math.Abs(_diagonal[0] / _diagonal[Rank - 1]);

    /// <summary>An entry of the first <see cref="Rank"/> rows of R.</summary>
    public double Triangle(int row, int column) =>
        row == column ? _diagonal[row] : row < column ? _columns[column][row] : 0;

    /// <summary>x ← Qᵀ x.</summary>
    public void MultiplyTransposed(double[] x)
    {
        for (var k = 0; k < Rank; k++)
            Reflect(_reflections[k], x.AsSpan(k));
    }

    /// <summary>x ← Q x.</summary>
    public void Multiply(double[] x)
    {
        for (var k = Rank - 1; k >= 0; k--)
            Reflect(_reflections[k], x.AsSpan(k));
    }

    /// <summary>x ← R₁₁⁻¹ x for the first entries of x.</summary>
    public void Solve(Span<double> x)
    {
        for (var k = Rank - 1; k >= 0; k--)
        {
            x[k] /= _diagonal[k];
            for (var i = 0; i < k; i++)
                x[i] = Math.FusedMultiplyAdd(-_columns[k][i], x[k], x[i]);
        }
    }

    /// <summary>x ← R₁₁⁻ᵀ x for the first entries of x.</summary>
    public void SolveTransposed(Span<double> x)
    {
        for (var k = 0; k < Rank; k++)
        {
            for (var i = 0; i < k; i++)
                x[k] = Math.FusedMultiplyAdd(-_columns[k][i], x[i], x[k]);
            x[k] /= _diagonal[k];
        }
    }

    private double NormBelow(int column, int row) => EuclideanNorm.Of(_columns[column].AsSpan(row));

    private void Swap(int k, int other)
    {
        (_columns[k], _columns[other]) = (_columns[other], _columns[k]);
        (Order[k], Order[other]) = (Order[other], Order[k]);
    }

    private void Eliminate(int k, double norm)
    {
        // The reflection maps the column to −sign · norm on the diagonal: the sign that does not cancel.
        _diagonal[k] = _columns[k][k] > 0 ? -norm : norm;
        var normal = _columns[k][k..];
        normal[0] -= _diagonal[k];
        var reflection = (normal, 2 / Kernels.Dot(normal, normal));
        _reflections.Add(reflection);
        foreach (var column in _columns.Skip(k + 1))
            Reflect(reflection, column.AsSpan(k));
    }

    /// <summary>x ← x − (2 / nᵀn) (nᵀx) n.</summary>
    private static void Reflect((double[] Normal, double Scale) reflection, Span<double> x)
    {
        var factor = -reflection.Scale * Kernels.Dot(reflection.Normal, x);
        Kernels.Elementwise(reflection.Normal, x, x, new ScaledSum(factor));
    }
}
