using System.Buffers;

namespace Descent;

/// <summary>Where arrays that are needed for a moment come from.</summary>
/// <remarks>
/// The shared pool keeps what is returned to it for minutes. A run of a million parameters would hold several
/// arrays of them between its states; large arrays are therefore made anew and left to the collector.
/// </remarks>
internal sealed class ScratchPool : ArrayPool<double>
{
    // 4 MB.
    private const int GreatestKept = 1 << 19;

    private static readonly ScratchPool Fresh = new();

    public static ArrayPool<double> Of(int length) => length <= GreatestKept ? Shared : Fresh;

    public override double[] Rent(int minimumLength) =>
        GC.AllocateUninitializedArray<double>(minimumLength);

    public override void Return(double[] array, bool clearArray = false)
    {
        // Nobody else holds it.
    }
}
