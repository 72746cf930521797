using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class L1Laws
{
    [Fact]
    public void The_value_is_the_strength_times_the_sizes_and_the_map_moves_each_weight_towards_0()
    {
        var penalty = new L1(0.5);
        Assert.Equal(3.5, penalty.Value([3, -4]));
        Assert.Equal([2, -3, 0, 0, 0], penalty.Proximal([3, -4, 1, -0.5, 0], 2));
    }

    [Property]
    public void The_map_gives_the_minimum_of_penalty_and_distance(
        PositiveReal strength, PositiveReal step, Finite weight, Finite other)
    {
        // z minimizes λ|z| + (z − w)² / 2t. Each side is rounded six times at most, from terms of such sizes.
        var (penalty, t) = (new L1(strength), step.Value);
        var z = penalty.Proximal([weight], t)[0];
        Assert.True(Cost(z) <= Cost(other) + (Rounding.Gamma(6) * (Size(z) + Size(other))));

        double Cost(double at) => penalty.Value([at]) + ((at - weight) * (at - weight) / (2 * t));

        double Size(double at) =>
            penalty.Value([at]) + ((Math.Abs(at) + Math.Abs(weight)) * (Math.Abs(at) + Math.Abs(weight)) / t);
    }

    [Property]
    public void Eight_weights_at_once_have_the_bits_of_one_at_a_time(PositiveReal strength, Values weights)
    {
        var (penalty, w) = (new L1(strength), Vector.Of(weights));
        var repeated = Vector.From(Enumerable.Repeat(w, 9).SelectMany(x => x));
        var mapped = penalty.Proximal(repeated, 0.75);
        for (var i = 0; i < mapped.Count; i++)
            Bits.Equal(penalty.Proximal([repeated[i]], 0.75)[0], mapped[i]);
    }

    [Property]
    public void The_map_changes_no_sign_and_enlarges_no_weight(AnyDouble weight, PositiveReal step)
    {
        var z = new L1(1).Proximal([weight], step)[0];
        Assert.Equal(double.IsNaN(weight), double.IsNaN(z));
        if (!double.IsNaN(z))
        {
            Assert.True(Math.Abs(z) <= Math.Abs(weight));
            Assert.True(z is 0 ? !double.IsNegative(z) : Math.Sign(z) == Math.Sign(weight));
        }
    }

    [Fact]
    public void Strength_0_and_step_0_change_nothing()
    {
        Assert.Equal(0, new L1(0).Value([double.MaxValue, double.MaxValue]));
        Assert.Equal([1, -2], new L1(0).Proximal([1, -2], 3));
        Assert.Equal([1, -2], new L1(3).Proximal([1, -2], 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_or_a_step_that_is_negative_or_not_finite_is_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>("Strength", () => new L1(value));
        Assert.Throws<ArgumentOutOfRangeException>("Strength", () => new L1(1) with { Strength = value });
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new L1(1).Proximal([1], value));
    }

    [Fact]
    public void A_penalty_prints_its_strength_in_every_culture() => CommaHabits.Print("L1(0.5)", new L1(0.5));
}
