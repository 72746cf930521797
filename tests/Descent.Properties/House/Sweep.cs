using System.Reflection;
using System.Runtime.CompilerServices;

namespace Descent.Properties;

/// <summary>One parameter of something public that can be called, with examples for all the others.</summary>
/// <param name="Name">How the member is called, for a message.</param>
/// <param name="Parameter">The parameter under test, of the open definition.</param>
/// <param name="Type">Its type, closed.</param>
/// <param name="Call">Calls the member with a value for that parameter.</param>
internal sealed record Probe(string Name, ParameterInfo Parameter, Type Type, Action<object?> Call)
{
    /// <summary>
    /// What the parameter is called where it is documented: an <c>init</c> accessor's is its property.
    /// </summary>
    public string Documented { get; init; } = Parameter.Name!;

    public Type Owner => Parameter.Member.DeclaringType!;
}

/// <summary>
/// The parameters of all public constructors, methods, operators and <c>init</c> accessors.
/// </summary>
internal static class Sweep
{
    private const BindingFlags Public =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const BindingFlags Plain = BindingFlags.DoNotWrapExceptions;

    public static IEnumerable<Type> Types =>
        RepositoryFiles.Assemblies
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsInterface);

    public static IEnumerable<Probe> Constructors(Type type) =>
        from open in type.GetConstructors(Public)
        let closed = (ConstructorInfo)SameIn(Examples.Closed(type), open)
        from probe in Probes(open, closed, arguments => closed.Invoke(Plain, null, arguments, null))
        select probe;

    /// <summary>Methods and operators, without those that the compiler makes for records.</summary>
    public static IEnumerable<Probe> Methods(Type type) =>
        from open in type.GetMethods(Public)
        where !open.IsDefined(typeof(CompilerGeneratedAttribute))
            && (!open.IsSpecialName || open.Name.StartsWith("op_", StringComparison.Ordinal))
        let closed = Examples.Closed((MethodInfo)SameIn(Examples.Closed(type), open))
        from probe in Probes(
            open, closed, arguments => closed.Invoke(Target(closed), Plain, null, arguments, null))
        select probe;

    /// <summary>What <c>with</c> can set.</summary>
    public static IEnumerable<Probe> Initializers(Type type) =>
        from open in type.GetMethods(Public)
        where open.IsSpecialName && open.Name.StartsWith("set_", StringComparison.Ordinal)
        let closed = (MethodInfo)SameIn(Examples.Closed(type), open)
        from probe in Probes(
            open, closed, arguments => closed.Invoke(Copy(closed), Plain, null, arguments, null))
        select probe with { Documented = open.Name["set_".Length..] };

    private static IEnumerable<Probe> Probes(MethodBase open, MethodBase closed, Action<object?[]> call) =>
        from parameter in open.GetParameters()
        where !parameter.IsOut
        select new Probe(
            $"{open.DeclaringType!.Name}.{open.Name}({ApiNames.Parameters(open)})",
            parameter,
            closed.GetParameters()[parameter.Position].ParameterType,
            value => call([.. closed.GetParameters().Select(other =>
                other.Position == parameter.Position ? value : Examples.Of(other, other.ParameterType))]));

    /// <summary>The same member in a closed generic type.</summary>
    private static MethodBase SameIn(Type closed, MethodBase open) =>
        closed == open.DeclaringType
            ? open
            : closed.GetMembers(Public).OfType<MethodBase>()
                .Single(one => one.MetadataToken == open.MetadataToken);

    private static object? Target(MethodInfo method) =>
        method.IsStatic ? null : Examples.Of(method.DeclaringType!);

    // A fresh object each time, since the accessor changes it; a struct is boxed afresh anyway.
    private static object Copy(MethodInfo setter)
    {
        var example = Examples.Of(setter.DeclaringType!);
        var clone = example.GetType().GetMethod("<Clone>$");
        return clone is null ? example : clone.Invoke(example, null)!;
    }
}
