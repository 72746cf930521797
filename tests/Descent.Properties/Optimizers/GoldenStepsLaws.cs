using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>The first three steps of every rule, by hand.</summary>
/// <remarks>
/// Each driven run starts at x₀ = (1.5, −2.5) with η = 0.1 and sees the gradients g₁, g₂, g₃ named below.
/// Products and sums of decimals are exact on paper; where a root comes in, the digits are those of 50-digit
/// arithmetic. In doubles a step makes some ten roundings of 2⁻⁵³ relative, of which a tenth, by η, reaches
/// the parameters, and one of its own; so 10⁻¹⁵ holds for three.
/// </remarks>
public sealed class GoldenStepsLaws
{
    private const double Relative = 1e-15;

    private static readonly Vector Start = [1.5, -2.5];

    private static readonly GivenGradients Gradients = new([0.3, -1.2], [-0.7, 0.4], [0.5, 2]);

    // Norms 5, ½ and 10: behind a limit of 1 they are (0.6, −0.8), (0.3, 0.4) and (−0.6, 0.8).
    private static readonly GivenGradients LongAndShort = new([3, -4], [0.3, 0.4], [-6, 8]);

    // g = A x − b, A = (2 1; 1 3), b = (1, −2): the gradient at (3, −4) is (1, −7).
    private static readonly IObjective Quadratic = Objective.From(
        2,
        x => (x[0] * x[0]) + (x[0] * x[1]) + (1.5 * x[1] * x[1]) - x[0] + (2 * x[1]),
        x => [(2 * x[0]) + x[1] - 1, x[0] + (3 * x[1]) + 2]);

    // x − 0.1 g.
    [Fact]
    public void Gradient_descent_steps_against_the_gradient() => AssertPath(
        new GradientDescent(0.1).Minimize(Gradients, Start),
        [1.47, -2.38], [1.54, -2.42], [1.49, -2.62]);

    // v₁ = (0.3, −1.2); v₂ = 0.9 v₁ + g₂ = (−0.43, −0.68); v₃ = 0.9 v₂ + g₃ = (0.113, 1.388); x − 0.1 v.
    [Fact]
    public void Momentum_adds_the_decayed_velocity() => AssertPath(
        new Momentum(0.1).Minimize(Gradients, Start),
        [1.47, -2.38], [1.513, -2.312], [1.5017, -2.4508]);

    // The same v; g + 0.9 v = (0.57, −2.28), (−1.087, −0.212), (0.6017, 3.2492); x − 0.1 of it.
    [Fact]
    public void Nesterov_looks_one_velocity_ahead() => AssertPath(
        new Nesterov(0.1).Minimize(Gradients, Start),
        [1.443, -2.272], [1.5517, -2.2508], [1.49153, -2.57572]);

    // β₁ = ½, β₂ = ¾ make the corrected means m̂ = g₁, (g₁ + 2 g₂) / 3, (g₁ + 2 g₂ + 4 g₃) / 7 and
    // v̂ = g₁², (3 g₁² + 4 g₂²) / 7, (9 g₁² + 12 g₂² + 16 g₃²) / 37. For g = 1, −1, −1 every v̂ is 1 and
    // x₀ − x = 0.1 / (1 + ε), then less by 0.1 / 3 / (1 + ε), then by 0.5 / 7 / (1 + ε); for the second
    // coordinate m̂ = 0.3, −0.7, 1/10 and v̂ = 0.09, 0.86142857…, 0.70081081….
    [Fact]
    public void Adam_divides_corrected_means()
    {
        var gradients = new GivenGradients([1, 0.3], [-1, -1.2], [-1, 0.7]);
        var run = new Adam(0.1, 0.5, 0.75).Minimize(gradients, Start);
        AssertPath(
            run,
            [1.40000000099999999, -2.59999999666666667778],
            [1.43333333399999999333, -2.52457967171113409585],
            [1.50476190471428571476, -2.53652504149604551751]);

        // m₃ = (g₁ + 2 g₂ + 4 g₃) / 8; v₃ = (9 g₁² + 12 g₂² + 16 g₃²) / 64.
        var memory = run.Steps(3).Last().Memory;
        Near.Equal([-0.625, 0.0875], memory.First, Relative);
        Near.Equal([0.578125, 0.40515625], memory.Second, Relative);
        Assert.Equal(3, memory.Count);
    }

    // −0.1 (0.6, −0.8), −0.1 (0.3, 0.4), −0.1 (−0.6, 0.8).
    [Fact]
    public void Clipping_before_gradient_descent_shortens_only_what_is_long() => AssertPath(
        new GradientDescent(0.1).ClipByNorm(1).Minimize(LongAndShort, Start),
        [1.44, -2.42], [1.41, -2.46], [1.47, -2.54]);

    // v₁ = (0.6, −0.8); v₂ = (0.54 + 0.3, −0.72 + 0.4); v₃ = (0.756 − 0.6, −0.288 + 0.8): the limit is on
    // what goes in; ‖v‖ itself may pass it.
    [Fact]
    public void Clipping_before_momentum_shortens_what_the_velocity_adds() => AssertPath(
        new Momentum(0.1).ClipByNorm(1).Minimize(LongAndShort, Start),
        [1.44, -2.42], [1.356, -2.388], [1.3404, -2.4392]);

    // g = (1, −7), (1.5, −5), (1.7, −3.65).
    [Fact]
    public void Gradient_descent_follows_a_quadratic() => AssertPath(
        new GradientDescent(0.1).Minimize(Quadratic, [3, -4]),
        [2.9, -3.3], [2.75, -2.8], [2.58, -2.435]);

    // g = (1, −7), (1.5, −5), (2.15, −1.85); v = (1, −7), (2.4, −11.3), (4.31, −12.02).
    [Fact]
    public void Momentum_follows_a_quadratic() => AssertPath(
        new Momentum(0.1).Minimize(Quadratic, [3, -4]),
        [2.9, -3.3], [2.66, -2.17], [2.229, -0.968]);

    // g = (1, −7), (1.95, −3.2), (2.222, −0.1265); v = (1, −7), (2.85, −9.5), (4.787, −8.6765);
    // g + 0.9 v = (1.9, −13.3), (4.515, −11.75), (6.5303, −7.93535).
    [Fact]
    public void Nesterov_follows_a_quadratic() => AssertPath(
        new Nesterov(0.1).Minimize(Quadratic, [3, -4]),
        [2.81, -2.67], [2.3585, -1.495], [1.70547, -0.701465]);

    // The paper's defaults. t = 1 is 0.001 g / (|g| + 10⁻⁸): 0.001 / (1 + 10⁻⁸) and 0.007 / (7 + 10⁻⁸); t = 2
    // and 3 are from 50-digit arithmetic with the decimals 0.9 and 0.999. The double nearest 0.999 is off by
    // less than 6·10⁻¹⁷, which 1 − β₂ᵗ makes 6·10⁻¹⁴ of the step, 6·10⁻¹⁷ of the parameters.
    [Fact]
    public void Adam_with_the_paper_s_settings_follows_a_quadratic() => AssertPath(
        new Adam(0.001).Minimize(Quadratic, [3, -4]),
        [2.9990000000099999999, -3.9990000000014285714],
        [2.9980000262238363799, -3.9980000074614615561],
        [2.9970000960794768893, -3.9970000273368675499]);

    // g = (1, −7) / √50, then (1.0708…, −6.7171…) over its norm, and so on: 50-digit arithmetic.
    [Fact]
    public void Clipped_gradient_descent_follows_a_quadratic() => AssertPath(
        new GradientDescent(0.1).ClipByNorm(1).Minimize(Quadratic, [3, -4]),
        [2.98585786437626904951, -3.90100505063388334658],
        [2.97011665007920382147, -3.80225175108164626155],
        [2.95270689882556563479, -3.70377890933689694518]);

    [Fact]
    public void Clipped_momentum_follows_a_quadratic() => AssertPath(
        new Momentum(0.1).ClipByNorm(1).Minimize(Quadratic, [3, -4]),
        [2.98585786437626904951, -3.90100505063388334658],
        [2.95738872801784596603, -3.71315629665214127348],
        [2.91268642423756187381, -3.44592954063096224294]);

    private static void AssertPath<TMemory>(Training<TMemory> run, params Vector[] expected)
    {
        var path = run.Skip(1).Take(3).Select(state => state.Parameters).ToArray();
        Assert.Equal(expected.Length, path.Length);
        Assert.All(expected.Zip(path), pair => Near.Equal(pair.First, pair.Second, Relative));
    }
}
