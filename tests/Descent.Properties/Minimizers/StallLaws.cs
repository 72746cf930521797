using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A minimizer that can go no further ends its run, and the run says so.</summary>
public sealed class StallLaws
{
    private static readonly IObjective Parabola = Objective.From(x => x * x, x => 2 * x);
    private static readonly StopRule Rule = StopRule.GradientNorm(1e-9) | StopRule.Steps(100);

    private static Training<TiringMemory> Run => new Tiring(5).Minimize(Parabola, [8.0]);

    [Fact]
    public void The_state_that_is_stalled_is_the_last_and_repeats_the_one_before()
    {
        var run = Run.Take(1000).ToArray();
        Assert.Equal(7, run.Length);
        Assert.All(run[..^1], state => Assert.True(state.CanGoOn && state.Stall == Stall.None));
        Assert.Equal((Stall.NoLowerLoss, false, true), (run[^1].Stall, run[^1].CanGoOn, run[^1].IsFinite));
        Assert.Equal((run[^2].Parameters, run[^2].Loss), (run[^1].Parameters, run[^1].Loss));
    }

    [Fact]
    public void Thinned_runs_yield_it_wherever_it_comes() =>
        Assert.Equal([0L, 4, 6], Run.Every(4).Select(state => state.Step));

    [Fact]
    public void Waiting_for_convergence_does_not_spin() =>
        Assert.Equal(7, Run.TakeWhile(state => !state.Converged(1e-9)).Count());

    [Fact]
    public void The_reason_says_that_it_is_stalled_and_no_convergence()
    {
        var solution = Run.Solve(Rule);
        Assert.Equal(
            "stopped at step 6: stalled at optimality 0.5: no lower loss can be told from this one",
            solution.Reason.ToString());
        Assert.False(solution.Converged);
        Assert.False(solution.Diverged);
        Assert.Equal(0.0625, solution.BestValue);
        Assert.Equal(solution.Reason, Run.Watch(Rule).Last().Reason);
    }

    [Fact]
    public void A_rule_that_is_met_there_gives_its_own_reason()
    {
        var solution = Run.Solve(StopRule.GradientNorm(0.1) | StopRule.Steps(6));
        Assert.Equal("stopped at step 6: step 6 ≥ 6", solution.Reason.ToString());
        Assert.True(Run.Solve(StopRule.GradientNorm(0.5)).Converged);
    }

    [Fact]
    public void Stalled_with_an_optimality_of_0_is_convergence()
    {
        var solution = new Tiring(0, Stall.Stationary).Minimize(Parabola, [0.0]).Solve(StopRule.Steps(100));
        Assert.Equal(
            "stopped at step 1: stalled at optimality 0: the state is stationary",
            solution.Reason.ToString());
        Assert.True(solution.Converged);
    }

    [Fact]
    public void Every_stall_has_a_sentence_of_its_own()
    {
        var stalls = Enum.GetValues<Stall>().Except([Stall.None]).ToArray();
        var sentences = stalls.Select(stall =>
            new Tiring(0, stall).Minimize(Parabola, [1.0]).Solve(Rule).Reason.ToString()).ToArray();
        Assert.Equal(stalls.Length, sentences.Distinct().Count());
        Assert.All(stalls.Zip(sentences), pair =>
            Assert.DoesNotContain(pair.First.ToString(), pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void What_wraps_a_state_tells_its_stall()
    {
        Assert.Equal(Stall.NoLowerLoss, Run.Watch(Rule).Last().Stall);
        Assert.Equal(Stall.NoLowerLoss, Run.Averaged().Last().Stall);
        Assert.Equal(Stall.NoLowerLoss, Run.Measure(state => state.Loss).Last().Stall);
        Assert.False(((IState)Run.Averaged().Last()).CanGoOn);
    }

    [Fact]
    public void Another_minimizer_goes_on_from_where_it_is_stalled()
    {
        var fork = Run.Fork(50, new GradientDescent(0.25)).Take(4).ToArray();
        Assert.Equal([6L, 7, 8, 9], fork.Select(state => state.Step));
        Assert.Equal([0.25, 0.125, 0.0625, 0.03125], fork.Select(state => state.Parameters[0]));
    }

    [Fact]
    public void A_fork_to_a_minimizer_that_asks_for_another_kind_of_objective_is_refused()
    {
        var error = Assert.Throws<ArgumentException>("minimizer", () => { Run.Fork(1, new Curved()); });
        Assert.Contains(
            "minimizer asks for ITwiceDifferentiable, but the run's objective is FunctionObjective",
            error.Message,
            StringComparison.Ordinal);
    }

    private sealed class Curved : IMinimizer<ITwiceDifferentiable, NoMemory>
    {
        public State<NoMemory> Init(ITwiceDifferentiable objective, Vector parameters) =>
            throw new InvalidOperationException("Never asked.");

        public State<NoMemory> Step(ITwiceDifferentiable objective, State<NoMemory> state) =>
            throw new InvalidOperationException("Never asked.");
    }
}
