namespace Descent;

/// <summary>argmin ‖J p + r‖² + λ ‖D p‖² for one J and several λ, by orthogonal factors.</summary>
/// <remarks>
/// The columns of J are divided by D and factored once, <c>J D⁻¹ P = Q R</c>; for each λ the few rows of
/// <c>[R; √λ I]</c> are a least squares problem of their own, which <see cref="LeastSquares"/> solves.
/// </remarks>
internal sealed class DampedSystem
{
    private readonly HouseholderFactors _factors;
    private readonly Vector _scale;
    private readonly double[] _rotated;

    public DampedSystem(Matrix jacobian, Vector residuals, Vector scale)
    {
        // Only a column of zeros has the length 0.
        _scale = scale.Map(length => length > 0 ? length : 1);
        var columns = Enumerable.Range(0, jacobian.Columns)
            .Select(j => (jacobian.Column(j) / _scale[j]).AsSpan().ToArray()).ToArray();
        _factors = new HouseholderFactors(columns, jacobian.Rows, pivots: true);
        _rotated = (-residuals).AsSpan().ToArray();
        _factors.MultiplyTransposed(_rotated);
    }

    /// <summary>p, the shortest in the units of D where λ = 0 and columns are dependent.</summary>
    public Vector Solve(double damping)
    {
        var (n, rank) = (_scale.Count, _factors.Rank);
        var root = Math.Sqrt(damping);
        var rows = Matrix.From(rank + n, n, (i, k) =>
            i < rank ? _factors.Triangle(i, k) : i - rank == k ? root : 0);
        var right = Vector.From(Enumerable.Range(0, rank + n).Select(i => i < rank ? _rotated[i] : 0));
        var solution = LeastSquares.Solve(rows, right).Coefficients;
        var p = new double[n];
        for (var k = 0; k < n; k++)
            p[_factors.Order[k]] = solution[k] / _scale[_factors.Order[k]];
        return Vector.Own(p);
    }

    /// <summary>How large a gradient is in the units of the residuals.</summary>
    /// <remarks>
    /// <c>√(gᵀ (JᵀJ + λ D²)⁻¹ g)</c> along the independent columns. It measures a step by what it leaves to
    /// do, whatever the condition of J; the gradient's own length may grow on a good step (Deuflhard 2011,
    /// the natural monotonicity test).
    /// </remarks>
    public double Size(Vector gradient, double damping)
    {
        var (n, rank) = (_scale.Count, _factors.Rank);
        var root = Math.Sqrt(damping);
        var columns = Enumerable.Range(0, n).Select(k => Enumerable.Range(0, rank + n)
            .Select(i => i < rank ? _factors.Triangle(i, k) : i - rank == k ? root : 0).ToArray()).ToArray();
        var whole = new HouseholderFactors(columns, rank + n, pivots: true);
        var entries = Array.ConvertAll(
            whole.Order, k => gradient[_factors.Order[k]] / _scale[_factors.Order[k]]);
        whole.SolveTransposed(entries);
        return Vector.Own(entries)[..whole.Rank].Norm;
    }

    /// <summary>By how much the linear residuals fall: <c>½ pᵀ (λ D² p − g)</c>.</summary>
    public double Predicted(Vector step, double damping, Vector gradient)
    {
        var length = step.Zip(_scale, (p, scale) => p * scale).Norm;
        return 0.5 * ((damping * length * length) - gradient.Dot(step));
    }
}
