namespace Descent;

/// <summary>The Cholesky factor of a symmetric positive definite matrix: <c>A = L Lᵀ</c>.</summary>
/// <remarks>
/// <para>L is lower triangular with a positive diagonal, made row by row; it solves <c>A x = b</c> in two
/// substitutions. The error of a solution is that of changing A by about n ε: it grows with the condition of
/// A after its diagonal is scaled to 1 (van der Sluis 1969; Higham 2002, ch. 10).</para>
/// <para>Only the lower triangle of A is read. Powers of two that scale a row and the same column scale L and
/// round nothing. An immutable value; the bits do not depend on the machine.</para>
/// </remarks>
public sealed class Cholesky
{
    private const int SumRoundings = 64;

    private readonly double[][] _rows;

    private Cholesky(double[][] rows, Vector added) => (_rows, Added) = (rows, added);

    /// <summary>The factor of a matrix, or null where it is not positive definite.</summary>
    /// <remarks>
    /// Judged to working precision: it is not where a pivot is at most n ε times its diagonal entry, for then
    /// rounding alone decides its sign.
    /// </remarks>
    /// <param name="symmetric">A, n × n, every entry finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symmetric"/> is null.</exception>
    /// <exception cref="ArgumentException">It is not square, or an entry is not finite.</exception>
    public static Cholesky? Of(Matrix symmetric)
    {
        var work = new CholeskyFactoring(Checked(symmetric));
        return work.TryFactor(0, 1) ? new(work.Factor(), Vector.Zeros(symmetric.Rows)) : null;
    }

    /// <summary>The factor of a matrix made positive definite: of <c>A + E</c>, E diagonal.</summary>
    /// <remarks>
    /// <para><c>E = τ D</c>, where Dⱼⱼ is the size of the greatest entry of row j. τ is 0 where A is positive
    /// definite. Otherwise it begins at 2⁻³⁰ and grows at least fourfold until A + E is (Nocedal, Wright
    /// 2006, algorithm 3.3). A factorization that fails finds a direction of negative curvature, and so a
    /// lower bound of the τ that is needed; the next is at least twice it, so that the curvature along that
    /// direction is turned around rather than made nearly 0 (Conn, Gould, Toint 2000, §7.3).</para>
    /// <para>A pivot of up to 64 n ε of its diagonal entry counts as 0 here: the entries of a Hessian are
    /// sums, and rounded more than once.</para>
    /// <para>τ is at most about 8 n, by Gershgorin's circles.</para>
    /// </remarks>
    /// <inheritdoc cref="Of"/>
    public static Cholesky Modified(Matrix symmetric)
    {
        var work = new CholeskyFactoring(Checked(symmetric));
        var shift = 0.0;
        while (!work.TryFactor(shift, shift > 0 ? 1 : SumRoundings))
            shift = Math.Max(Math.Max(CholeskyFactoring.FirstShift, 4 * shift), 2 * work.NeededShift(shift));
        return new(work.Factor(), work.Added(shift));
    }

    /// <summary>n.</summary>
    public int Dimension => _rows.Length;

    /// <summary>The diagonal of E: zeros, unless the matrix had to be modified.</summary>
    public Vector Added { get; }

    /// <summary>Whether the matrix had to be modified: it was not positive definite.</summary>
    public bool IsModified => Added.NormInf > 0;

    /// <summary>L, with zeros above its diagonal.</summary>
    public Matrix Lower => Matrix.From(Dimension, Dimension, (i, j) => j <= i ? _rows[i][j] : 0);

    /// <summary>The x with <c>L Lᵀ x = b</c>.</summary>
    /// <param name="right">b, n entries.</param>
    /// <exception cref="ArgumentException">The length is not <see cref="Dimension"/>.</exception>
    public Vector Solve(Vector right) => SolveTransposed(SolveLower(right));

    /// <summary>The x with <c>L x = b</c>.</summary>
    /// <inheritdoc cref="Solve"/>
    public Vector SolveLower(Vector right)
    {
        CheckLength(right);
        var x = right.AsSpan().ToArray();
        for (var i = 0; i < x.Length; i++)
            x[i] = (x[i] - Kernels.Dot(_rows[i].AsSpan(0, i), x.AsSpan(0, i))) / _rows[i][i];
        return Vector.Own(x);
    }

    /// <summary>The x with <c>Lᵀ x = b</c>.</summary>
    /// <inheritdoc cref="Solve"/>
    public Vector SolveTransposed(Vector right)
    {
        CheckLength(right);
        var x = right.AsSpan().ToArray();
        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= _rows[i][i];
            var rest = x.AsSpan(0, i);
            Kernels.Elementwise(_rows[i].AsSpan(0, i), rest, rest, new ScaledSum(-x[i]));
        }

        return Vector.Own(x);
    }

    /// <summary>The dimension, and whether the matrix was modified.</summary>
    public override string ToString() =>
        Guard.Text($"Cholesky factor of {Dimension} × {Dimension}{(IsModified ? ", modified" : "")}");

    private void CheckLength(Vector right) =>
        Guard.SameLength(right.Count, Dimension, "a row of the factor", nameof(right));

    private static Matrix Checked(Matrix symmetric)
    {
        Guard.NotNull(symmetric);
        Guard.SameLength(symmetric.Rows, symmetric.Columns, "a row of it", nameof(symmetric));
        for (var i = 0; i < symmetric.Rows; i++)
            Guard.AllFinite(symmetric.Row(i), Guard.Text($"{nameof(symmetric)}.Row({i})"));
        return symmetric;
    }
}
