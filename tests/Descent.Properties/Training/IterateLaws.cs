using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class IterateLaws
{
    [Property]
    public void The_n_th_element_is_the_step_applied_n_times(Finite start, Finite factor, SmallCount n)
    {
        double Step(double x) => (factor * x) + 1;
        var expected = start.Value;
        for (var k = 0; k < n; k++)
            expected = Step(expected);
        Assert.Equal(expected, Iterate.From(start.Value, Step).ElementAt(n));
    }

    [Property]
    public bool The_first_element_is_the_start(Finite start) => Iterate.From(start, x => x).First() == start;

    [Fact]
    public void Each_enumeration_begins_again()
    {
        var powers = Iterate.From(1L, x => 2 * x);
        Assert.Equal([1, 2, 4, 8], powers.Take(4));
        Assert.Equal([1, 2, 4, 8], powers.Take(4));
        Assert.Equal([(1, 2), (2, 4), (4, 8)], powers.Zip(powers.Skip(1)).Take(3));
    }

    [Fact]
    public void No_step_is_made_that_nobody_draws()
    {
        var steps = 0;
        var counted = Iterate.From(0, x =>
        {
            steps++;
            return x + 1;
        });
        Assert.Equal(0, steps);
        Assert.Equal([0], counted.Take(1));
        Assert.Equal(0, steps);
        Assert.Equal([0, 1, 2, 3], counted.Take(4));
        Assert.Equal(3, steps);
    }

    [Fact]
    public void A_missing_step_is_named_at_the_call() =>
        Assert.Throws<ArgumentNullException>("step", () => { Iterate.From(1, null!); });

    [Property]
    public void It_is_gradient_descent_in_its_barest_form(Finite start)
    {
        // Both round η · 2x once and the difference once: the bits agree.
        var bare = Iterate.From(start.Value, x => x - (0.1 * (2 * x))).Take(11);
        var run = new GradientDescent(0.1).Minimize(Objective.From(x => x * x, x => 2 * x), [start]).Take(11);
        Assert.Equal(bare, run.Select(s => s.Parameters[0]));
    }
}
