using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Descent.Properties;

/// <summary>Types, parameters and constraints as C# writes them.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
    };

    /// <summary>A type without what is known of its nullability.</summary>
    public static string Of(Type type) => Write(type, null);

    /// <summary>A type with <c>?</c> where a reference may be null.</summary>
    /// <remarks>Type parameters are written bare: reflection does not tell <c>T</c> from <c>T?</c>.</remarks>
    public static string Of(NullabilityInfo info) => Write(info.Type, info);

    public static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    public static string Parameters(IEnumerable<ParameterInfo> parameters) =>
        string.Join(", ", parameters.Select(Parameter));

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string TypeParameters(IReadOnlyList<Type> parameters) =>
        parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(Of))}>";

    /// <summary><c> where T : …</c> for each type parameter that has constraints.</summary>
    public static string Constraints(IEnumerable<Type> parameters) =>
        string.Concat(
            from parameter in parameters
            let constraints = ConstraintsOf(parameter).ToArray()
            where constraints.Length > 0
            select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    private static string Write(Type type, NullabilityInfo? info)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Write(underlying, null) + "?";

        var isReference = !type.IsValueType && !type.IsGenericParameter;
        return Bare(type, info) + (isReference && info?.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private static string Bare(Type type, NullabilityInfo? info)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Write(type.GetElementType()!, info?.ElementType);
        if (type.IsArray)
            return Write(type.GetElementType()!, info?.ElementType) + "[]";

        var outer = type.IsNested && !type.IsGenericParameter ? NestedIn(type) : "";
        if (!type.Name.Contains('`'))
            return outer + type.Name;

        var arguments = type.GetGenericArguments().Select((argument, i) =>
            Write(argument, info?.GenericTypeArguments is { Length: > 0 } known ? known[i] : null));
        return $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }

    // ImmutableArray<double>.Enumerator: the arguments belong to the type around it.
    private static string NestedIn(Type type)
    {
        var outer = type.DeclaringType!;
        var arguments = type.GetGenericArguments()[..outer.GetGenericArguments().Length];
        return Of(arguments.Length == 0 ? outer : outer.MakeGenericType(arguments)) + ".";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix =
            parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";
        var type = Of(new NullabilityInfoContext().Create(parameter));
        var suffix = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{prefix}{type} {parameter.Name}{suffix}";
    }

    private static string Default(ParameterInfo parameter)
    {
        var underlying = Nullable.GetUnderlyingType(parameter.ParameterType);
        var type = underlying ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => type.IsValueType && underlying is null ? "default" : "null",
            bool value => value ? "true" : "false",
            string value => $"\"{value}\"",
            var value when type.IsEnum => $"{type.Name}.{Enum.GetName(type, value)}",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (isStruct)
            yield return "struct";
        foreach (var type in parameter.GetGenericParameterConstraints())
        {
            if (type != typeof(ValueType))
                yield return Of(type);
        }

        if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
    }
}
