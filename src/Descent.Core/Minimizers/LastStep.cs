namespace Descent;

/// <summary>What a minimizer that searches lines remembers of its last step.</summary>
/// <remarks>The default value is that of a run that has taken no step.</remarks>
/// <param name="Curvature">
/// sᵀy / sᵀs, s the step and y the change of the gradient; 0 where that is not positive.
/// </param>
/// <param name="LeastGradient">The least ‖∇f‖ since the loss last fell by more than rounding; 0 before
/// a step.</param>
/// <param name="Idle">How many steps ago that was.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public readonly record struct LastStep(double Curvature, double LeastGradient, int Idle)
{
    /// <summary>sᵀy / sᵀs; 0 where that is not positive.</summary>
    public double Curvature { get; init => field = Guard.NonNegative(value, nameof(Curvature)); } =
        Guard.NonNegative(Curvature);

    /// <summary>The least ‖∇f‖ since the loss last fell by more than rounding.</summary>
    public double LeastGradient { get; init => field = Guard.NonNegative(value, nameof(LeastGradient)); } =
        Guard.NonNegative(LeastGradient);

    /// <summary>How many steps ago that was.</summary>
    public int Idle { get; init => field = Guard.AtLeast(value, 0, nameof(Idle)); } = Guard.AtLeast(Idle, 0);

    /// <summary>What a step adds to what was known.</summary>
    internal LastStep After(Line line, LinePoint point)
    {
        var length = line.Direction.Norm;
        var curvature = (point.Slope - line.Origin.Slope) / point.Step / length / length;
        // A run may begin where rounding hides the loss: then the first gradient is what is to be lowered.
        var least = LeastGradient > 0 ? LeastGradient : line.Origin.Evaluation.Gradient.Norm;
        var size = point.Evaluation.Gradient.Norm;
        var isBetter = point.Loss < line.Origin.Loss - LineSearch.Hidden(line.Origin)
            || size < least;
        return new(
            double.IsFinite(curvature) ? Math.Max(curvature, 0) : 0,
            isBetter && double.IsFinite(size) ? size : least,
            isBetter ? 0 : Idle + 1);
    }
}
