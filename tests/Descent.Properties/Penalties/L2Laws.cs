using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class L2Laws
{
    [Fact]
    public void The_value_is_half_the_strength_times_the_squares_and_the_gradient_the_strength_times_each()
    {
        var penalty = new L2(0.5);
        Assert.Equal(6.25, penalty.Value([3, -4]));
        Assert.Equal([1.5, -2], penalty.Gradient([3, -4]));
    }

    [Property]
    public void The_gradient_is_the_slope_of_the_value(PositiveReal strength, Values weights)
    {
        // A central difference of a quadratic has no truncation error. Rounding: both values are at most
        // R(|w| + h), each off by γ of its n + 3 operations, over 2h; the midpoint is off by u |wⱼ|.
        var (penalty, w) = (new L2(strength), Vector.Of(weights));
        var numerical = FiniteDifferences.Gradient(penalty.Value, w);
        for (var j = 0; j < w.Count; j++)
        {
            var h = MachineEpsilon.CubeRoot * Math.Max(1, Math.Abs(w[j]));
            var greatest = penalty.Value(w) + (strength * (Math.Abs(w[j]) + h) * h);
            var bound = (Rounding.Gamma(w.Count + 4) * greatest / h)
                + (4 * Rounding.Unit * strength * Math.Abs(w[j]));
            Assert.InRange(penalty.Gradient(w)[j] - numerical[j], -bound, bound);
        }
    }

    [Property]
    public void Strength_0_is_no_penalty(RiskCase sample)
    {
        var risk = sample.Risk;
        var none = new EmpiricalRisk(risk.Data, risk.Loss, null, risk.Reduction, risk.HasBias);
        var zero = new EmpiricalRisk(risk.Data, risk.Loss, new L2(0), risk.Reduction, risk.HasBias);
        Assert.Equal(none.Evaluate(sample.Parameters), zero.Evaluate(sample.Parameters));
    }

    [Fact]
    public void Strength_0_is_no_penalty_even_where_the_squares_of_the_weights_overflow()
    {
        Assert.Equal(0, new L2(0).Value([1e200, -double.MaxValue]));
        Assert.Equal([0, 0], new L2(0).Gradient([1e200, -double.MaxValue]));
        Assert.Equal(double.PositiveInfinity, new L2(1e-300).Value([1e200, -double.MaxValue]));

        var data = new Dataset(Matrix.FromRows([1e-200], [0]), [3, 2]);
        var none = new EmpiricalRisk(data, Loss.Squared).Evaluate([1e200, 1]);
        Assert.Equal(new Evaluation(1, [-1e-200, -2]), none);
        Assert.Equal(none, new EmpiricalRisk(data, Loss.Squared, new L2(0)).Evaluate([1e200, 1]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-5e-324)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_strength_that_is_negative_or_not_finite_is_refused_by_the_constructor_and_by_with(
        double strength)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new L2(strength));
        Assert.StartsWith(
            FormattableString.Invariant(
                $"Strength is {strength}; it must be a finite number that is 0 or greater."),
            error.Message);
        Assert.Equal(
            error.Message,
            Assert.Throws<ArgumentOutOfRangeException>(() => new L2(1) with { Strength = strength }).Message);
    }

    [Property]
    public void Any_weights_give_a_value_that_is_not_negative_or_NaN(AnyDouble weight, AnyDouble other)
    {
        var value = new L2(2).Value([weight, other]);
        Assert.True(value >= 0 || (double.IsNaN(value) && (double.IsNaN(weight) || double.IsNaN(other))));
    }

    [Property]
    public void Added_in_place_it_has_the_bits_of_its_value_and_gradient(
        AnyDouble[] weights, AnyDouble[] slopes, PositiveReal strength, AnyDouble factor)
    {
        var count = Math.Min(weights.Length, slopes.Length);
        var w = Vector.From(weights.Take(count).Select(x => x.Value));
        var gradient = slopes.Take(count).Select(x => x.Value).ToArray();
        foreach (var penalty in new[] { new L2(strength), new L2(0) })
        {
            var own = penalty.Gradient(w);
            var added = gradient.ToArray();
            var value = ((ISpanPenalty)penalty).AddTo(added, w.AsSpan(), factor);
            Bits.Equal(factor * penalty.Value(w), value);
            Bits.Equal(
                Vector.From(gradient.Select((g, j) =>
                {
                    double scaled = factor * own[j];
                    return g + scaled;
                })),
                Vector.Of(added));
        }
    }

    [Fact]
    public void A_penalty_prints_its_strength_in_every_culture()
    {
        CommaHabits.Print("L2(0.5)", new L2(0.5));
        CommaHabits.Print("L2(1E-07)", new L2(1e-7));
    }

    [Fact]
    public void Equal_strengths_are_equal_penalties() =>
        Assert.Equal(new L2(0.5), new L2(1) with { Strength = 0.5 });
}
