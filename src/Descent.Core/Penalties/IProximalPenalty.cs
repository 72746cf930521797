namespace Descent;

/// <summary>A penalty on the weights with a proximal map; it may have kinks.</summary>
/// <remarks>It is given the weights without the bias: no penalty touches the bias.</remarks>
public interface IProximalPenalty : IPenalty
{
    /// <summary>The proximal map: <c>argmin_z R(z) + ‖z − w‖² / (2 step)</c>.</summary>
    /// <param name="weights">w.</param>
    /// <param name="step">Finite and at least 0; 0 gives w itself.</param>
    Vector Proximal(Vector weights, double step);
}
