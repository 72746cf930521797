using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Descent.Properties;

/// <summary>An instruction of a method's body and the type, method or field it names.</summary>
internal readonly record struct Instruction(OpCode Code, MemberInfo Member);

/// <summary>Reads the instructions of compiled methods (ECMA-335, partition III).</summary>
internal static class Bytecode
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>The instructions that name a member, in order.</summary>
    public static IEnumerable<Instruction> Of(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == TwoByteCode ? Codes[(ushort)(TwoByteCode << 8 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (NamesAMember(code))
                yield return new Instruction(code, Resolve(method, Operand(il, at)));
            at += OperandSize(code, il, at);
        }
    }

    private static bool NamesAMember(OpCode code) =>
        code.OperandType is OperandType.InlineField or OperandType.InlineMethod
            or OperandType.InlineTok or OperandType.InlineType;

    private static MemberInfo Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : [])!;

    private static int Operand(byte[] il, int at) => BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Operand(il, at)),
        _ => 4,
    };
}
