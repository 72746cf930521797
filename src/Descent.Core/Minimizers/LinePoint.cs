namespace Descent;

/// <summary>A point of a <see cref="Line"/>, with all that is known of the objective there.</summary>
/// <param name="Step">t.</param>
/// <param name="Parameters">x + t d.</param>
/// <param name="Evaluation">f and ∇f there.</param>
/// <param name="Slope">φ′(t) = ∇f(x + t d) · d.</param>
public sealed record LinePoint(double Step, Vector Parameters, Evaluation Evaluation, double Slope)
{
    /// <summary>φ(t).</summary>
    public double Loss => Evaluation.Loss;

    /// <summary>Whether parameters, loss, gradient and slope are all finite.</summary>
    public bool IsFinite => Parameters.IsFinite && Evaluation.IsFinite && double.IsFinite(Slope);
}
