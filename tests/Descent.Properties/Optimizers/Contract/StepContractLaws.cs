using Xunit;

namespace Descent.Properties;

/// <summary>A step is a pure function, and a state tells the truth about itself.</summary>
public sealed class StepContractLaws
{
    private const int Length = 25;

    [Theory, EveryCase]
    public void A_step_made_twice_gives_the_same_bits(ContractCase c) => Assert.All(
        c.Run().Take(Length),
        state => Assert.Equal(
            StateBits.Of(c.Subject.Step(c.On.Objective, state)),
            StateBits.Of(c.Subject.Step(c.On.Objective, state))));

    [Theory, EveryCase]
    public void A_step_leaves_its_state_as_it_was(ContractCase c) => Assert.All(c.Run().Take(Length), state =>
    {
        var before = StateBits.Of(state);
        c.Subject.Step(c.On.Objective, state);
        Assert.Equal(before, StateBits.Of(state));
    });

    [Theory, EveryCase]
    public void The_start_has_step_0_and_the_start_parameters(ContractCase c)
    {
        var start = c.Run().First();
        Assert.Equal(0, start.Step);
        Assert.Equal(StateBits.Of(c.On.Start), StateBits.Of(start.Parameters));
        Assert.Equal(StateBits.Of(c.Subject.Init(c.On.Objective, c.On.Start)), StateBits.Of(start));
    }

    [Theory, EveryCase]
    public void Vectors_in_memory_are_as_long_as_the_parameters_or_the_rows(ContractCase c) => Assert.All(
        c.Run().Take(3).SelectMany(state => VectorsIn(c.Subject.Memory(state))),
        vector => Assert.True(
            vector.Count == c.On.Start.Count
            || (c.On.Objective is EmpiricalRisk risk && vector.Count == risk.Data.Count)));

    [Theory, EveryCase]
    public void Loss_and_gradient_belong_to_the_state_s_own_parameters(ContractCase c) => Assert.All(
        c.Run().Take(Length),
        state => Assert.Equal(
            StateBits.Of(c.Seen(state)),
            StateBits.Of(new Evaluation(state.Loss, state.Gradient))));

    [Theory, EveryCase]
    public void Optimality_is_the_norm_of_the_gradient_or_what_the_memory_says(ContractCase c) => Assert.All(
        c.Run().Take(Length),
        state => Assert.Equal(
            StateBits.Of((c.Subject.Memory(state) as IOptimality)?.Optimality ?? state.Gradient.Norm),
            StateBits.Of(state.Optimality)));

    [Theory, EveryCase]
    public void Steps_are_numbered_from_0(ContractCase c) => Assert.All(
        c.Run().Take(Length).Index(), pair => Assert.Equal(pair.Index, pair.Item.Step));

    [Theory, EveryCountedCase]
    public void Evaluations_are_counted_truly(ContractCase c)
    {
        var counting = new Counting(c.On.Objective);
        foreach (var state in c.Subject.Minimize(counting.Objective, c.On.Start).Take(Length))
        {
            Assert.Equal(counting.Count, c.Subject.Evaluations(state));
            if (c.Subject.IsOptimizer)
                Assert.Equal(state.Step + 1, c.Subject.Evaluations(state));
        }

        Assert.True(counting.Count >= (c.Subject.IsOptimizer ? Length : 1));
    }

    // Not of a minimizer, which evaluates for itself.
    [Theory, EveryOptimizer]
    public void A_gradient_of_another_length_is_refused_where_it_is_seen(IContractSubject subject)
    {
        foreach (var entries in new[] { 0, 1, 3 })
        {
            var message =
                $"The gradient has {entries} entries for 2 parameters; return one entry per parameter.";
            IObjective[] atTheStart = [new Ragged(entries, 2), new RaggedBatches(entries, 2)];
            foreach (var first in atTheStart)
            {
                AssertRefused(() => subject.Init(first, Poison.Start));
                AssertRefused(() => subject.Minimize(first, Poison.Start).First());
            }

            IObjective[] after = [new Ragged(2, entries), new RaggedBatches(2, entries)];
            foreach (var later in after)
            {
                var state = subject.Init(later, Poison.Start);
                AssertRefused(() => subject.Step(later, state));
                AssertRefused(() => subject.Minimize(later, Poison.Start).ElementAt(1));
            }

            void AssertRefused(Func<IState> call) =>
                Assert.Equal(message, Assert.Throws<InvalidOperationException>(call).Message);
        }
    }

    private static IEnumerable<Vector> VectorsIn(object memory) => memory is Vector vector
        ? [vector]
        : memory.GetType().GetProperties().Select(property => property.GetValue(memory)).OfType<Vector>();

    /// <summary>A user's objective that checks nothing: so many entries at the start, then so many.</summary>
    private sealed class Ragged(int atStart, int later) : IObjective
    {
        public int Dimension => 2;

        public Evaluation Evaluate(Vector parameters) =>
            new(1, Slope(parameters == Poison.Start ? atStart : later));

        // Not all equal: an optimizer that sees centred gradients would stay where it is.
        private static Vector Slope(int entries) =>
            Vector.From(Enumerable.Range(1, entries).Select(i => (double)i));
    }

    /// <summary>The same, but by the step; over all rows it is sound.</summary>
    private sealed class RaggedBatches(int atStart, int later) : IStochasticObjective
    {
        public int StepsPerEpoch => 2;

        public int Dimension => 2;

        public Evaluation Evaluate(Vector parameters) => new(1, Vector.Ones(2));

        public IObjective At(long step) =>
            step == 0 ? new Ragged(atStart, atStart) : new Ragged(later, later);
    }
}
