using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.StringComparison;

namespace Descent.Properties;

/// <summary>What code of src must not name, and why.</summary>
internal static class Forbidden
{
    // They call the C runtime, or leave rounding or order to the processor.
    private static readonly HashSet<string> UnevenFunctions =
    [
        "Exp", "Exp2", "Exp10", "ExpM1", "Exp2M1", "Exp10M1",
        "Log", "Log2", "Log10", "LogP1", "Log2P1", "Log10P1",
        "Pow", "RootN", "Cbrt", "Hypot", "Sin", "Cos", "Tan", "SinCos", "SinPi", "CosPi", "TanPi", "SinCosPi",
        "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
        "Dot", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate",
    ];

    private static readonly HashSet<Type> FunctionLibraries =
    [
        typeof(Math), typeof(MathF), typeof(double), typeof(float), typeof(Half),
        typeof(Vector64), typeof(Vector128), typeof(Vector256), typeof(Vector512),
    ];

    // They change from run to run, from machine to machine, or with the processor's width.
    private static readonly HashSet<Type> UnevenTypes =
    [
        typeof(Random), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeProvider), typeof(Stopwatch),
        typeof(Environment), typeof(Guid), typeof(System.Numerics.Vector), typeof(Vector<>),
    ];

    /// <summary>Whether equal inputs could give other bits elsewhere or at another time.</summary>
    /// <remarks>
    /// The compiler's iterators ask which thread they are on; their elements do not depend on it.
    /// </remarks>
    public static bool IsUneven(MemberInfo member) =>
        (IsOfUnevenType(member) && member.Name != "get_CurrentManagedThreadId")
        || (FunctionLibraries.Contains(member.DeclaringType!) && UnevenFunctions.Contains(member.Name))
        || (member.DeclaringType == typeof(Vector512) && member.Name == nameof(Vector512.Sum))
        || (member.DeclaringType == typeof(CultureInfo) && member.Name.StartsWith("get_Current", Ordinal))
        || IsLinqReduction(member);

    /// <summary>Whether it reaches outside the process.</summary>
    public static bool IsInputOrOutput(MemberInfo member) =>
        Uses.TypesOf(member).Any(type =>
            type == typeof(Console)
            || type.Namespace is "System.IO" or "System.Net"
            || type.Namespace?.StartsWith("System.IO.", Ordinal) == true
            || type.Namespace?.StartsWith("System.Net.", Ordinal) == true);

    /// <summary>The fields of a type, nested ones included, that may change after construction.</summary>
    /// <remarks>
    /// Classes that the compiler makes for lambdas are not counted. A captured parameter of a primary
    /// constructor is never marked read-only; it counts where a method stores to it, or takes its address and
    /// could store there.
    /// </remarks>
    public static IEnumerable<FieldInfo> MutableFields(Type type) =>
        Uses.WithNested(type)
            .Where(part => !IsMadeByTheCompiler(part))
            .SelectMany(Uses.Fields)
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsEnumValue(field))
            .Where(field => !IsCapturedParameter(field) || IsStoredAfterConstruction(field));

    /// <summary>The methods of a type, nested ones included, with <c>yield</c> or <c>await</c>.</summary>
    public static IEnumerable<MethodBase> StateMachines(Type type) =>
        Uses.WithNested(type)
            .SelectMany(Uses.Methods)
            .Where(method => method.GetCustomAttributes<StateMachineAttribute>().Any());

    private static bool IsOfUnevenType(MemberInfo member) =>
        Uses.TypesOf(member).Any(type =>
            UnevenTypes.Contains(type) || type.FullName == "System.Numerics.Tensors.TensorPrimitives");

    private static bool IsLinqReduction(MemberInfo member) =>
        member is MethodInfo { Name: nameof(Enumerable.Sum) or nameof(Enumerable.Average) } method
        && method.DeclaringType == typeof(Enumerable)
        && method.GetParameters()
            .SelectMany(parameter => parameter.ParameterType.GetGenericArguments())
            .Any(type => type == typeof(double) || type == typeof(float));

    private static bool IsMadeByTheCompiler(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static bool IsEnumValue(FieldInfo field) => field.DeclaringType!.IsEnum;

    private static bool IsCapturedParameter(FieldInfo field) =>
        field.Name is ['<', .., '>', 'P'] && field.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsStoredAfterConstruction(FieldInfo field) =>
        Uses.WithNested(Uses.Outermost(field.DeclaringType!))
            .SelectMany(Uses.Methods)
            .Where(method => method is not ConstructorInfo)
            .SelectMany(Bytecode.Of)
            .Any(instruction => instruction.Member.Name == field.Name && MayStore(instruction.Code, field));

    private static bool MayStore(OpCode code, FieldInfo field) =>
        code == OpCodes.Stfld
        || (code == OpCodes.Ldflda && !field.FieldType.IsDefined(typeof(IsReadOnlyAttribute)));
}
