namespace Descent.Linq;

/// <summary>A state with the mean of the parameters up to it.</summary>
/// <remarks>
/// It tells all that its state tells: <see cref="Parameters"/> are the state's own, <see cref="Average"/> is
/// the mean. Judge the mean by <c>.Measure(a => risk.Evaluate(a.Average).Loss)</c>.
/// </remarks>
/// <param name="State">The state.</param>
/// <param name="Average">The mean of the parameters.</param>
/// <param name="Weight">The sum of the weights in the mean; 0 before averaging begins.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Weight"/> is negative or not finite.
/// </exception>
public sealed record Averaged<TState>(TState State, Vector Average, double Weight) : IState
    where TState : IState
{
    /// <summary>The sum of the weights in the mean; 0 before averaging begins.</summary>
    public double Weight { get; init => field = Guard.NonNegative(value, nameof(Weight)); } =
        Guard.NonNegative(Weight);

    /// <inheritdoc/>
    public long Step => State.Step;

    /// <inheritdoc/>
    public Vector Parameters => State.Parameters;

    /// <inheritdoc/>
    public long Evaluations => State.Evaluations;

    /// <inheritdoc/>
    public double Loss => State.Loss;

    /// <inheritdoc/>
    public Vector Gradient => State.Gradient;

    /// <inheritdoc/>
    public double Optimality => State.Optimality;

    /// <inheritdoc/>
    public bool IsFinite => State.IsFinite;

    /// <inheritdoc/>
    public Stall Stall => State.Stall;

    /// <inheritdoc/>
    public bool CanGoOn => State.CanGoOn;

    /// <inheritdoc/>
    public bool Converged(double tolerance) => State.Converged(tolerance);

    /// <summary>The mean, then the state.</summary>
    public override string ToString() => Guard.Text($"average {Average} at {State}");
}
