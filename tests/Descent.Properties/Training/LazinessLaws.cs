using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Nothing is evaluated that nobody draws: each law allows so many evaluations.</summary>
public sealed class LazinessLaws
{
    [Property(MaxTest = 20)]
    public bool Taking_n_states_evaluates_n_times(SmallCount n) => Run(n).Take(n).Count() == n;

    [Property(MaxTest = 20)]
    public bool The_n_th_element_needs_n_plus_1_evaluations(SmallCount n) =>
        Run(n + 1).ElementAt(n).Step == n;

    [Property(MaxTest = 20)]
    public bool N_steps_evaluate_n_plus_1_times(SmallCount n) => Run(n + 1).Steps(n).Count() == n + 1;

    [Property(MaxTest = 20)]
    public bool Every_n_th_state_needs_only_the_states_before_it(SmallCount n, SmallCount count) =>
        Run((n * (count - 1)) + 1).Every(n).Take(count).Count() == count;

    [Property(MaxTest = 20)]
    public bool Until_draws_no_state_after_the_stop(SmallCount n) =>
        Run(n).Until(s => s.Step == n - 1).Count() == n;

    [Property(MaxTest = 20)]
    public bool TakeWhile_draws_the_state_that_fails_and_no_more(SmallCount n) =>
        Run(n + 1).TakeWhile(s => s.Step < n).Count() == n;

    [Property(MaxTest = 20)]
    public bool Operators_in_a_row_draw_one_state_at_a_time(SmallCount n) => Run(n)
        .Observe(_ => { })
        .Measure(s => s.Loss)
        .Until(m => m.Step == n - 1)
        .Count() == n;

    [Fact]
    public void One_state_more_would_have_been_noticed() =>
        Assert.Throws<InvalidOperationException>(() => Run(3).Take(4).Count());

    [Fact]
    public void Composing_a_run_evaluates_nothing() => Assert.NotNull(
        Run(0).Observe(_ => { }).Measure(s => s.Loss).Until(s => s.Loss < 1).Where(s => s.Step > 2).Take(5));

    [Fact]
    public void What_an_objective_throws_the_caller_gets_and_may_enumerate_again()
    {
        var calls = 0;
        var objective = Objective.From(1, x => ++calls == 3 ? throw new TimeoutException() : new(x[0], [1]));
        var run = new GradientDescent(0.1).Minimize(objective, [1]);
        Assert.Throws<TimeoutException>(() => run.Take(5).Count());
        Assert.Equal(5, run.Take(5).Count());
    }

    private static Training<MomentumMemory> Run(int evaluations) =>
        new Momentum(0.1).Minimize(new Exhaustible(evaluations), [1, 2]);
}
