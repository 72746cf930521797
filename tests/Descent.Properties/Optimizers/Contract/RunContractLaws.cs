using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A run is a lazy, repeatable sequence of bare steps.</summary>
public sealed class RunContractLaws
{
    private const int Length = 25;

    [Theory, EveryCase]
    public void Taking_n_plus_1_states_is_n_bare_steps(ContractCase c)
    {
        var state = c.Subject.Init(c.On.Objective, c.On.Start);
        for (var n = 0; n < 12; n++)
        {
            Assert.Equal(StateBits.Of(state), StateBits.Of(c.Run().Take(n + 1).Last()));
            if (!state.CanGoOn)
                break;
            state = c.Subject.Step(c.On.Objective, state);
        }
    }

    [Theory, EveryCase]
    public void Enumerating_twice_gives_equal_states(ContractCase c)
    {
        var run = c.Run();
        Assert.Equal(StateBits.OfAll(run.Take(Length)), StateBits.OfAll(run.Take(Length)));
        Assert.Equal(run.Take(Length), run.Take(Length));
    }

    [Theory, EveryCase]
    public void Interleaved_enumerators_do_not_disturb_each_other(ContractCase c)
    {
        var run = c.Run();
        var expected = StateBits.OfAll(run.Take(Length));
        // The second walks two steps behind the first.
        var pairs = run.Zip(run.Take(2).Concat(run)).Take(Length + 2).ToArray();
        Assert.Equal(expected, StateBits.OfAll(pairs.Take(Length).Select(pair => pair.First)));
        // A run that ends early ends before the second has caught up.
        Assert.Equal(
            StateBits.OfAll(run.Take(Math.Max(0, pairs.Length - 2))),
            StateBits.OfAll(pairs.Skip(2).Select(pair => pair.Second)));
    }

    [Theory, EveryCase]
    public void Threads_that_share_a_run_see_equal_states(ContractCase c)
    {
        var run = c.Run();
        var expected = StateBits.OfAll(run.Take(Length));
        var seen = new long[4][];
        Parallel.For(0, seen.Length, i => seen[i] = StateBits.OfAll(run.Take(Length)));
        Assert.All(seen, bits => Assert.Equal(expected, bits));
    }

    [Theory, EveryCase]
    public void An_objective_made_anew_gives_the_same_run(ContractCase c) => Assert.Equal(
        StateBits.OfAll(c.Run().Take(Length)),
        StateBits.OfAll(c.Subject.Minimize(c.On.Make(), c.On.Start).Take(Length)));

    [Theory, EveryCase]
    public void Resuming_from_any_state_gives_the_rest_of_the_run(ContractCase c)
    {
        var run = c.Run().Take(Length).ToArray();
        for (var k = 0; k < run.Length; k++)
        {
            var rest = c.Subject.Resume(c.On.Make(), run[k]).Take(Length - k);
            Assert.Equal(StateBits.OfAll(run[k..]), StateBits.OfAll(rest));
        }
    }

    [Theory, EveryCase]
    public void Stopping_never_changes_a_state(ContractCase c)
    {
        var run = c.Run().Take(Length).ToArray();
        for (var k = 0; k < run.Length; k += 6)
        {
            Assert.Equal(StateBits.OfAll(run[..k]), StateBits.OfAll(c.Run().TakeWhile(s => s.Step < k)));
            Assert.Equal(StateBits.OfAll(run[..(k + 1)]), StateBits.OfAll(c.Run().Until(s => s.Step == k)));
        }
    }

    [Theory, EveryCountedCase]
    public void Nothing_is_evaluated_before_the_first_state_is_drawn(ContractCase c)
    {
        var counting = new Counting(c.On.Objective);
        using var states = c.Subject.Minimize(counting.Objective, c.On.Start).GetEnumerator();
        Assert.Equal(0, counting.Count);
        states.MoveNext();
        Assert.Equal(c.Subject.Evaluations(states.Current), counting.Count);
    }

    [Theory, EveryCountedCase]
    public void Resuming_evaluates_nothing_for_the_state_it_is_given(ContractCase c)
    {
        var at = c.Run().Take(4).Last();
        var counting = new Counting(c.On.Objective);
        Assert.Same(at, c.Subject.Resume(counting.Objective, at).First());
        Assert.Equal(0, counting.Count);
    }

    [Theory, EveryCase]
    public void A_finite_run_does_not_end_but_where_its_minimizer_is_stalled(ContractCase c)
    {
        const int many = 100;
        var run = c.Run().Take(many).ToArray();
        Assert.All(run, state => Assert.True(state.IsFinite));
        Assert.All(run[..^1], state => Assert.True(state.CanGoOn));
        Assert.True(run.Length == many || (run[^1].Stall != Stall.None && !c.Subject.IsOptimizer));
    }

    [Theory, EveryCase]
    public void A_minimizer_that_is_stalled_stays_where_it_was(ContractCase c)
    {
        var run = c.Run().Take(Length).ToArray();
        if (run[^1].Stall == Stall.None)
            return;

        // The best point is not lost: its loss is not above any before it, but for rounding.
        var last = run[^1];
        Assert.All(run, state => Assert.True(last.Loss <= state.Loss + (1e-13 * Math.Abs(state.Loss))));
        Assert.Same(last, Assert.Single(c.Subject.Resume(c.On.Objective, last)));
    }
}
