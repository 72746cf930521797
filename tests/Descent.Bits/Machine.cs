using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Descent.Bits;

/// <summary>Where the program runs: what must not reach a hash.</summary>
internal static class Machine
{
    private static readonly (string Name, bool InUse)[] Instructions =
    [
        ("AVX512", Avx512F.IsSupported),
        ("AVX2", Avx2.IsSupported),
        ("FMA", Fma.IsSupported),
        ("AdvSimd", AdvSimd.Arm64.IsSupported),
        ("SIMD", Vector128.IsHardwareAccelerated),
    ];

    /// <summary>Lines that begin with <c>#</c>; what a switch was to change can be seen in them.</summary>
    public static IEnumerable<string> Describe(int threads) =>
    [
        $"# processor: {RuntimeInformation.ProcessArchitecture} {Names()}".TrimEnd(),
        $"# system: {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        $"# build: {Metadata.Of("Configuration")}",
        $"# threads: {threads}",
        $"# time zone: {TimeZoneInfo.Local.Id}",
        $"# culture: {NameOf(CultureInfo.CurrentCulture)}, -0.5 is written {-0.5}",
    ];

    private static string NameOf(CultureInfo culture) => culture.Name.Length > 0 ? culture.Name : "invariant";

    private static string Names() => string.Join(' ', Instructions.Where(i => i.InUse).Select(i => i.Name));
}
