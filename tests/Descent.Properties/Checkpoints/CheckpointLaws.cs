using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A loaded state is the saved one, whatever its bits; and equal bits are equal files.</summary>
public sealed class CheckpointLaws
{
    /// <summary>The memory of every optimizer and minimizer of the library.</summary>
    public static TheoryData<Type> Memories =>
    [
        .. from type in RepositoryFiles.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
           from one in type.GetInterfaces()
           where one.IsGenericType
           where one.GetGenericTypeDefinition() == typeof(IOptimizer<>)
               || one.GetGenericTypeDefinition() == typeof(IMinimizer<,>)
           let memory = one.GetGenericArguments()[^1]
           where !memory.ContainsGenericParameters
           group memory by memory into same
           select same.Key,
    ];

    [Theory]
    [MemberData(nameof(Memories))]
    public void States_of_every_memory_come_back_bit_for_bit(Type memory)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var state = new RawValues(seed).Of(typeof(State<>).MakeGenericType(memory))!;
            Assert.Equal(FieldBits.Of(state), FieldBits.Of(Stored.Again(state)));
        }
    }

    [Fact]
    public void The_memories_of_the_library_are_found() =>
        Assert.Superset(
            new HashSet<Type> { typeof(NoMemory), typeof(AdamMemory), typeof(ProximalMemory) },
            Memories.Cast<object[]>().Select(row => (Type)row[0]).ToHashSet());

    [Property]
    public void Any_double_keeps_its_bits(AnyDouble loss, AnyDouble[] entries)
    {
        var state = new State<Vector>(
            1, Vector.From(entries.Select(x => x.Value)), new(loss, [loss, -loss]), [loss], 2);
        var patience = new Patience<Vector>(state, Best: state with { Step = 0 }, Waited: 1);

        Assert.Equal(FieldBits.Of(patience), FieldBits.Of(Stored.Again(patience)));
    }

    [Theory, EveryCase]
    public void Every_run_resumes_from_a_loaded_state_with_the_same_bits(ContractCase c)
    {
        var states = c.Run().Take(10).ToArray();
        // Some minimizers are done sooner.
        var at = Math.Min(4, states.Length - 1);
        var loaded = (IState)Stored.Again(states[at]);

        var resumed = c.Subject.Resume(c.On.Objective, loaded).Take(states.Length - at);

        Assert.Equal(states[at..].Select(FieldBits.Of), resumed.Select(FieldBits.Of));
    }

    [Theory, EveryCase]
    public void Equal_runs_give_equal_files(ContractCase c) =>
        Assert.Equal(Stored.FileOf(c.Run().Take(4).Last()), Stored.FileOf(c.Run().Take(4).Last()));

    [Fact]
    public void No_culture_reaches_a_file()
    {
        Assert.Equal(Stored.File(Sample.One), CommaHabits.In(() => Stored.File(Sample.One)));
        Assert.Equal(Stored.File(Below.Zero), CommaHabits.In(() => Stored.File(Below.Zero)));
    }

    private enum Below
    {
        Zero = -1,
    }
}
