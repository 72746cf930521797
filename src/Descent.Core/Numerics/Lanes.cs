using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Eight explicit lanes: the one width in which this library reduces.</summary>
/// <remarks>
/// The runtime lowers <see cref="Vector512{T}"/> to what the processor has; lanes, order and fused roundings
/// stay the same, and so do the bits.
/// </remarks>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>
    /// The least multiple of <see cref="Count"/> that holds <paramref name="length"/> numbers.
    /// </summary>
    public static int Padded(int length) => checked(length + (Count - 1)) & -Count;

    /// <summary>Lanes i … i + 7 of a span that has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> values, int i) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> lanes, Span<double> values, int i) =>
        lanes.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);

    /// <summary>At most eight numbers, followed by zeros.</summary>
    public static Vector512<double> LoadPadded(ReadOnlySpan<double> values)
    {
        Span<double> padded = stackalloc double[Count];
        padded.Clear();
        values.CopyTo(padded);
        return Load(padded, 0);
    }

    /// <summary>((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)): the fixed tree over the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }
}
