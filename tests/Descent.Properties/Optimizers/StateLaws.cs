using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class StateLaws
{
    [Property]
    public void Equal_parts_make_equal_states(ValuesPair pair, Finite loss)
    {
        State<MomentumMemory> Make() => new(
            3, Vector.Of(pair.First), new(loss, Vector.Of(pair.Second)), new(Vector.Of(pair.First)), 4);
        var (one, other) = (Make(), Make());
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one with { Step = 5 });
        Assert.NotEqual(one, one with { Evaluations = 5 });
        Assert.NotEqual(one, one with { Parameters = one.Parameters + Vector.Ones(pair.First.Length) });
        Assert.NotEqual(one, one.WithMemory(new(one.Parameters + Vector.Ones(pair.First.Length))));
        Assert.NotEqual(one, one.WithEvaluation(one.Evaluation with { Loss = loss + 1 }));
    }

    [Fact]
    public void Memories_and_moves_are_equal_by_value()
    {
        Assert.Equal(default, new NoMemory());
        Assert.Equal(new Move<NoMemory>([1, 2], default), new Move<NoMemory>([1, 2], default));
        Assert.NotEqual(new Move<NoMemory>([1, 2], default), new Move<NoMemory>([1, 3], default));
        Assert.Equal(new MomentumMemory([1, 2]), new MomentumMemory([1, 2]));
        Assert.NotEqual(new MomentumMemory([1, 2]), new MomentumMemory([2, 1]));
        Assert.Equal(new AdamMemory([1], [2], 3), new AdamMemory([1], [2], 3));
        Assert.NotEqual(new AdamMemory([1], [2], 3), new AdamMemory([1], [2], 4));
        Assert.Equal(
            new Move<AdamMemory>([1], new([1], [2], 3)), new Move<AdamMemory>([1], new([1], [2], 3)));
    }

    [Fact]
    public void A_part_is_changed_without_touching_the_others()
    {
        var state = At([1, 2], 0.5, [3, 4]);
        Assert.Equal(At([1, 2], 0.25, [0, 1]), state.WithEvaluation(new(0.25, [0, 1])));
        Assert.Equal(At([5, 6], 0.5, [3, 4]), state.WithParameters([5, 6]));
        Assert.Equal(state with { Parameters = [5, 6] }, state.WithParameters([5, 6]));
        Assert.Equal(At([1, 2], 0.5, [3, 4]), state);
        var memory = new State<MomentumMemory>(1, [1], new(2, [3]), new([4]), 5);
        Assert.Equal(
            new State<MomentumMemory>(1, [1], new(2, [3]), new([6]), 5), memory.WithMemory(new([6])));
    }

    [Property]
    public void A_state_shows_its_evaluation(ValuesPair pair, Finite loss)
    {
        var state = At(Vector.Of(pair.First), loss, Vector.Of(pair.Second));
        Assert.Equal(loss, state.Loss);
        Assert.Equal(Vector.Of(pair.Second), state.Gradient);
        Assert.Equal(state.Gradient.Norm, state.Optimality);
    }

    [Property]
    public bool A_state_is_finite_when_all_its_numbers_are(AnyDouble x, AnyDouble loss, AnyDouble g) =>
        At([0, x], loss, [g, 0]).IsFinite == new double[] { x, loss, g }.All(double.IsFinite);

    [Property]
    public void Converged_is_a_gradient_within_the_tolerance(AnyDouble g, UnitReal tolerance)
    {
        var converged = At([0], 0, [g]).Converged(tolerance);
        Assert.Equal(Math.Abs(g) <= tolerance, converged);
        Assert.False(double.IsNaN(g) && converged);
    }

    [Property]
    public void A_tolerance_is_finite_and_at_least_0(AnyDouble tolerance)
    {
        var state = At([0], 0, [0]);
        if (double.IsFinite(tolerance) && tolerance >= 0)
            Assert.True(state.Converged(tolerance));
        else
            Assert.Throws<ArgumentOutOfRangeException>(nameof(tolerance), () => state.Converged(tolerance));
    }

    [Fact]
    public void A_state_reads_the_same_in_every_culture()
    {
        const string expected = "step 12: loss 0.5, ‖gradient‖ 2.5, at [-1.5, 1E-07]";
        var state = At([-1.5, 1e-7], 0.5, [1.5, 2]) with { Step = 12 };
        CommaHabits.Print(expected, state);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_count_below_0_is_refused_by_the_constructor_and_by_with(long count)
    {
        var state = At([1], 2, [3]);
        var (evaluation, memory) = (state.Evaluation, state.Memory);
        Refusals.Names("Step", count, () => new State<NoMemory>(count, [1], evaluation, memory, 4));
        Refusals.Names("Step", count, () => state with { Step = count });
        Refusals.Names("Evaluations", count, () => new State<NoMemory>(3, [1], evaluation, memory, count));
        Refusals.Names("Evaluations", count, () => state with { Evaluations = count });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void A_count_from_0_on_is_kept(long count)
    {
        var state = At([1], 2, [3]) with { Step = count, Evaluations = count };
        Assert.Equal((count, count), (state.Step, state.Evaluations));
        Assert.Equal(new State<NoMemory>(count, [1], new(2, [3]), default, count), state);
    }

    private static State<NoMemory> At(Vector parameters, double loss, Vector gradient) =>
        new(3, parameters, new(loss, gradient), default, 4);
}
