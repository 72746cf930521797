using System.Reflection;
using Xunit;

namespace Descent.Properties;

/// <summary>The floors, and what code on them must not do, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Vector).Assembly;

    private static IEnumerable<Type> AllTypes => RepositoryFiles.Assemblies.SelectMany(Floors.Types);

    [Fact]
    public void Every_file_of_src_stands_on_a_floor() =>
        Complaints.None(
            from path in RepositoryFiles.Files("*.cs", "src")
            where Floors.OfFile(path) is null
            select $"{path} is in the folder of no floor; see docs/architecture.md.");

    [Fact]
    public void Every_type_stands_on_one_floor() =>
        Complaints.None(
            from type in AllTypes
            where Floors.OfType(type) is null
            select $"{type.FullName} is declared at the margin of no file, or of files on two floors.");

    [Fact]
    public void No_type_uses_a_higher_floor() => Complaints.None(Floors.Violations(AllTypes, Floors.OfType));

    [Fact]
    public void Core_has_no_iterator() =>
        Complaints.None(Floors.Types(Core).SelectMany(Forbidden.StateMachines).Select(Name));

    [Fact]
    public void Core_has_no_mutable_field() =>
        Complaints.None(
            Floors.Types(Core)
                .Where(type => type != typeof(Workers))
                .SelectMany(Forbidden.MutableFields)
                .Select(Name));

    [Fact]
    public void Core_remembers_only_recent_values_of_a_pure_function_and_its_worker_threads() =>
        Assert.Equal(
            [typeof(RecentGram), typeof(RecentValues<>), typeof(Workers)],
            from type in Floors.Types(Core)
            where Uses.Of(type).Any(use => use.Used.DeclaringType == typeof(Volatile))
            select type);

    [Fact]
    public void Core_has_no_input_and_no_output() =>
        Complaints.None(Found([Core], Forbidden.IsInputOrOutput));

    [Fact]
    public void Nothing_named_in_src_varies_with_machine_time_or_culture() =>
        Complaints.None(Found(RepositoryFiles.Assemblies, Forbidden.IsUneven));

    [Fact]
    public void Every_planted_use_of_a_higher_floor_is_found()
    {
        static int? FloorOf(Type type) =>
            type == typeof(GroundFloor) ? 0 : type == typeof(UpperFloor) ? 1 : null;

        var found = Floors.Violations([typeof(GroundFloor), typeof(UpperFloor)], FloorOf).ToArray();

        string[] expected =
        [
            "Field", "Property", "Attributed", "Result", "Parameter", "Constraint", "Call", "Constructor",
            "TypeOf", "TypeArgument", "Lambda", "Iterator", "Catch", "Derived", "Implements",
        ];
        Assert.All(expected, member => Assert.Contains(found, sentence => sentence.Contains(member)));
        Assert.Contains("GroundFloor (floor 0) uses UpperFloor (floor 1) in Field", found);
    }

    [Theory]
    [InlineData(typeof(UnevenCalls))]
    [InlineData(typeof(OutsideCalls))]
    public void Every_planted_call_is_found(Type planted)
    {
        Func<MemberInfo, bool> isForbidden =
            planted == typeof(UnevenCalls) ? Forbidden.IsUneven : Forbidden.IsInputOrOutput;

        var found = Uses.Of(planted).Where(use => isForbidden(use.Used)).Select(use => use.Where).ToArray();

        Assert.All(
            planted.GetMethods(BindingFlags.Public | BindingFlags.Static),
            method => Assert.Contains(found, where => where.Contains(method.Name)));
    }

    [Fact]
    public void Every_planted_mutable_field_is_found() =>
        Assert.Equal(
            ["<Auto>k__BackingField", "<captured>P", "Instance", "Static"],
            Forbidden.MutableFields(typeof(MutableFields))
                .Select(field => field.Name)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_planted_iterator_is_found() =>
        Assert.Equal(["GroundFloor.Iterator"], Forbidden.StateMachines(typeof(GroundFloor)).Select(Name));

    [Fact]
    public void The_declared_types_of_a_file_are_those_at_its_margin() =>
        Assert.Equal(
            ["A", "B", "C", "D"],
            Floors.DeclaredTypes("""
                namespace N;

                public sealed record A(int Count);
                public readonly record struct B
                {
                    private sealed class Nested;
                }
                internal static partial class C;
                interface D;
                """));

    private static IEnumerable<string> Found(
        IEnumerable<Assembly> assemblies, Func<MemberInfo, bool> isForbidden) =>
        from type in assemblies.SelectMany(Floors.Types)
        from use in Uses.Of(type)
        where isForbidden(use.Used)
        select $"{type.Name} names {use.Used.DeclaringType?.Name}.{use.Used.Name} in {use.Where}";

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
