using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class MomentumLaws
{
    [Property]
    public void Without_decay_it_is_gradient_descent(Bowl bowl, RateShare eta) => Assert.Equal(
        StateBits.VisibleAll(new GradientDescent(eta.Value).Minimize(bowl, bowl.Start).Take(20)),
        StateBits.VisibleAll(new Momentum(eta.Value, 0).Minimize(bowl, bowl.Start).Take(20)));

    [Property]
    public void The_first_step_is_gradient_descent_s(Bowl bowl, RateShare eta, Decay decay) => Assert.Equal(
        StateBits.VisibleAll(new GradientDescent(eta.Value).Minimize(bowl, bowl.Start).Take(2)),
        StateBits.VisibleAll(new Momentum(eta.Value, decay).Minimize(bowl, bowl.Start).Take(2)));

    [Property]
    public void For_a_constant_rate_the_rate_may_be_inside_the_velocity(Bowl bowl, Decay decay)
    {
        // w ← β w − η g; x ← x + w. With η a power of two w = −η v exactly at every step, so the bits agree.
        const double eta = 1.0 / 16;
        var expected = Iterate
            .From((X: bowl.Start, W: Vector.Zeros(bowl.Dimension)), s =>
            {
                var w = (decay * s.W) - (eta * bowl.Evaluate(s.X).Gradient);
                return (s.X + w, w);
            })
            .Select(s => s.X)
            .Take(30);
        var run = new Momentum(eta, decay).Minimize(bowl, bowl.Start);
        Assert.Equal(expected, run.Take(30).Select(s => s.Parameters));
    }

    [Property(MaxTest = 30)]
    public void On_a_bowl_it_converges(Bowl bowl, RateShare share)
    {
        // Each eigenvalue's recursion z² − (1 + β − ηλ) z + β has roots of size √β = 0.949 for every ηλ in
        // [0.0027, 1]; the condition is at most 100, so a share of 0.3 or more is inside. √0.9⁶⁰⁰ < 2·10⁻¹⁴,
        // times at most 600 · 20 for roots that nearly meet: below 10⁻⁹.
        var eta = Math.Max(0.3, share) / bowl.Greatest;
        var last = new Momentum(eta).Minimize(bowl, bowl.Start).Steps(600).Last();
        Assert.InRange(bowl.Distance(last.Parameters), 0, 1e-9 * (1 + bowl.Distance(bowl.Start)));
    }
}
