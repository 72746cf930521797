using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Proximal steps that find their rate keep theory's promises, down to rounding.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class ProximalSearchLaws
{
    private static readonly RateSearch Falling = new(Growth: 1);

    [Property]
    public void The_loss_is_as_near_its_minimum_as_the_rates_say(Bowl bowl, UnitReal strength)
    {
        // F(xₖ) − F* ≤ ‖x₀ − x*‖² / 2Σηᵢ (Beck, Teboulle 2009). With growth 1 the rate of a state is that of
        // the step to it; each step may be accepted by as much as the search takes for rounding.
        var lasso = new KnownLasso(bowl, strength.Value);
        var run = new ProximalSearch(lasso.Penalty) { Search = Falling }.Minimize(lasso, bowl.Start);
        var rates = 0.0;
        foreach (var state in run.Steps(40).Skip(1))
        {
            rates += state.Memory.Rate;
            var slack = Rounding.Gamma(64 * (int)state.Step) * lasso.Size;
            var bound = lasso.SquaredDistance / (2 * rates);
            Assert.True(state.Loss - lasso.Least <= bound + slack, $"{state}");
        }
    }

    [Property]
    public void The_distance_falls_by_the_condition_at_every_step(Bowl bowl, UnitReal strength)
    {
        // ‖xₖ₊₁ − x*‖² ≤ (1 − ημ) ‖xₖ − x*‖²; a loss that is off by δ moves the square by 2ηδ.
        var lasso = new KnownLasso(bowl, strength.Value);
        var run = new ProximalSearch(lasso.Penalty) { Search = Falling }.Minimize(lasso, bowl.Start);
        foreach (var (state, next) in run.Steps(40).Pairwise((a, b) => (a, b)))
        {
            var rate = next.Memory.Rate;
            var (before, after) = (Square(state), Square(next));
            var share = 1 - (rate * bowl.Least * (1 - 1e-9));
            Assert.True(after <= (share * before) + (Rounding.Gamma(256) * lasso.Size * (1 + rate)));
        }

        double Square(IState state) => (state.Parameters - lasso.Answer).Dot(state.Parameters - lasso.Answer);
    }

    [Property]
    public void No_rate_is_less_than_theory_says(Bowl bowl, UnitReal strength, UnitReal first)
    {
        // A rate up to 1 / L never fails, so what follows a failure is at least shrink / L.
        var lasso = new KnownLasso(bowl, strength.Value);
        var search = new RateSearch(1e-3 + (1e3 * first.Value));
        var least = Math.Min(search.First, search.Shrink / bowl.Greatest) * (1 - 1e-9);
        var run = new ProximalSearch(lasso.Penalty) { Search = search }.Minimize(lasso, bowl.Start);
        Assert.All(
            run.Take(40).TakeWhile(s => s.Optimality > 1e-6 * lasso.Size),
            state => Assert.True(state.Memory.Rate >= least));
    }

    [Property]
    public void The_optimality_goes_to_the_level_of_rounding(Bowl bowl, UnitReal strength)
    {
        // A gradient is a sum of at most 6 products of the size of all that it is made of; a rate of ρ / L
        // adds the rounding of x over it. The support of the answer is exact.
        var lasso = new KnownLasso(bowl, 0.1 + strength.Value);
        var level = Rounding.Gamma(64) * (lasso.Size + (bowl.Greatest * 40));
        var last = new ProximalSearch(lasso.Penalty).Minimize(lasso, bowl.Start).Steps(5000)
            .Until(s => s.Optimality <= level)
            .Last();
        Assert.True(last.Optimality <= level, $"{last} {last.Memory}");
        Assert.All(
            last.Parameters.Zip(lasso.Answer), pair => Assert.True(pair.Second != 0 || pair.First == 0));
    }

    [Property]
    public void The_loss_never_rises_but_by_rounding(Bowl bowl, UnitReal strength)
    {
        var lasso = new KnownLasso(bowl, strength.Value);
        var run = new ProximalSearch(lasso.Penalty).Minimize(lasso, bowl.Start);
        foreach (var (state, next) in run.Take(60).Pairwise((a, b) => (a, b)))
            Assert.True(next.Loss <= state.Loss + (Rounding.Gamma(64) * lasso.Size));
    }

    [Property]
    public void From_the_answer_it_does_not_move(Bowl bowl, UnitReal strength)
    {
        var lasso = new KnownLasso(bowl, strength.Value);
        Assert.All(
            new ProximalSearch(lasso.Penalty).Minimize(lasso, lasso.Answer).Take(5),
            state => Assert.True((state.Parameters - lasso.Answer).NormInf <= Rounding.Gamma(16) * 40));
    }

    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e8)]
    public void A_poor_first_guess_costs_few_trials(double first)
    {
        // Too great: the first failure tells the curvature. Too small: doubled at each step, 27 times.
        var bowl = Objective.From(2, x => 0.5 * ((x[0] * x[0]) + (9 * x[1] * x[1])), x => [x[0], 9 * x[1]]);
        var last = new ProximalSearch(new L1(0.1)) { Search = new(first) }.Minimize(bowl, [3, -4])
            .Until(s => s.Converged(1e-12)).Last();
        Assert.InRange(last.Evaluations, 1, 150);
    }

    [Fact]
    public void Trials_that_are_no_number_are_stepped_back_from()
    {
        // −log has no value left of 0, where a rate of 100 leads from ½.
        var barrier = Objective.From(
            1,
            x => x[0] > 0 ? x[0] - Math.Log(x[0]) : double.NaN,
            x => Vector.Of(x[0] > 0 ? 1 - (1 / x[0]) : double.NaN));
        var last = new ProximalSearch(new L1(1)) { Search = new(100) }.Minimize(barrier, [2])
            .Until(s => s.Converged(1e-13)).Last();
        Near.Equal(0.5, last.Parameters[0], 1e-12);
    }

    [Fact]
    public void Settings_are_checked_and_printed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Shrink", () => new RateSearch(Shrink: 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("Growth", () => new RateSearch(Growth: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("MaxTrials", () => new RateSearch(MaxTrials: 0));
        Assert.StartsWith(
            "ProximalSearch(L1(0.5), RateSearch",
            $"{new ProximalSearch(new L1(0.5))}",
            StringComparison.Ordinal);
    }
}
