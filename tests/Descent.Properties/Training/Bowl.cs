namespace Descent.Properties;

/// <summary>A quadratic ½ (x − c)ᵀ A (x − c) with known eigenvalues, and a start for a run on it.</summary>
/// <remarks>
/// A = H₁ … Hₘ Λ Hₘ … H₁ with reflections Hₖ = I − 2 v vᵀ / vᵀv. The entries are rounded, so the eigenvalues
/// of the matrix as stored are those given to within about 10⁻¹⁴ λmax; laws leave that much room.
/// </remarks>
/// <param name="Eigenvalues">Λ, the least first.</param>
/// <param name="Mirrors">The v of the reflections; none for a diagonal matrix.</param>
/// <param name="Center">c, where the minimum is.</param>
/// <param name="Start">Where a run begins.</param>
public sealed record Bowl(Vector Eigenvalues, IReadOnlyList<Vector> Mirrors, Vector Center, Vector Start)
    : IObjective
{
    public int Dimension => Eigenvalues.Count;

    /// <summary>λmin: strong convexity.</summary>
    public double Least => Eigenvalues[0];

    /// <summary>λmax = L: the Lipschitz constant of the gradient.</summary>
    public double Greatest => Eigenvalues[^1];

    public Matrix A { get; } = Symmetric(Eigenvalues, Mirrors);

    /// <summary>A unit eigenvector of λmax.</summary>
    public Vector Steepest => Reflect(Mirrors, Vector.Unit(Dimension, Dimension - 1));

    public double Distance(Vector x) => (x - Center).Norm;

    public Evaluation Evaluate(Vector parameters)
    {
        var away = parameters - Center;
        var gradient = A.Multiply(away);
        return new(0.5 * away.Dot(gradient), gradient);
    }

    public override string ToString() => FormattableString.Invariant(
        $"eigenvalues {Eigenvalues}, mirrors [{string.Join(", ", Mirrors)}], center {Center}, start {Start}");

    private static Vector Reflect(IReadOnlyList<Vector> mirrors, Vector x) => mirrors.Reverse().Aggregate(
        x, (y, v) => y - (2 * v.Dot(y) / v.Dot(v) * v));

    private static Matrix Symmetric(Vector eigenvalues, IReadOnlyList<Vector> mirrors)
    {
        var n = eigenvalues.Count;
        var axes = Enumerable.Range(0, n).Select(k => Reflect(mirrors, Vector.Unit(n, k))).ToArray();
        return Matrix.From(n, n, (i, j) => Enumerable.Range(0, n)
            .Aggregate(0.0, (sum, k) => sum + (eigenvalues[k] * (axes[k][i] * axes[k][j]))));
    }
}
