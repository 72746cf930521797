using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class AdamLaws
{
    [Property]
    public void Without_decays_it_is_sign_descent_up_to_epsilon(Bowl bowl, RateShare eta)
    {
        // m = g and v = g², whose root is |g| exactly: a step of η g / (|g| + ε).
        const double epsilon = 1e-8;
        foreach (var (state, next) in Pairs(new Adam(eta.Value, 0, 0, epsilon), bowl))
        {
            var expected = state.Parameters.Zip(
                state.Gradient, (x, g) => x - (eta * (g / (Math.Abs(g) + epsilon))));
            Assert.Equal(expected, next.Parameters);
        }
    }

    [Property]
    public void Its_first_step_is_sign_descent_s_whatever_the_decays(Bowl bowl, Decay beta1, Decay beta2)
    {
        // The corrections undo the decays: m̂ = g and v̂ = g² to 2 and 3 roundings, of which the root halves
        // v's; root, sum and quotient add 3, and the step 1: below 8 · 2⁻⁵³ < 10⁻¹⁵. Reading it off x adds
        // ‖x‖ roundings.
        var step = new Adam(1, beta1, beta2, 1e-300).Step(new Adam(1).Init(bowl, bowl.Start));
        var direction = bowl.Start - step.Parameters;
        var bound = 1e-15 * (1 + bowl.Start.NormInf);
        foreach (var (g, d) in bowl.Evaluate(bowl.Start).Gradient.Zip<double, double>(direction))
        {
            if (Math.Abs(g) > 1e-100)
                Assert.InRange(Math.Abs(d - Math.Sign(g)), 0, bound);
        }
    }

    [Property]
    public void A_gradient_times_a_power_of_two_leaves_the_path_unchanged(
        Bowl bowl, SmallCount power, bool up)
    {
        // Powers of two round nothing, and ε = 10⁻³⁰⁰ vanishes beside any |g| above 10⁻²⁸⁰: the bits agree.
        var adam = new Adam(0.1, Epsilon: 1e-300);
        var scaled = Objective.Scale(Math.ScaleB(1, up ? power : -power), bowl);
        Assert.Equal(
            adam.Minimize(bowl, bowl.Start).Take(20).Select(s => s.Parameters),
            adam.Minimize(scaled, bowl.Start).Take(20).Select(s => s.Parameters));
    }

    [Property]
    public void A_step_is_bounded_whatever_the_gradients(Bowl bowl)
    {
        // m̂ = Σ aᵢ gᵢ and v̂ = Σ bᵢ gᵢ², so Cauchy and Schwarz give |m̂| / √v̂ ≤ √(Σ aᵢ² / bᵢ). With k = t −
        // i aᵢ = (1 − β₁) β₁ᵏ / (1 − β₁ᵗ) and bᵢ = (1 − β₂) β₂ᵏ / (1 − β₂ᵗ): at t = 1 the bound is 1, in the
        // end √53.
        const double eta = 0.01, beta1 = 0.9, beta2 = 0.999;
        static double Weight(double beta, int k, long t) =>
            (1 - beta) * Math.Pow(beta, k) / (1 - Math.Pow(beta, t));

        foreach (var (state, next) in Pairs(new Adam(eta, beta1, beta2), bowl))
        {
            var t = next.Step;
            var squares = Enumerable.Range(0, (int)t)
                .Sum(k => Weight(beta1, k, t) * Weight(beta1, k, t) / Weight(beta2, k, t));
            // 10⁻¹³ is what the corrections, and ten roundings of coordinates up to 11, may add.
            var bound = (eta * Math.Sqrt(squares) * (1 + 1e-13)) + 1e-13;
            Assert.InRange((next.Parameters - state.Parameters).NormInf, 0, bound);
        }
    }

    [Fact]
    public void Begun_in_the_middle_of_a_run_it_corrects_its_own_start()
    {
        var bowl = new Bowl([1, 2], [], [0, 0], [3, -4]);
        var middle = new GradientDescent(0.1).Minimize(bowl, [3, -4]).Steps(10).Last();
        var adam = new Adam(0.5);
        var memory = adam.Init(middle.Parameters);
        var at = new State<AdamMemory>(
            middle.Step, middle.Parameters, middle.Evaluation, memory, middle.Evaluations);
        var next = adam.Resume(bowl, at).ElementAt(1);
        // A first step is η sign(g) to within ε / |g| < 10⁻⁷. Corrected for 11 steps, not 1, it would be
        // another.
        Assert.Equal(11, next.Step);
        Assert.Equal(middle.Parameters[0] - 0.5, next.Parameters[0], 1e-7);
        Assert.Equal(middle.Parameters[1] + 0.5, next.Parameters[1], 1e-7);
    }

    [Fact]
    public void A_gradient_whose_square_is_no_double_ends_the_run()
    {
        // An infinite v would make every further step 0: a run that stands still and never says so.
        var steep = Objective.From(x => 1e200 * x, _ => 1e200);
        var run = new Adam(0.1).Minimize(steep, [1]).Take(10).ToArray();
        Assert.Equal(2, run.Length);
        Assert.False(run[^1].IsFinite);

        // Clipped to 1, it makes the first step η / (1 + ε). Both means and their corrections, root, sum,
        // quotient and product are within ten roundings of the step; the differences from 1 add one each.
        var clipped = new Adam(0.1).ClipByNorm(1).Minimize(steep, [1]).ElementAt(1).Parameters[0];
        var (next, bound) = (1 - (0.1 / (1 + 1e-8)), (0.1 * Rounding.Gamma(10)) + (2 * Rounding.Unit));
        Assert.InRange(clipped - next, -bound, bound);
    }

    private static IEnumerable<(State<AdamMemory> State, State<AdamMemory> Next)> Pairs(Adam adam, Bowl bowl)
    {
        var run = adam.Minimize(bowl, bowl.Start).Take(20).ToArray();
        return run.Zip(run.Skip(1));
    }
}
