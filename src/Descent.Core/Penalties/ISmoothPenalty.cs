namespace Descent;

/// <summary>A penalty on the weights that has a gradient everywhere.</summary>
/// <remarks>It is given the weights without the bias: no penalty touches the bias.</remarks>
public interface ISmoothPenalty
{
    /// <summary>R(w).</summary>
    double Value(Vector weights);

    /// <summary>∇R(w), one entry per weight.</summary>
    Vector Gradient(Vector weights);
}
