namespace Descent.Linq;

/// <summary>
/// A state of a watched run: what its rule remembers there, the best so far, and why to stop.
/// </summary>
/// <remarks>
/// All that is needed to go on watching, together with the run resumed at <see cref="State"/>. It tells all
/// that its state tells, so that the operators on states go on working.
/// </remarks>
/// <param name="State">The state.</param>
/// <param name="Value">
/// What states are compared by, the lower the better: the loss,
/// or what the rule measures; NaN where it did not.
/// </param>
/// <param name="Best">
/// The first of the best states so far; the first of all while none has a finite value.
/// </param>
/// <param name="BestValue">The value of the best; +∞ while there is none.</param>
/// <param name="Memory">What the rule remembers.</param>
/// <param name="Reason">Why the run stops here; null where it goes on.</param>
/// <exception cref="ArgumentNullException"><paramref name="Memory"/> is null.</exception>
public sealed record Watched<TState>(
    TState State, double Value, TState Best, double BestValue, StopMemory Memory, StopReason? Reason) : IState
    where TState : IState
{
    /// <summary>What the rule remembers.</summary>
    public StopMemory Memory { get; init => field = Guard.NotNull(value, nameof(Memory)); } =
        Guard.NotNull(Memory);

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

    /// <summary>The same without a reason to stop, for a run that is to go on under another rule.</summary>
    public Watched<TState> WithoutReason() => this with { Reason = null };

    /// <summary>The state, and the reason where there is one.</summary>
    public override string ToString() =>
        Reason is null ? Guard.Text($"{State}") : Guard.Text($"{State}; {Reason}");

    /// <summary>The state after this one, or the first after none.</summary>
    internal static Watched<TState> Next(Watched<TState>? last, StopRule rule, TState state)
    {
        var (memory, value, reason) = rule.Judge(last?.Memory ?? rule.Init(), state);
        return With(last, state, value, memory, reason);
    }

    /// <summary>The same with its state compared with the best, where the rule did not measure it.</summary>
    internal Watched<TState> Compared(StopRule rule) =>
        double.IsNaN(Value) && IsFinite ? With(this, State, rule.Measure(State), Memory, Reason) : this;

    private static Watched<TState> With(
        Watched<TState>? last, TState state, double value, StopMemory memory, StopReason? reason)
    {
        var bound = last?.BestValue ?? double.PositiveInfinity;
        var isBetter = double.IsFinite(value) && value < bound;
        return new(
            state,
            value,
            isBetter || last is null ? state : last.Best,
            isBetter ? value : bound,
            memory,
            reason);
    }
}
