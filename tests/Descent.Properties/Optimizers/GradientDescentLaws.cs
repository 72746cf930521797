using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class GradientDescentLaws
{
    /// <summary>The unit of rounding, 2⁻⁵³.</summary>
    private const double U = 1.1102230246251565e-16;

    [Property]
    public void A_step_is_the_formula(Bowl bowl, RateShare eta)
    {
        var state = new GradientDescent(eta.Value).Init(bowl, bowl.Start);
        var expected = bowl.Start.Zip(state.Gradient, (x, g) => x - (eta * g));
        Assert.Equal(expected, new GradientDescent(eta.Value).Step(state).Parameters);
    }

    [Property]
    public void On_a_quadratic_k_steps_multiply_the_distance_by_I_minus_eta_A_k_times(
        Bowl bowl, RateShare share)
    {
        const int steps = 40;
        var eta = share / bowl.Greatest;
        var n = bowl.Dimension;
        var contraction = Matrix.From(n, n, (i, j) => (i == j ? 1 : 0) - (eta * bowl.A[i, j]));
        var away = Iterate.From(bowl.Start - bowl.Center, contraction.Multiply).ElementAt(steps);
        var reached = new GradientDescent(eta).Minimize(bowl, bowl.Start).Steps(steps).Last().Parameters;

        // One step errs, in both, by at most (n + 4) √n roundings of what the matrix multiplies, no longer
        // than d₀ since ‖I − ηA‖ ≤ 1 and ‖ηA‖ ≤ 1; in the run also by one rounding of x, at most ‖c‖ + ‖d₀‖.
        // Later steps do not enlarge an error, so k steps err k times as much.
        var d0 = bowl.Distance(bowl.Start);
        var bound = steps * U * ((2 * (n + 4) * Math.Sqrt(n) * d0) + bowl.Center.Norm + d0);
        Assert.InRange((reached - (bowl.Center + away)).Norm, 0, bound);
    }

    [Property]
    public void With_a_rate_of_at_most_1_over_L_the_loss_falls_every_step(Bowl bowl, RateShare share)
    {
        // Theory: f' ≤ f − η (1 − ηL/2) ‖g‖² ≤ f − η/2 ‖g‖². Rounding of f and x is below 10⁻¹¹ ‖g‖² + 10⁻¹³
        // ‖g‖ (condition ≤ 100, coordinates ≤ 10), less than the 1 % of η ‖g‖² ≥ 10⁻³ ‖g‖² left out, while
        // ‖g‖ > 10⁻⁶.
        var eta = share / bowl.Greatest;
        var run = new GradientDescent(eta).Minimize(bowl, bowl.Start).Take(60).ToArray();
        foreach (var (state, next) in run.Zip(run.Skip(1)).TakeWhile(pair => pair.First.Optimality > 1e-6))
            Assert.InRange(next.Loss, 0, state.Loss - (0.49 * eta * state.Gradient.Dot(state.Gradient)));
    }

    [Property]
    public void With_a_rate_of_at_most_1_over_L_the_loss_is_in_reach_as_1_over_k(Bowl bowl, RateShare share)
    {
        // f_k − f* ≤ ‖x₀ − x*‖² / (2 η k), that is L ‖x₀ − x*‖² / 2k for η = 1/L. On a quadratic, where
        // z (1 − z)²ᵏ ≤ 1 / 2ek, a factor e is left; 10⁻²⁵ is ½ λmax (10⁻¹³)², where rounding keeps x from c.
        var eta = share / bowl.Greatest;
        var d0 = bowl.Distance(bowl.Start);
        foreach (var state in new GradientDescent(eta).Minimize(bowl, bowl.Start).Take(60).Skip(1))
            Assert.InRange(state.Loss, 0, (d0 * d0 / (2 * eta * state.Step)) + 1e-25);
    }

    [Property]
    public void With_a_rate_above_2_over_L_the_run_diverges_and_ends(Bowl bowl, UnitReal more)
    {
        // |1 − ηL| ≥ 1.5, so the distance along the steepest axis passes 10¹⁵⁴, whose square no double holds,
        // within 154 / log₁₀ 1.5 = 875 steps.
        var eta = (2.5 + more) / bowl.Greatest;
        var run = new GradientDescent(eta).Minimize(bowl, bowl.Center + bowl.Steepest).Take(900).ToArray();
        Assert.True(run.Length < 900);
        Assert.False(run[^1].IsFinite);
        Assert.All(run[..^1], state => Assert.True(state.IsFinite));
    }

    [Property]
    public bool At_the_minimum_it_stays(Bowl bowl, RateShare eta) => new GradientDescent(eta.Value)
        .Minimize(bowl, bowl.Center).Take(5).All(s => s.Parameters == bowl.Center);
}
