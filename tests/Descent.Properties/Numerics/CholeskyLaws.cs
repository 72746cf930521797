using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class CholeskyLaws
{
    [Property]
    public void The_factor_times_its_transpose_is_the_matrix(Regression sample)
    {
        var a = Positive(sample.Data.Features);
        var factor = Cholesky.Of(a)!;
        Assert.Equal(Vector.Zeros(a.Rows), factor.Added);
        Assert.False(factor.IsModified);
        AssertIsFactor(a, factor);
        Assert.Equal(factor.Lower, Cholesky.Modified(a).Lower);
    }

    [Property]
    public void A_solution_is_that_of_a_matrix_changed_by_rounding(Regression sample)
    {
        // (A + ΔA) x = b with |ΔA| ≤ γ₃ₙ₊₁ |L| |Lᵀ| (Higham 2002, theorem 10.4), and the residual is rounded.
        var a = Positive(sample.Data.Features);
        var b = sample.Parameters[..^1];
        var factor = Cholesky.Of(a)!;
        var x = factor.Solve(b);
        var sizes = Sizes(factor.Lower, factor.Lower).Multiply(x.Map(Math.Abs));
        var bound = (Rounding.Gamma((3 * a.Rows) + 1) + Rounding.Gamma(a.Rows + 2)) * sizes;
        Assert.True(Rounding.Within(a.Multiply(x), b, bound + (Rounding.Unit * b.Map(Math.Abs))));
        Assert.Equal(x, factor.SolveTransposed(factor.SolveLower(b)));
    }

    [Property]
    public void Powers_of_two_scale_the_factor_and_round_nothing(Regression sample, SmallCount k)
    {
        var a = Positive(sample.Data.Features);
        double Power(int i) => Math.ScaleB(1, (7 * i * (int)k % 60) - 30);
        var scaled = Matrix.From(a.Rows, a.Rows, (i, j) => a[i, j] * Power(i) * Power(j));
        var lower = Cholesky.Of(a)!.Lower;
        Assert.Equal(
            Matrix.From(a.Rows, a.Rows, (i, j) => lower[i, j] * Power(i)), Cholesky.Of(scaled)!.Lower);
    }

    [Property]
    public void Any_symmetric_matrix_is_made_positive_definite_by_a_diagonal(Regression sample)
    {
        var x = sample.Data.Features;
        var a = Matrix.From(x.Columns, x.Columns, (i, j) => Entry(i, j) + Entry(j, i));
        double Entry(int i, int j) => x[i % x.Rows, j];

        var factor = Cholesky.Modified(a);
        Assert.True(factor.IsModified || Cholesky.Of(a) is not null);
        Assert.All(factor.Added, added => Assert.True(added >= 0));
        var greatest = Enumerable.Range(0, a.Rows).Max(i => Vector.Create(a.Row(i)).NormInf);
        Assert.InRange(factor.Added.NormInf, 0, 8 * a.Rows * (greatest == 0 ? 1 : greatest));
        AssertIsFactor(
            Matrix.From(a.Rows, a.Rows, (i, j) => a[i, j] + (i == j ? factor.Added[i] : 0)), factor);
    }

    [Fact]
    public void A_known_factor()
    {
        // What is above the diagonal is not read.
        var factor = Cholesky.Of(Matrix.FromRows([4, 99, 99], [2, 10, 99], [-6, 3, 29]))!;
        Assert.Equal(Matrix.FromRows([2, 0, 0], [1, 3, 0], [-3, 2, 4]), factor.Lower);
        Assert.Equal([1, 2, 3], factor.Solve([4 + 4 - 18, 2 + 20 + 9, -6 + 6 + 87]));
        Assert.Equal("Cholesky factor of 3 × 3", factor.ToString());
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_no_factor()
    {
        Assert.Null(Cholesky.Of(Matrix.FromRows([-1.0])));
        Assert.Null(Cholesky.Of(Matrix.FromRows([0.0])));
        Assert.Null(Cholesky.Of(Matrix.FromRows([1, 1], [1, 1])));
        Assert.Null(Cholesky.Of(Matrix.FromRows([1, 1 - 1e-16], [1 - 1e-16, 1])));
        Assert.Null(Cholesky.Of(Matrix.FromRows([0, 1], [1, 0])));
        Assert.NotNull(Cholesky.Of(Matrix.FromRows([1, 1 - 1e-13], [1 - 1e-13, 1])));
        Assert.NotNull(Cholesky.Of(Matrix.FromRows([1e-300, 0], [0, 1e300])));
        Assert.Equal(0, Cholesky.Of(Matrix.From(0, 0, (_, _) => 0))!.Dimension);
    }

    [Fact]
    public void Negative_curvature_is_turned_around()
    {
        // The failure tells −4 exactly, and twice what is needed is added.
        var factor = Cholesky.Modified(Matrix.FromRows([2, 0], [0, -4]));
        Assert.Equal([4, 8], factor.Added);
        Near.Equal([0.5, 0.25], factor.Solve([3, 1]), 4 * Rounding.Unit);
        var zero = Cholesky.Modified(Matrix.FromRows([0, 0], [0, 0]));
        Assert.Equal(zero.Added[0], zero.Added[1]);
        Assert.True(zero.IsModified);
    }

    [Fact]
    public void A_singular_matrix_is_hardly_modified()
    {
        var factor = Cholesky.Modified(Matrix.FromRows([1, 1], [1, 1]));
        Assert.InRange(factor.Added.NormInf, 1e-10, 1e-8);
        Near.Equal([0.5, 0.5], factor.Solve([1, 1]), 1e-8);
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("symmetric", () => Cholesky.Of(Matrix.FromRows([1, 2])));
        Assert.Throws<ArgumentException>(
            "symmetric.Row(0)", () => Cholesky.Modified(Matrix.FromRows([double.NaN])));
        Assert.Throws<ArgumentException>("right", () => Cholesky.Of(Matrix.FromRows([1.0]))!.Solve([1, 2]));
    }

    /// <summary>XᵀX + I, symmetric to the bit.</summary>
    private static Matrix Positive(Matrix x) => Matrix.From(
        x.Columns, x.Columns, (i, j) => x.Column(i).Dot(x.Column(j)) + (i == j ? 1 : 0));

    /// <summary>
    /// |A − L Lᵀ| ≤ γₙ₊₁ |L| |Lᵀ| (Higham 2002, theorem 10.3), the product being rounded here.
    /// </summary>
    private static void AssertIsFactor(Matrix a, Cholesky factor)
    {
        var n = a.Rows;
        var lower = factor.Lower;
        var sizes = Sizes(lower, lower);
        var bound = Rounding.Gamma(n + 1) + Rounding.Gamma(n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var product = Vector.Create(lower.Row(i)).Dot(Vector.Create(lower.Row(j)));
                Assert.InRange(a[i, j] - product, -bound * sizes[i, j], bound * sizes[i, j]);
            }
        }
    }

    private static Matrix Sizes(Matrix x, Matrix y) => Matrix.From(
        x.Rows,
        y.Rows,
        (i, j) => Vector.Create(x.Row(i)).Map(Math.Abs).Dot(Vector.Create(y.Row(j)).Map(Math.Abs)));
}
