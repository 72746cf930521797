using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Descent.Benchmarks;

/// <summary>A problem's features in rows that are padded to whole vectors and begin at cache lines.</summary>
internal sealed class AlignedRows
{
    /// <summary>The numbers of a vector, and of a cache line.</summary>
    public const int Width = 8;

    private readonly double[] _memory;
    private readonly int _start;

    /// <summary>Copies the features.</summary>
    public AlignedRows(Problem problem)
    {
        Stride = (problem.Columns + Width - 1) / Width * Width;
        _memory = GC.AllocateArray<double>((problem.Rows * Stride) + Width, pinned: true);
        _start = FirstOfLine(_memory);
        for (var i = 0; i < problem.Rows; i++)
            problem.Row(i).CopyTo(_memory.AsSpan(_start + (i * Stride)));
    }

    /// <summary>The length of a row with its padding.</summary>
    public int Stride { get; }

    /// <summary>The first number of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double Row(int row) =>
        ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_memory), (nint)_start + ((nint)row * Stride));

    /// <summary>Asks for some of the order's rows; it has none after its end.</summary>
    public void Prefetch(ReadOnlySpan<int> order, int first, int count)
    {
        if (!Sse.IsSupported)
            return;
        for (var i = first; i < Math.Min(first + count, order.Length); i++)
        {
            for (var j = 0; j < Stride; j += Width)
                Prefetch(ref Unsafe.Add(ref Row(order[i]), j));
        }
    }

    private static unsafe void Prefetch(ref double pinned) => Sse.Prefetch0(Unsafe.AsPointer(ref pinned));

    private static int FirstOfLine(double[] pinned)
    {
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return (int)((Width - (address / sizeof(double) % Width)) % Width);
    }
}
