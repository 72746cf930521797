using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Inner product, sum and norms.</summary>
public sealed class VectorNormLaws
{
    // A norm of n ≤ 12 entries rounds five times under the root (Depth(12) = 5) and once for it, a relative
    // error of less than γ₅; an inner product is off by at most γ₅ ‖x‖ ‖y‖. γ₁₆ covers all that one
    // comparison here adds up.
    private static readonly double Slack = 1 + Rounding.Gamma(16);

    [Property]
    public bool The_inner_product_is_symmetric_to_the_last_bit(ValuesPair v) =>
        Rounding.SameBits(First(v).Dot(Second(v)), Second(v).Dot(First(v)));

    [Property]
    public bool The_inner_product_is_linear_to_rounding(Finite factor, ValuesTriple v)
    {
        var (x, y, z) = (Vector.Of(v.First), Vector.Of(v.Second), Vector.Of(v.Third));
        // Two roundings in factor x + y, five in the inner product, one more for each of the two operations
        // outside.
        var size = (Math.Abs(factor) * Size(x).Dot(Size(z))) + Size(y).Dot(Size(z));
        var difference = ((factor * x) + y).Dot(z) - ((factor * x.Dot(z)) + y.Dot(z));
        return Math.Abs(difference) <= Rounding.Gamma(16) * size;
    }

    [Property]
    public bool Cauchy_and_Schwarz_hold(ValuesPair v) =>
        Math.Abs(First(v).Dot(Second(v))) <= First(v).Norm * Second(v).Norm * Slack;

    [Property]
    public bool The_triangle_inequality_holds(ValuesPair v)
    {
        var (x, y) = (First(v), Second(v));
        return (x + y).Norm <= (x.Norm + y.Norm) * Slack
            && (x + y).Norm1 <= (x.Norm1 + y.Norm1) * Slack
            && (x + y).NormInf <= (x.NormInf + y.NormInf) * Slack;
    }

    [Property]
    public bool Norms_are_ordered(Values v)
    {
        var x = Vector.Of(v);
        return x.NormInf <= x.Norm * Slack
            && x.Norm <= x.Norm1 * Slack
            && x.Norm1 <= x.Count * x.NormInf * Slack;
    }

    [Property]
    public bool A_power_of_two_comes_out_of_a_norm_exactly(Values v)
    {
        var x = Vector.Of(v);
        // 2⁹⁰⁰ sends the norm through the scaled branch and must not change a digit; entries here are above
        // 2⁻⁹⁰⁰.
        double[] factors = [0.5, -4, Math.ScaleB(1, 900), Math.ScaleB(1, -900)];
        return factors.All(f =>
            Rounding.SameBits((f * x).Norm, Math.Abs(f) * x.Norm)
            && Rounding.SameBits((f * x).Norm1, Math.Abs(f) * x.Norm1)
            && Rounding.SameBits((f * x).NormInf, Math.Abs(f) * x.NormInf));
    }

    [Theory]
    [InlineData(1e200, 5e200)]
    [InlineData(1e-200, 5e-200)]
    [InlineData(1e307, 5e307)]
    [InlineData(4.9406564584124654e-324, 5 * 4.9406564584124654e-324)]
    [InlineData(1e-310, 5e-310)]
    public void The_norm_is_right_where_squares_overflow_or_underflow(double unit, double expected)
    {
        var norm = Vector.Of(3 * unit, 0, -4 * unit).Norm;
        // The entries, the norm and the expected value round once each, denormals by half of the least
        // double.
        Assert.InRange(Math.Abs(norm - expected), 0, Math.Max(Rounding.Gamma(8) * expected, double.Epsilon));
    }

    [Fact]
    public void One_huge_entry_among_tiny_ones_is_the_norm()
    {
        Vector v = [1e-300, 1e300, -1e-300, 1e-5, 5e-324];
        Assert.Equal(1e300, v.Norm);
        Assert.Equal(1e300, v.NormInf);
        Assert.Equal(1e300, v.Norm1);
    }

    [Fact]
    public void A_norm_beyond_the_doubles_is_infinite()
    {
        Assert.Equal(double.PositiveInfinity, Vector.Of(double.MaxValue, double.MaxValue).Norm);
        Assert.Equal(double.MaxValue, Vector.Of(double.MaxValue, 0).Norm);
        Assert.Equal(double.MaxValue, Vector.Of(double.MaxValue, double.MaxValue).NormInf);
    }

    [Fact]
    public void Sixteen_million_great_entries_do_not_overflow_the_sum()
    {
        // Their squares add up to 2¹⁰²⁴, past the doubles, and to 2¹⁰⁰⁴ at the size from which all are
        // scaled. Partial sums are whole multiples of a power of two, so the norms are exact: √2²⁴ = 2¹².
        var entries = new double[1 << 24];
        foreach (var exponent in new[] { 500, 490 })
        {
            Array.Fill(entries, Math.ScaleB(1, exponent));
            Assert.Equal(Math.ScaleB(1, exponent + 12), EuclideanNorm.Of(entries));
        }

        Array.Fill(entries, 3e150);
        // n / 8 + 3 roundings in the sum, which the root halves, three more, and one of what is expected.
        var bound = Rounding.Gamma((Rounding.Depth(entries.Length) / 2) + 4) * 4096 * 3e150;
        Assert.InRange(Vector.Own(entries).Norm - (4096 * 3e150), -bound, bound);
    }

    [Theory]
    [InlineData(490)]
    [InlineData(-500)]
    public void The_norm_is_right_at_both_sides_of_where_entries_are_scaled(int exponent)
    {
        var threshold = Math.ScaleB(1, exponent);
        double[] sizes =
        [
            threshold / 2, Math.BitDecrement(threshold), threshold, Math.BitIncrement(threshold),
            2 * threshold,
        ];
        Assert.All(sizes, size =>
        {
            Vector x = [.. size * Waves.Parameters(40), -size];
            Assert.Equal(size, x.NormInf);
            Assert.True(NormIsWithinBound(x));
            // From the middle of the doubles, where nothing is scaled: the same digits.
            var plain = x.Map(e => Math.ScaleB(e, -exponent)).Norm;
            Assert.True(Rounding.SameBits(Math.ScaleB(plain, exponent), x.Norm));
        });
    }

    [Property]
    public bool The_norm_of_a_span_is_that_of_its_vector(AnyDouble[] v)
    {
        double[] entries = [.. v.Select(e => e.Value)];
        double[] before = [.. entries];
        return Rounding.SameBits(EuclideanNorm.Of(entries), Vector.Of(entries).Norm)
            && Rounding.SameBits(before, entries)
            && EuclideanNorm.Of([]) == 0;
    }

    [Property(MaxTest = 300)]
    public bool A_norm_of_any_doubles_is_right_or_says_that_there_is_none(AnyDouble[] v)
    {
        var x = Vector.From(v.Select(e => e.Value));
        if (x.Any(double.IsNaN))
            return double.IsNaN(x.Norm) && double.IsNaN(x.NormInf) && double.IsNaN(x.Norm1);
        if (!x.IsFinite)
            return double.IsPositiveInfinity(x.Norm) && double.IsPositiveInfinity(x.NormInf);
        if (double.IsInfinity(x.Norm))
            return x.NormInf > double.MaxValue / Math.Sqrt(x.Count) / Slack;
        return NormIsWithinBound(x) && x.NormInf == x.Select(Math.Abs).DefaultIfEmpty(0).Max();
    }

    [Property]
    public bool A_sum_is_the_inner_product_with_ones_to_the_last_bit(Values v) =>
        Rounding.SameBits(Vector.Of(v).Sum(), Vector.Of(v).Dot(Vector.Ones(v.Length)));

    [Fact]
    public void A_sum_of_whole_numbers_is_exact() =>
        Assert.Equal(1000 * 1001 / 2, Vector.From(Enumerable.Range(1, 1000).Select(i => (double)i)).Sum());

    // |N² − Σ xᵢ²| ≤ γ_k Σ xᵢ², k = Depth(n) + 3: the root halves an error and adds u, and 2u come back by
    // squaring. A denormal norm is rounded to a whole multiple of η = 2⁻¹⁰⁷⁴, which moves its square by at
    // most (2N + η) η.
    private static bool NormIsWithinBound(Vector x)
    {
        var norm = x.Norm;
        var square = Exact.Sum(x.Select(e => Exact.Product(e, e)));
        var error = (Exact.Product(norm, norm) - square).Abs();
        var denormal = norm < 1e-300
            ? Exact.Product((2 * norm) + double.Epsilon, double.Epsilon)
            : Exact.Of(0);
        return error <= denormal || (error - denormal).IsWithin(Rounding.Depth(x.Count) + 3, square);
    }

    private static Vector First(ValuesPair v) => Vector.Of(v.First);

    private static Vector Second(ValuesPair v) => Vector.Of(v.Second);

    private static Vector Size(Vector v) => v.Map(Math.Abs);
}
