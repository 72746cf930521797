namespace Descent.Linq;

/// <summary>A state with something measured at it.</summary>
/// <remarks>It tells all that its state tells, so that the operators on states go on working.</remarks>
/// <param name="State">The state.</param>
/// <param name="Value">What was measured there.</param>
public sealed record Measured<TState, TValue>(TState State, TValue Value) : IState
    where TState : IState
{
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

    /// <summary>The value, then the state.</summary>
    public override string ToString() => Guard.Text($"{Value} at {State}");
}
