namespace Descent;

/// <summary>A penalty that needs no vectors of its own to be added to an evaluation.</summary>
internal interface ISpanPenalty
{
    /// <summary>Adds factor · ∇R(w) to a gradient.</summary>
    /// <returns>factor · R(w), both with the bits of the public members.</returns>
    double AddTo(Span<double> gradient, ReadOnlySpan<double> weights, double factor);
}
