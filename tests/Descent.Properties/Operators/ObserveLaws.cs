using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class ObserveLaws
{
    [Property]
    public void The_states_pass_unchanged(SmallCount n)
    {
        var states = States.Of(n).ToArray();
        Assert.All(states.Zip(states.Observe(_ => { })), pair => Assert.Same(pair.First, pair.Second));
        Assert.Equal(n, states.Observe(_ => { }).Count());
    }

    [Fact]
    public void The_action_sees_each_state_once_in_order_before_the_consumer()
    {
        var log = new List<string>();
        var states = States.Of(3).Observe(s => log.Add(FormattableString.Invariant($"seen {s.Step}")));
        foreach (var state in states)
            log.Add(FormattableString.Invariant($"drawn {state.Step}"));
        Assert.Equal(["seen 0", "drawn 0", "seen 1", "drawn 1", "seen 2", "drawn 2"], log);
    }

    [Fact]
    public void Each_enumeration_shows_the_states_again()
    {
        var seen = new List<long>();
        var states = States.Of(2).Observe(s => seen.Add(s.Step));
        Assert.Empty(seen);
        Assert.Equal(2, states.ToArray().Length);
        Assert.Equal(2, states.ToArray().Length);
        Assert.Equal([0, 1, 0, 1], seen);
    }

    [Fact]
    public void However_the_sequence_is_finished_the_action_sees_every_state_passed()
    {
        // LINQ may jump to the last element of what it can index; a log must not lose the lines between.
        AssertSeen(s => s.Last());
        AssertSeen(s => s.Count());
        AssertSeen(s => s.ElementAt(3));
        AssertSeen(s => s.Skip(3).First());
        AssertSeen(s => s.ToArray());
        AssertSeen(s => s.MinBy(state => state.Loss)!);

        static void AssertSeen(Func<IEnumerable<State<NoMemory>>, object> finish)
        {
            var run = new GradientDescent(0.1).Minimize(new CoinToss(1, 3), [0]);
            IEnumerable<State<NoMemory>>[] kinds = [run.Take(4), run.Take(4).ToList(), run.Take(4).ToArray()];
            Assert.All(kinds, states =>
            {
                var seen = new List<long>();
                Assert.NotNull(finish(states.Observe(s => seen.Add(s.Step))));
                Assert.Equal([0, 1, 2, 3], seen);
            });
        }
    }

    [Fact]
    public void What_the_action_throws_the_caller_gets()
    {
        var states = States.ThenThrow(3).Observe(s =>
        {
            if (s.Step == 1)
                throw new TimeoutException("enough");
        });
        using var enumerator = states.GetEnumerator();
        Assert.True(enumerator.MoveNext());
        Assert.Equal("enough", Assert.Throws<TimeoutException>(() => enumerator.MoveNext()).Message);
    }

    [Fact]
    public void Missing_arguments_are_named_at_the_call()
    {
        IEnumerable<State<NoMemory>> none = null!;
        Assert.Throws<ArgumentNullException>("states", () => { none.Observe(_ => { }); });
        Assert.Throws<ArgumentNullException>("action", () => { States.Of(1).Observe(null!); });
    }
}
