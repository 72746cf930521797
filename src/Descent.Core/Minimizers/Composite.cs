namespace Descent;

/// <summary>A composite objective <c>f(x) + R(w)</c>: f smooth, R with a proximal map.</summary>
/// <remarks>
/// R is given the weights: of a <see cref="Risk"/> with biases they are the parameters without them; of any
/// other objective every parameter is a weight.
/// </remarks>
internal readonly record struct Composite(IObjective Smooth, IProximalPenalty Penalty)
{
    /// <summary>The loss f + R, with the gradient of f.</summary>
    public Evaluation Evaluate(Vector parameters) => WithPenalty(EvaluateSmooth(parameters), parameters);

    /// <summary>The loss f + R from that of f.</summary>
    public Evaluation WithPenalty(Evaluation smooth, Vector parameters) =>
        smooth with { Loss = smooth.Loss + PenaltyOf(parameters) };

    /// <summary>f alone at a state, whose loss is f + R; right to rounding of the sum.</summary>
    public Evaluation SmoothOf(IState state) =>
        new(state.Loss - PenaltyOf(state.Parameters), state.Gradient);

    /// <summary>A number of the size of what a state's loss was made of, and moves with.</summary>
    public double SizeOf(IState state) => Math.Abs(state.Loss)
        + Math.Abs(PenaltyOf(state.Parameters))
        + (state.Gradient.Norm * state.Parameters.Norm);

    /// <summary>f alone, with its gradient.</summary>
    public Evaluation EvaluateSmooth(Vector parameters) => Objective.Evaluate(Smooth, parameters);

    /// <summary>Where a step along f at this rate ends: <c>prox(x − η ∇f(x))</c>.</summary>
    public Vector Next(Vector parameters, Vector gradient, double rate)
    {
        var moved = parameters.Descend(rate, gradient);
        // A rate that is not finite ends the run by what it made of the parameters.
        return double.IsFinite(rate) ? Proximal(moved, rate) : moved;
    }

    /// <summary>The length of the step at this rate over the rate: 0 at a minimum of f + R.</summary>
    public double Optimality(Vector parameters, Vector gradient, double rate) =>
        (parameters - Next(parameters, gradient, rate)).Norm / rate;

    /// <summary>A rate, or where its step is lost in rounding a greater one whose step is not.</summary>
    /// <remarks>A step that changes nothing would be taken for the sign of a minimum.</remarks>
    public double Visible(double rate, Vector parameters, Vector gradient)
    {
        var move = (parameters - Next(parameters, gradient, rate)).NormInf;
        var size = parameters.NormInf;
        var visible = size / gradient.NormInf;
        return move <= MachineEpsilon.SquareRoot * size && double.IsFinite(visible)
            ? Math.Max(rate, visible)
            : rate;
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
