namespace Descent;

/// <summary>The making of a <see cref="Cholesky"/> factor of A + τ D, tried at one τ or several.</summary>
internal readonly ref struct CholeskyFactoring
{
    /// <summary>The first τ: far above rounding, far below any curvature that counts.</summary>
    public const double FirstShift = 9.313225746154785e-10;

    private const double GreatestPlainSize = 1e290;

    private readonly Matrix _matrix;
    private readonly double[] _sizes;
    private readonly double[][] _rows;
    private readonly int[] _failure;
    private readonly int _exponent;

    public CholeskyFactoring(Matrix matrix)
    {
        _matrix = matrix;
        var n = matrix.Rows;
        _rows = [.. Enumerable.Range(0, n).Select(i => new double[i + 1])];
        _failure = [-1];
        _sizes = [.. Enumerable.Range(0, n).Select(i => Kernels.AbsoluteMaximum(matrix.Row(i)))];
        var greatest = Kernels.AbsoluteMaximum(_sizes);

        // So that A + τ D does not overflow. The root of the power scales the factor and rounds nothing.
        _exponent = greatest > GreatestPlainSize ? 64 : 0;
        for (var i = 0; i < n; i++)
            _sizes[i] = greatest is 0 ? 1 : Math.ScaleB(_sizes[i] is 0 ? greatest : _sizes[i], -_exponent);
    }

    /// <summary>Whether A + τ D is positive definite to working precision.</summary>
    /// <param name="shift">τ.</param>
    /// <param name="roundings">A pivot counts as 0 up to so many times n ε of its diagonal entry.</param>
    public bool TryFactor(double shift, int roundings)
    {
        var n = _rows.Length;
        for (var i = 0; i < n; i++)
        {
            var row = _rows[i];
            var entries = _matrix.Row(i);
            for (var j = 0; j < i; j++)
                row[j] = Rest(Math.ScaleB(entries[j], -_exponent), i, j) / _rows[j][j];

            var diagonal = Math.ScaleB(entries[i], -_exponent) + (shift * _sizes[i]);
            var pivot = Rest(diagonal, i, i);
            if (!(pivot > roundings * n * MachineEpsilon.Value * diagonal))
            {
                (_failure[0], row[i]) = (i, pivot);
                return false;
            }

            row[i] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>After a failure: no τ less than this makes A + τ D positive definite.</summary>
    /// <remarks>
    /// With <c>L₁ L₁ᵀ</c> the leading block and l the row that failed, <c>z = (−L₁⁻ᵀ l, 1)</c> has
    /// <c>zᵀ (A + τ D) z = pivot ≤ 0</c>.
    /// </remarks>
    public double NeededShift(double shift)
    {
        var last = _failure[0];
        var z = new double[last + 1];
        for (var k = 0; k < last; k++)
            z[k] = -_rows[last][k];
        z[last] = 1;
        var size = _sizes[last];
        for (var k = last - 1; k >= 0; k--)
        {
            z[k] /= _rows[k][k];
            var rest = z.AsSpan(0, k);
            Kernels.Elementwise(_rows[k].AsSpan(0, k), rest, rest, new ScaledSum(-z[k]));
            size = Math.FusedMultiplyAdd(z[k] * z[k], _sizes[k], size);
        }

        return shift + (Math.Max(0, -_rows[last][last]) / size);
    }

    /// <summary>L, after a success.</summary>
    public double[][] Factor()
    {
        var half = _exponent / 2;
        foreach (var row in _rows)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = Math.ScaleB(row[j], half);
        }

        return _rows;
    }

    /// <summary>The diagonal of τ D.</summary>
    public Vector Added(double shift)
    {
        var exponent = _exponent;
        return Vector.From(_sizes.Select(size => Math.ScaleB(shift * size, exponent)));
    }

    private double Rest(double entry, int i, int j) =>
        entry - Kernels.Dot(_rows[i].AsSpan(0, j), _rows[j].AsSpan(0, j));
}
