namespace Descent;

/// <summary>A penalty on the weights that has a gradient everywhere.</summary>
/// <remarks>It is given the weights without the bias: no penalty touches the bias.</remarks>
public interface ISmoothPenalty : IPenalty
{
    /// <summary>∇R(w), one entry per weight.</summary>
    Vector Gradient(Vector weights);

    /// <summary>The product with the second derivatives: <c>∇²R(w) d</c>.</summary>
    /// <remarks>
    /// What Newton's methods need. By default an exception; a penalty with second derivatives overrides it.
    /// </remarks>
    /// <param name="weights">w.</param>
    /// <param name="direction">d, one entry per weight.</param>
    /// <exception cref="InvalidOperationException">The penalty does not tell them.</exception>
    Vector HessianTimes(Vector weights, Vector direction) => throw new InvalidOperationException(
        $"The penalty {this} tells no second derivatives; give it a HessianTimes, or take a minimizer that "
        + "asks for gradients alone.");

    /// <summary>
    /// How fast the gradient may change, <c>‖∇R(v) − ∇R(w)‖ ≤ bound · ‖v − w‖</c>; +∞ where none is known.
    /// </summary>
    /// <remarks>
    /// At least the greatest eigenvalue of ∇²R anywhere. By default +∞; whoever wants a rate 1 / L of an
    /// objective with this penalty overrides it.
    /// </remarks>
    double CurvatureBound => double.PositiveInfinity;
}
