using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class MeasureLaws
{
    [Property]
    public void Each_state_comes_with_its_own_measure(SmallCount n)
    {
        var states = States.Of(n).ToArray();
        Assert.All(
            states.Zip(states.Measure(s => 10 * s.Step)),
            pair => Assert.Equal(new(pair.First, 10 * pair.First.Step), pair.Second));
    }

    [Fact]
    public void The_measure_runs_once_for_each_state_drawn()
    {
        var measured = new List<long>();
        var states = States.Of(10).Measure(s =>
        {
            measured.Add(s.Step);
            return s.Loss;
        });
        Assert.Empty(measured);
        foreach (var state in states.Take(3))
            Assert.Equal([state.Value, state.Value], [state.Loss, state.Value]);
        Assert.Equal([0, 1, 2], measured);
    }

    [Fact]
    public void However_the_sequence_is_finished_the_measure_runs_once_for_every_state_passed()
    {
        // LINQ may jump over what it can index; a measure that keeps the best state must see them all.
        AssertMeasured(s => s.Last());
        AssertMeasured(s => s.Count());
        AssertMeasured(s => s.Take(4).Count());
        AssertMeasured(s => s.ElementAt(3));
        AssertMeasured(s => s.Skip(3).First());
        AssertMeasured(s => s.ToArray());
        AssertMeasured(s => s.MinBy(m => m.Value)!);

        static void AssertMeasured(Func<IEnumerable<Measured<State<NoMemory>, double>>, object> finish)
        {
            var run = new GradientDescent(0.1).Minimize(new CoinToss(1, 3), [0]);
            IEnumerable<State<NoMemory>>[] kinds = [run.Take(4), run.Take(4).ToList(), run.Take(4).ToArray()];
            Assert.All(kinds, states =>
            {
                var measured = new List<long>();
                Assert.NotNull(finish(states.Measure(s =>
                {
                    measured.Add(s.Step);
                    return s.Loss;
                })));
                Assert.Equal([0, 1, 2, 3], measured);
            });
        }
    }

    [Fact]
    public void It_draws_one_state_at_a_time() =>
        Assert.Equal(3, States.ThenThrow(3).Measure(s => s.Loss).Take(3).Count());

    [Property]
    public void A_measured_state_tells_all_that_its_state_tells(
        ValuesPair pair, AnyDouble loss, UnitReal tolerance)
    {
        var evaluation = new Evaluation(loss, Vector.Of(pair.Second));
        var state = new State<NoMemory>(5, Vector.Of(pair.First), evaluation, default, 6);
        IState measured = new Measured<State<NoMemory>, string>(state, "value");
        Assert.Equal(StateBits.Visible(state), StateBits.Visible(measured));
        Assert.Equal(state.Optimality, measured.Optimality);
        Assert.Equal(state.IsFinite, measured.IsFinite);
        Assert.Equal(state.Converged(tolerance), measured.Converged(tolerance));
    }

    [Fact]
    public void Measured_states_go_on_through_the_operators_of_states()
    {
        var run = new GradientDescent(0.1).Minimize(new CoinToss(3, 10), [0]);
        var states = run
            .Measure(s => s.Parameters[0])
            .Measure(m => m.Value * m.Value)
            .Until(m => m.Value > 0.25);
        var last = states.Last();
        Assert.True(last.Value > 0.25);
        Assert.Equal(last.Step + 1, states.Count());
        Assert.Equal(last.Value, last.State.Value * last.State.Parameters[0]);
    }

    [Fact]
    public void Equal_states_and_values_make_equal_measured_states()
    {
        Assert.Equal(States.Of(4).Measure(s => s.Loss), States.Of(4).Measure(s => s.Loss));
        Assert.NotEqual(States.Of(4).Measure(s => s.Loss), States.Of(4).Measure(s => s.Loss + 1));
    }

    [Fact]
    public void A_measured_state_prints_its_value_then_its_state_in_every_culture()
    {
        var state = new State<NoMemory>(12, [-1.5, 1e-7], new(0.5, [1.5, 2]), default, 13);
        var text = "step 12: loss 0.5, ‖gradient‖ 2.5, at [-1.5, 1E-07]";
        CommaHabits.Print($"-0.25 at {text}", new Measured<State<NoMemory>, double>(state, -0.25));
        CommaHabits.Print($"[0.5, -1] at {text}", new Measured<State<NoMemory>, Vector>(state, [0.5, -1]));
        CommaHabits.Print(
            $"2.5 at -0.25 at {text}", new[] { state }.Measure(_ => -0.25).Measure(_ => 2.5).Single());
    }

    [Fact]
    public void Missing_arguments_are_named_at_the_call()
    {
        IEnumerable<State<NoMemory>> none = null!;
        Assert.Throws<ArgumentNullException>("states", () => { none.Measure(s => s.Loss); });
        Func<State<NoMemory>, double> measure = null!;
        Assert.Throws<ArgumentNullException>(nameof(measure), () => { States.Of(1).Measure(measure); });
    }
}
