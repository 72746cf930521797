using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Descent;

/// <summary>Hints to the processor, which change time alone.</summary>
internal static class Memory
{
    /// <summary>Asks for a line of memory before its turn.</summary>
    /// <remarks>The address is not followed, and so may lie behind the last number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(in double start, nint offset)
    {
        // Into the second cache: into the first they were measured to come to nothing.
        if (Sse.IsSupported)
            Sse.Prefetch1((double*)Unsafe.AsPointer(in start) + offset);
    }
}
