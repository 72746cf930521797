namespace Descent;

/// <summary>A composite objective <c>f(x) + R(w)</c>: f smooth, R with a proximal map.</summary>
/// <remarks>
/// R is given the weights: of a <see cref="Risk"/> with biases they are the parameters without them; of any
/// other objective every parameter is a weight.
/// </remarks>
internal readonly record struct Composite(IObjective Smooth, IProximalPenalty Penalty)
{
    /// <summary>The loss f + R, with the gradient of f.</summary>
    public Evaluation Evaluate(Vector parameters)
    {
        var smooth = Smooth.Evaluate(parameters);
        Guard.GradientLength(smooth.Gradient.Count, parameters.Count);
        return smooth with { Loss = smooth.Loss + PenaltyOf(parameters) };
    }

    /// <summary>R of the weights.</summary>
    public double PenaltyOf(Vector parameters) => Penalty.Value(WeightsOf(parameters));

    /// <summary>The proximal map on the weights; biases stay.</summary>
    /// <param name="parameters">Where f alone would go.</param>
    /// <param name="step">η, finite and at least 0.</param>
    public Vector Proximal(Vector parameters, double step) =>
        WithWeights(parameters, Penalty.Proximal(WeightsOf(parameters), step));

    /// <summary>Where R is a set, the nearest parameters inside; else the parameters.</summary>
    /// <remarks>From outside a set the loss would be +∞, and a run would end where it begins.</remarks>
    public Vector Inside(Vector parameters) => Penalty is IConvexSet set
        ? WithWeights(parameters, set.Project(WeightsOf(parameters)))
        : parameters;

    private Vector WeightsOf(Vector parameters) =>
        Smooth is Risk risk ? risk.WeightsOf(parameters) : parameters;

    private Vector WithWeights(Vector parameters, Vector weights) =>
        Smooth is Risk risk ? risk.WithWeights(parameters, weights) : weights;
}
