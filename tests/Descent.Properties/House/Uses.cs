using System.Reflection;

namespace Descent.Properties;

/// <summary>That a type uses a member of another (or the other itself), and where it does.</summary>
internal readonly record struct Use(string Where, MemberInfo Used);

/// <summary>What a type uses, in its signatures, attributes and method bodies.</summary>
/// <remarks>Nested types, and so closures and iterators, count for the outermost type.</remarks>
internal static class Uses
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    public static IEnumerable<Use> Of(Type type) => WithNested(type).SelectMany(OfOne);

    /// <summary>The type and all types in it.</summary>
    public static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(Own).SelectMany(WithNested).Prepend(type);

    /// <summary>The methods and constructors that the type itself declares.</summary>
    public static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own));

    public static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(Own);

    /// <summary>
    /// The types that a member names: itself or its owner, with type arguments, each as its definition.
    /// </summary>
    public static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => Parts(type),
        MethodInfo { IsGenericMethod: true } method =>
            method.GetGenericArguments().SelectMany(Parts).Concat(Parts(method.DeclaringType)),
        _ => Parts(member.DeclaringType),
    };

    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

    private static IEnumerable<Use> OfOne(Type type)
    {
        var header = type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(Constraints(type.GetGenericArguments()))
            .Concat(Attributes(type));
        return Named("its declaration", header)
            .Concat(Fields(type).SelectMany(one => Named(one.Name, Attributes(one).Append(one.FieldType))))
            .Concat(type.GetProperties(Own).SelectMany(one => Named(one.Name, Attributes(one))))
            .Concat(Methods(type).SelectMany(one => Named(one.Name, Signature(one)).Concat(Body(one))))
            .Select(use => use with { Where = Named(type, use.Where) });
    }

    private static string Named(Type type, string where) => type.IsNested ? $"{type.Name}.{where}" : where;

    private static IEnumerable<Use> Named(string where, IEnumerable<Type?> types) =>
        types.OfType<Type>().Select(type => new Use(where, type));

    private static IEnumerable<Type?> Signature(MethodBase method)
    {
        var result = method as MethodInfo;
        var parameters = method.GetParameters();
        return parameters.Select(parameter => (Type?)parameter.ParameterType)
            .Concat(parameters.SelectMany(one => one.GetCustomAttributesData()).SelectMany(TypesOf))
            .Append(result?.ReturnType)
            .Concat(Attributes(method))
            .Concat(method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : []);
    }

    private static IEnumerable<Use> Body(MethodBase method)
    {
        var body = method.GetMethodBody();
        var locals = body?.LocalVariables.Select(local => (Type?)local.LocalType) ?? [];
        var caught = body?.ExceptionHandlingClauses
            .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType) ?? [];
        return Named(method.Name, locals.Concat(caught))
            .Concat(Bytecode.Of(method).Select(instruction => new Use(method.Name, instruction.Member)));
    }

    private static IEnumerable<Type?> Attributes(MemberInfo member) =>
        member.GetCustomAttributesData().SelectMany(TypesOf);

    private static IEnumerable<Type?> TypesOf(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value)
            .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue.Value))
            .OfType<Type>()
            .Append(attribute.AttributeType);

    private static IEnumerable<Type?> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(argument => argument.IsGenericParameter)
            .SelectMany(argument => argument.GetGenericParameterConstraints());

    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(Outermost(type)),
        _ => [Outermost(type)],
    };
}
