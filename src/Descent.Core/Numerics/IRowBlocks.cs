using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Stored rows, asked for in blocks of eight by their numbers.</summary>
/// <remarks>
/// Entry j of a product sum goes to lane j mod 8 by fused multiply-add and ends in <see cref="Lanes.Sum"/>.
/// Weights and totals are as long as a padded row.
/// </remarks>
internal interface IRowBlocks
{
    /// <summary>The product sums of eight rows with the weights, one per lane.</summary>
    Vector512<double> Dots(ReadOnlySpan<int> rows, ReadOnlySpan<double> weights);

    /// <summary>The product sum of one row with the weights, in every lane.</summary>
    Vector512<double> Dot(int row, ReadOnlySpan<double> weights);

    /// <summary>total ← total + Σ factorᵢ rowᵢ, in the order of the lanes, each rounded once.</summary>
    void AddMultiples(ReadOnlySpan<int> rows, Vector512<double> factors, Span<double> total);

    /// <summary>total ← total + factor row, the factor being in every lane.</summary>
    void AddMultiple(int row, Vector512<double> factor, Span<double> total);

    /// <summary>gradient ← factor row / divisor with no sign at zero, the operands in every lane.</summary>
    /// <remarks>The gradient is as long as a row without padding; what it held before is lost.</remarks>
    void Write(int row, Vector512<double> factor, Vector512<double> divisor, Span<double> gradient);

    /// <summary>weights ← weights − rate · (slope row / divisor), each operation rounded.</summary>
    /// <remarks>
    /// The bits of a gradient that is written down and then followed. Arguments in every lane. Where weights
    /// would become NaN without an entry of the row, it is enough that one of them does.
    /// </remarks>
    void Descend(
        int row,
        Vector512<double> slope,
        Vector512<double> divisor,
        Vector512<double> rate,
        Span<double> weights);

    /// <summary>
    /// How many places ahead in a list of rows <see cref="Prefetch"/> is worth its time; 0 for never.
    /// </summary>
    static abstract int PlacesAhead { get; }

    /// <summary>Tells the processor that a row will be asked for soon.</summary>
    void Prefetch(int row);
}
