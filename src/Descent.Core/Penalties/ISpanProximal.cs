namespace Descent;

/// <summary>A penalty whose proximal map needs no vectors of its own.</summary>
internal interface ISpanProximal
{
    /// <summary>The proximal map in place, with the bits of the public member.</summary>
    void Shrink(Span<double> weights, double step);
}
