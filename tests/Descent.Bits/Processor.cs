using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Descent.Bits;

/// <summary>Which instructions the runtime uses, so that a test can see its switches work.</summary>
internal static class Processor
{
    private static readonly (string Name, bool InUse)[] Instructions =
    [
        ("AVX512", Avx512F.IsSupported),
        ("AVX2", Avx2.IsSupported),
        ("FMA", Fma.IsSupported),
        ("SIMD", Vector128.IsHardwareAccelerated),
    ];

    public static string Describe() =>
        string.Join(' ', Instructions.Where(i => i.InUse).Select(i => i.Name).Prepend("# instructions:"));
}
