using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A path begins at zeros, is drawn as it is asked for, and ends where cold runs end.</summary>
public sealed class RegularizationPathLaws
{
    public static TheoryData<string, double> Cases => new()
    {
        { "diabetes", 1 }, { "diabetes", 0.5 }, { "cancer", 1 }, { "cancer", 0.7 },
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_first_solution_is_zeros_and_a_little_less_is_not(string name, double ratio)
    {
        var risk = RiskOf(name);
        var first = RegularizationPath.Of(risk, ratio).First();
        Assert.Equal(PenaltyStrengths.Greatest(risk, ratio), first.Strength);
        Assert.Empty(first.Support);
        Assert.InRange(first.Certificate.RelativeGap, 0, 1e-9);

        // As far below as the zeros are within rounding of not being exact.
        var less = RegularizationPath.Through(risk, [first.Strength * (1 - 1e-9)], ratio, 0).Single();
        Assert.Single(less.Support);
        var more = RegularizationPath.Through(risk, [first.Strength * (1 + 1e-9)], ratio, 0).Single();
        Assert.Empty(more.Support);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_point_is_what_a_run_from_zeros_finds(string name, double ratio)
    {
        var risk = RiskOf(name);
        foreach (var point in RegularizationPath.Of(risk, ratio, count: 12, share: 1e-2, tolerance: 1e-10))
        {
            var cold = new CoordinateDescent(new ElasticNet(point.Strength, ratio))
                .Minimize(risk, Vector.Zeros(risk.Dimension))
                .Until(state => state.Memory.RelativeGap <= 1e-10).Last();
            Assert.InRange(cold.Memory.RelativeGap, 0, 1e-10);
            Assert.InRange(point.Certificate.RelativeGap, 0, 1e-10);
            Assert.InRange(point.State.Loss - cold.Loss, -cold.Memory.Gap, point.Certificate.Gap);
        }
    }

    [Fact]
    public void A_point_is_solved_when_it_is_drawn()
    {
        var risk = RiskOf("diabetes");
        var drawn = 0;
        IEnumerable<double> Strengths()
        {
            foreach (var strength in new[] { 20.0, 5, 1 })
            {
                drawn++;
                yield return strength;
            }
        }

        var path = RegularizationPath.Through(risk, Strengths());
        Assert.Equal(0, drawn);
        var few = path.TakeWhile(point => point.Support.Length <= 3).ToArray();
        Assert.Equal(2, drawn);
        Assert.Single(few);
    }

    [Fact]
    public void Drawn_twice_it_is_the_same_to_the_bit()
    {
        var path = RegularizationPath.Of(RiskOf("diabetes"), count: 10);
        Assert.Equal(
            StateBits.OfAll(path.Select(point => point.State)),
            StateBits.OfAll(path.Select(point => point.State)));
    }

    [Fact]
    public void Strengths_fall_by_one_ratio()
    {
        var strengths = PenaltyStrengths.Falling(3, 5, 1e-2);
        Assert.Equal(3, strengths[0]);
        foreach (var (k, strength) in strengths.Index())
            Near.Equal(3 * Math.Pow(1e-2, k / 4.0), strength, 1e-15);
        Assert.Equal([7.0], PenaltyStrengths.Falling(7, 1));
        Assert.Equal(100, RegularizationPath.Of(RiskOf("diabetes")).Count());
    }

    [Fact]
    public void Weights_without_a_penalty_are_never_out()
    {
        var risk = RiskOf("diabetes");
        Vector factors = [0, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        var first = RegularizationPath.Of(risk, factors: factors).First();
        Assert.Equal(0, Assert.Single(first.Support));
        Assert.True(double.IsNaN(first.Certificate.Gap));
    }

    [Fact]
    public void Any_minimizer_can_solve_it()
    {
        var risk = RiskOf("diabetes");
        var rate = 1 / risk.CurvatureBound();
        var path = RegularizationPath.Through(
            risk,
            [20, 5],
            Vector.Zeros(11),
            strength => new L1(strength),
            (penalty, from) => new ProximalGradient(rate, penalty).Minimize(risk, from)
                .Until(state => state.Converged(1e-8)).Last()).ToArray();
        var own = RegularizationPath.Through(risk, [20, 5]).ToArray();
        Assert.All(path.Zip(own), pair => Assert.True(pair.Second.Support.SequenceEqual(pair.First.Support)));
        Assert.All(path, point => Assert.InRange(point.Certificate.RelativeGap, 0, 1e-8));
    }

    private static EmpiricalRisk RiskOf(string name) => name == "diabetes"
        ? new(ReferenceFits.Diabetes, Loss.HalfSquared)
        : new(ReferenceFits.BreastCancer, Loss.Logistic);
}
