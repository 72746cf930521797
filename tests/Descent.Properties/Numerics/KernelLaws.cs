using System.Runtime.Intrinsics;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>
/// Reductions: their order, written again in scalar code, and their error against exact sums.
/// </summary>
public sealed class KernelLaws
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 41), 1000, 1023, 4096, 10_007];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Reductions_take_the_documented_order_to_the_last_bit(int length)
    {
        var (x, y) = (UglyNumbers.Sequence(length, 1), UglyNumbers.Sequence(length, 2));
        AssertSameBits(
            InLanes(length, (i, sum) => Math.FusedMultiplyAdd(x[i], y[i], sum)), Kernels.Dot(x, y));
        AssertSameBits(InLanes(length, (i, sum) => sum + x[i]), Kernels.Sum(x));
        AssertSameBits(InLanes(length, (i, sum) => sum + Math.Abs(x[i])), Kernels.AbsoluteSum(x));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Zeros_after_the_end_change_nothing(int length)
    {
        var (x, y) = (UglyNumbers.Sequence(length, 1), UglyNumbers.Sequence(length, 2));
        foreach (var zeros in new[] { 1, 7, 8, 25 })
        {
            double[] paddedX = [.. x, .. new double[zeros]];
            double[] paddedY = [.. y, .. new double[zeros]];
            AssertSameBits(Kernels.Dot(x, y), Kernels.Dot(paddedX, paddedY));
            AssertSameBits(Kernels.Sum(x), Kernels.Sum(paddedX));
            AssertSameBits(Kernels.AbsoluteSum(x), Kernels.AbsoluteSum(paddedX));
        }
    }

    // An entry rounds once in its product, once with each later entry of its lane, and three times in the
    // tree; the fused product saves one. So the error is at most γ_k Σ |xᵢ yᵢ|, k = Depth(n).
    [Theory]
    [MemberData(nameof(Lengths))]
    public void Reductions_are_within_the_rounding_bound_of_the_exact_sum(int length)
    {
        var (x, y) = (UglyNumbers.Sequence(length, 1), UglyNumbers.Sequence(length, 2));
        AssertWithin(Kernels.Dot(x, y), Rounding.Depth(length), x.Zip(y, Exact.Product));
        AssertWithin(Kernels.Sum(x), Rounding.Depth(length), x.Select(Exact.Of));
        AssertWithin(Kernels.AbsoluteSum(x), Rounding.Depth(length), x.Select(e => Exact.Of(Math.Abs(e))));
    }

    [Property(MaxTest = 300)]
    public bool Reductions_of_any_doubles_are_those_of_the_scalar_order(AnyDouble[] first, AnyDouble[] second)
    {
        var length = Math.Min(first.Length, second.Length);
        var x = Array.ConvertAll(first[..length], e => e.Value);
        var y = Array.ConvertAll(second[..length], e => e.Value);
        // Equals, not bits: where all products underflow below zero, a padded lane turns −0 into 0.
        return InLanes(length, (i, sum) => Math.FusedMultiplyAdd(x[i], y[i], sum)).Equals(Kernels.Dot(x, y))
            && InLanes(length, (i, sum) => sum + x[i]).Equals(Kernels.Sum(x))
            && InLanes(length, (i, sum) => sum + Math.Abs(x[i])).Equals(Kernels.AbsoluteSum(x));
    }

    [Fact]
    public void Lanes_are_summed_by_the_fixed_tree()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var l = UglyNumbers.Sequence(8, seed);
            AssertSameBits(
                ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7])),
                Lanes.Sum(Vector512.Create(l)));
        }
    }

    [Fact]
    public void A_padded_length_is_the_least_multiple_of_eight_that_holds_it()
    {
        for (var length = 0; length < 100; length++)
        {
            var expected = Enumerable.Range(0, 200).First(p => p % 8 == 0 && p >= length);
            Assert.Equal(expected, Lanes.Padded(length));
        }

        Assert.Throws<OverflowException>(() => Lanes.Padded(int.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Entries_in_lanes_and_in_the_tail_are_the_scalar_operation(int length)
    {
        var (x, y) = (UglyNumbers.Sequence(length, 1), UglyNumbers.Sequence(length, 2));
        Check(x, y, default(Sum));
        Check(x, y, default(Difference));
        Check(x, y, new Scaled(1.0 / 3));
        Check(x, y, new Divided(3));
        Check(x, y, new ScaledSum(1.0 / 3));
        Check(x, y, new Descended(1.0 / 3));
        Check(x, y, default(Unsigned));
        Check(x, y, new UnsignedQuotient(3));
        Check(x, y, new RidgeSum(0.1, 1.0 / 3));
    }

    [Property]
    public void Operations_round_as_their_formulas_say_whatever_the_numbers(
        AnyDouble x, AnyDouble y, AnyDouble factor, AnyDouble strength)
    {
        // Each product and sum by itself: a variable holds what was rounded.
        double product = factor.Value * y.Value;
        double ridge = strength.Value * y.Value;
        double scaled = factor.Value * ridge;
        double unsigned = x.Value == 0 ? 0.0 : x.Value;
        AssertEverywhere(x.Value - product, new Descended(factor));
        AssertEverywhere(unsigned, default(Unsigned));
        AssertEverywhere(unsigned / factor.Value, new UnsignedQuotient(factor));
        AssertEverywhere(x.Value + scaled, new RidgeSum(strength, factor));

        void AssertEverywhere<TOperation>(double expected, TOperation operation)
            where TOperation : struct, IElementwise
        {
            // Eight in lanes and one alone.
            var result = new double[9];
            Kernels.Elementwise(
                [.. Enumerable.Repeat(x.Value, 9)], [.. Enumerable.Repeat(y.Value, 9)], result, operation);
            Assert.All(result, actual => AssertSameBits(expected, actual));
        }
    }

    [Fact]
    public void One_entry_that_is_not_finite_is_found_in_every_place()
    {
        for (var length = 0; length <= 34; length++)
        {
            var x = UglyNumbers.Sequence(length, 3);
            Assert.True(Kernels.AllFinite(x));
            for (var i = 0; i < length; i++)
            {
                var usual = x[i];
                foreach (var odd in new[]
                    { double.NaN, -double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                {
                    x[i] = odd;
                    Assert.False(Kernels.AllFinite(x));
                }

                foreach (var finite in new[] { double.MaxValue, double.Epsilon, -0.0, usual })
                {
                    x[i] = finite;
                    Assert.True(Kernels.AllFinite(x));
                }
            }
        }
    }

    [Fact]
    public void Infinities_of_both_signs_do_not_cancel() =>
        Assert.All(
            Enumerable.Range(9, 30),
            length => Assert.False(Kernels.AllFinite(
                [.. Enumerable.Range(0, length).Select(i => i % 16 < 8 ? 1 / 0.0 : -1 / 0.0)])));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_result_may_be_one_of_the_operands(int length)
    {
        var (x, y) = (UglyNumbers.Sequence(length, 1), UglyNumbers.Sequence(length, 2));
        var expected = new double[length];
        Kernels.Elementwise(x, y, expected, new ScaledSum(0.1));
        var (overX, overY) = (x.ToArray(), y.ToArray());
        Kernels.Elementwise(overX, y, overX, new ScaledSum(0.1));
        Kernels.Elementwise(x, overY, overY, new ScaledSum(0.1));
        Assert.Equal(expected, overX);
        Assert.Equal(expected, overY);
    }

    private static void Check<TOperation>(double[] x, double[] y, TOperation operation)
        where TOperation : struct, IElementwise
    {
        var result = new double[x.Length];
        Kernels.Elementwise(x, y, result, operation);
        Assert.True(Rounding.SameBits(result, [.. x.Zip(y, operation.Apply)]));
    }

    /// <summary>Entry i in lane i mod 8, each lane in order from 0, then the tree.</summary>
    private static double InLanes(int length, Func<int, double, double> add)
    {
        var l = new double[8];
        for (var i = 0; i < length; i++)
            l[i % 8] = add(i, l[i % 8]);
        return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    }

    private static void AssertWithin(double sum, int operations, IEnumerable<Exact> terms)
    {
        var list = terms.ToList();
        var error = Exact.Of(sum) - Exact.Sum(list);
        Assert.True(error.IsWithin(operations, Exact.Sum(list.Select(term => term.Abs()))));
    }

    private static void AssertSameBits(double expected, double actual) =>
        Assert.True(Rounding.SameBits(expected, actual), $"Expected {expected:R}, got {actual:R}.");
}
