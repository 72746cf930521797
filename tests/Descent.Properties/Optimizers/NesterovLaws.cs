using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class NesterovLaws
{
    [Property]
    public void Without_decay_it_is_gradient_descent(Bowl bowl, RateShare eta) => Assert.Equal(
        StateBits.VisibleAll(new GradientDescent(eta.Value).Minimize(bowl, bowl.Start).Take(20)),
        StateBits.VisibleAll(new Nesterov(eta.Value, 0).Minimize(bowl, bowl.Start).Take(20)));

    [Fact]
    public void It_is_the_textbook_s_look_ahead_form_seen_from_the_point_ahead()
    {
        // Sutskever et al. 2013: w ← β w − η ∇f(y + β w); y ← y + w. Its points y + β w are this form's x.
        // With β = ½, η = ⅛ and a diagonal of small integers a step adds at most 6 binary digits: 7 steps are
        // exact.
        const double beta = 0.5, eta = 0.125;
        var bowl = new Bowl([1, 2, 5], [], [1, 0, -1], [3, -4, 2]);
        var expected = Iterate
            .From((Y: bowl.Start, W: Vector.Zeros(3)), s =>
            {
                var w = (beta * s.W) - (eta * bowl.Evaluate(s.Y + (beta * s.W)).Gradient);
                return (s.Y + w, w);
            })
            .Select(s => s.Y + (beta * s.W))
            .Take(8);
        var run = new Nesterov(eta, beta).Minimize(bowl, bowl.Start);
        Assert.Equal(expected, run.Take(8).Select(s => s.Parameters));
    }

    [Property(MaxTest = 30)]
    public void On_a_bowl_it_converges(Bowl bowl, RateShare share)
    {
        // The recursion z² − (1 + β)(1 − ηλ) z + β (1 − ηλ) has roots of size at most √β = 0.949 for every ηλ
        // in [0.0028, 1]; for the rest see MomentumLaws.
        var eta = Math.Max(0.3, share) / bowl.Greatest;
        var last = new Nesterov(eta).Minimize(bowl, bowl.Start).Steps(600).Last();
        Assert.InRange(bowl.Distance(last.Parameters), 0, 1e-9 * (1 + bowl.Distance(bowl.Start)));
    }

    [Fact]
    public void It_is_not_momentum()
    {
        var bowl = new Bowl([1], [], [0], [1]);
        // Momentum's first step is x − η g; Nesterov's is x − η (1 + β) g.
        Assert.Equal(0.5, new Momentum(0.5, 0.5).Minimize(bowl, [1]).ElementAt(1).Parameters[0]);
        Assert.Equal(0.25, new Nesterov(0.5, 0.5).Minimize(bowl, [1]).ElementAt(1).Parameters[0]);
    }
}
