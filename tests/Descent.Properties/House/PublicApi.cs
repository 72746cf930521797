using System.Reflection;
using System.Runtime.CompilerServices;

namespace Descent.Properties;

/// <summary>All that an assembly shows to others, in lines that read like C#.</summary>
/// <remarks>What the compiler makes for a record by itself is left out: the word record says it.</remarks>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_BitwiseOr"] = "|",
        ["op_BitwiseAnd"] = "&",
    };

    public static IEnumerable<string> Lines(Assembly assembly) =>
        assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(Lines);

    /// <summary>
    /// A line for the type, and one for each member, indented: constructors first, then by name.
    /// </summary>
    public static IEnumerable<string> Lines(Type type) =>
        (type.IsEnum ? EnumValues(type) : Members(type)).Select(line => "    " + line).Prepend(Header(type));

    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;

    private static string Header(Type type)
    {
        var bases = Bases(type).Select(ApiNames.Of).Order(StringComparer.Ordinal).ToArray();
        return $"{Kind(type)}{type.Namespace}.{ApiNames.Of(type)}"
            + (bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}")
            + ApiNames.Constraints(type.GetGenericArguments());
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum ";
        if (type.IsInterface)
            return "interface ";
        if (type.IsValueType)
        {
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")
                + (type.IsByRefLike ? "ref " : "")
                + (IsRecord(type) ? "record struct " : "struct ");
        }

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (IsRecord(type) ? "record " : "class ");
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum)
            return [];

        var all = type.GetInterfaces();
        // What an interface that nobody sees implies is not seen by it.
        var implied = all.Where(one => one.IsVisible).SelectMany(one => one.GetInterfaces())
            .Concat(type.BaseType?.GetInterfaces() ?? [])
            .Concat(IsRecord(type) ? [typeof(IEquatable<>).MakeGenericType(type)] : [])
            .ToHashSet();
        return all.Append(type.BaseType)
            .OfType<Type>()
            .Where(one => one.IsVisible && one != typeof(object) && one != typeof(ValueType))
            .Where(one => !implied.Contains(one));
    }

    private static IEnumerable<string> EnumValues(Type type) =>
        Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");

    // The name of a constructor, ".ctor", comes before all others.
    private static IEnumerable<string> Members(Type type) =>
        type.GetConstructors(Declared).Where(IsShown).Select(one => (one.Name, Line: Constructor(one)))
            .Concat(
                from one in type.GetProperties(Declared)
                where Accessors(one).Any()
                select (one.Name, Line: Property(one)))
            .Concat(
                from one in type.GetFields(Declared)
                where one.IsPublic || one.IsFamily
                select (one.Name, Line: Field(one)))
            .Concat(type.GetEvents(Declared).Select(one => (one.Name, Line: $"event {one}")))
            .Concat(
                from one in type.GetMethods(Declared)
                where IsPlainMethod(one)
                select (one.Name, Line: Method(one)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line);

    private static bool IsPlainMethod(MethodInfo method) =>
        IsShown(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    /// <summary>Whether other assemblies see it, and a person wrote it.</summary>
    private static bool IsShown(MethodBase method) =>
        IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic
        || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static IEnumerable<MethodInfo> Accessors(PropertyInfo property) =>
        property.Name == "EqualityContract" ? [] : property.GetAccessors(nonPublic: true).Where(IsVisible);

    private static string Constructor(ConstructorInfo constructor) =>
        Modifiers(constructor)
        + $"{constructor.DeclaringType!.Name.Split('`')[0]}({ApiNames.Parameters(constructor)})";

    private static string Field(FieldInfo field) =>
        (field.IsLiteral ? "const " : field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "")
        + $"{ApiNames.Of(new NullabilityInfoContext().Create(field))} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var indices = property.GetIndexParameters();
        var name = indices.Length == 0 ? property.Name : $"this[{ApiNames.Parameters(indices)}]";
        var type = ApiNames.Of(new NullabilityInfoContext().Create(property));
        var accessors = string.Concat(Accessors(property).Select(accessor =>
            accessor == property.GetMethod ? "get; " : IsInit(accessor) ? "init; " : "set; "));
        return Modifiers(Accessors(property).First()) + $"{type} {name} {{ {accessors}}}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Method(MethodInfo method)
    {
        var result = ApiNames.Of(new NullabilityInfoContext().Create(method.ReturnParameter));
        var generics = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var parameters = ApiNames.Parameters(method);
        var signature = method.Name switch
        {
            "op_Implicit" => $"implicit operator {result}({parameters})",
            "op_Explicit" => $"explicit operator {result}({parameters})",
            _ when method.IsSpecialName => $"{result} operator {Operators[method.Name]}({parameters})",
            _ => $"{result} {method.Name}{ApiNames.TypeParameters(generics)}({parameters})",
        };
        return Modifiers(method) + signature + ApiNames.Constraints(generics);
    }

    private static string Modifiers(MethodBase method)
    {
        var isOverride = method is MethodInfo info && info.GetBaseDefinition() != info;
        var slot = method.DeclaringType! switch
        {
            { IsInterface: true } => method is { IsAbstract: false, IsStatic: false } ? "virtual " : "",
            _ when isOverride => "override ",
            _ when method.IsAbstract => "abstract ",
            { IsSealed: false } when method is { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + slot;
    }
}
