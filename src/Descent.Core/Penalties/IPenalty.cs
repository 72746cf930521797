namespace Descent;

/// <summary>
/// A penalty on the weights: <see cref="ISmoothPenalty"/> or <see cref="IProximalPenalty"/>.
/// </summary>
/// <remarks>
/// It is given the weights without the bias: no penalty touches the bias. What can be done with it, the two
/// interfaces say: one has a gradient, the other a proximal map.
/// </remarks>
public interface IPenalty
{
    /// <summary>R(w).</summary>
    double Value(Vector weights);
}
