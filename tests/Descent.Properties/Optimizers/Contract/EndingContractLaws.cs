using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A run ends by itself only after a state that cannot go on, which it yields last.</summary>
public sealed class EndingContractLaws
{
    // No subject needs as many steps to walk from 1 to 0.5; one that spins would.
    private const int Many = 2000;

    [Theory, EverySubject]
    public void A_start_that_is_not_finite_is_the_whole_run(IContractSubject subject) => Assert.All(
        Poison.Everywhere,
        poison => Assert.False(
            Assert.Single(subject.Minimize(poison.Objective, Poison.Start).Take(Many)).IsFinite));

    [Theory, EverySubject]
    public void A_state_that_is_not_finite_comes_last_or_never(IContractSubject subject) => Assert.All(
        Poison.AfterTheStart.Concat(subject.IsOptimizer ? Poison.Later : []),
        poison =>
        {
            var run = subject.Minimize(poison.Objective, Poison.Start).Take(Many).ToArray();
            Assert.InRange(run.Length, 2, Many - 1);
            // A line search steps back from such points, and says so where there is no other.
            Assert.True(!run[^1].IsFinite || (run[^1].Stall == Stall.NotFinite && !subject.IsOptimizer));
            Assert.All(run[..^1], state => Assert.True(state.CanGoOn));
        });

    [Theory, EverySubject]
    public void Waiting_for_convergence_cannot_spin_on_NaN(IContractSubject subject) => Assert.All(
        Poison.Everywhere.Concat(Poison.AfterTheStart).Concat(subject.IsOptimizer ? Poison.Later : []),
        poison =>
        {
            var run = subject.Minimize(poison.Objective, Poison.Start).Take(Many);
            Assert.InRange(run.TakeWhile(state => !state.Converged(1e-9)).Count(), 1, Many - 1);
            Assert.InRange(run.Until(state => state.Converged(1e-9)).Count(), 1, Many - 1);
        });

    [Theory, EverySubject]
    public void Resuming_a_state_that_is_not_finite_yields_it_and_ends(IContractSubject subject)
    {
        var poison = Poison.Everywhere.First();
        var at = subject.Init(poison.Objective, Poison.Start);
        Assert.Same(at, Assert.Single(subject.Resume(poison.Objective, at)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void Too_great_a_rate_ends_in_a_state_that_is_not_finite(double decay)
    {
        // On ½ x² every rate above 2 (1 + decay) multiplies the distance; from 1 the square of the distance
        // passes 10³⁰⁸ within 2000 steps where the factor is at least 1.5.
        var bowl = Objective.From(x => x * x / 2, x => x);
        Assert.All(
            new[]
            {
                new GradientDescent(10).Minimize(bowl, [1.0]).Take(Many).AsEnumerable<IState>().ToArray(),
                [.. new Momentum(10, decay).Minimize(bowl, [1.0]).Take(Many)],
                [.. new Nesterov(10, decay).Minimize(bowl, [1.0]).Take(Many)],
            },
            run =>
            {
                Assert.InRange(run.Length, 2, Many - 1);
                Assert.False(run[^1].IsFinite);
                Assert.All(run[..^1], state => Assert.True(state.IsFinite));
            });
    }
}
