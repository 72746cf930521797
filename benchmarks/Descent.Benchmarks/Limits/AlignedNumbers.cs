using System.Runtime.InteropServices;

namespace Descent.Benchmarks;

/// <summary>Numbers that begin at a cache line and never move, for limits to read.</summary>
internal sealed unsafe class AlignedNumbers
{
    /// <summary>The numbers of a vector, and of a cache line.</summary>
    public const int Width = 8;

    private readonly double[] _memory;
    private readonly int _start;

    /// <summary>Makes room for so many numbers, all 0.</summary>
    public AlignedNumbers(int count)
    {
        _memory = GC.AllocateArray<double>(count + Width, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _start = (int)((Width - (address / sizeof(double) % Width)) % Width);
        Count = count;
        Pointer = (double*)address + _start;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>All of them.</summary>
    public Span<double> Span => _memory.AsSpan(_start, Count);

    /// <summary>Where they begin; good while this object is referenced.</summary>
    public double* Pointer { get; }
}
