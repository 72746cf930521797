using System.Collections.Immutable;

namespace Descent;

/// <summary>Why a run was stopped.</summary>
/// <remarks>
/// <see cref="ToString"/> is a sentence for a log, as <c>stopped at step 812: gradient norm 9.9E-09 ≤
/// 1E-08</c>. Equality is by value.
/// </remarks>
/// <param name="Step">The step of the state that met the rule.</param>
/// <param name="Conditions">
/// What was met there: one condition, or where rules are joined by <c>&amp;</c> one of each.
/// </param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Step"/> is negative.</exception>
/// <exception cref="ArgumentException"><paramref name="Conditions"/> is empty.</exception>
public sealed record StopReason(long Step, ImmutableArray<StopCondition> Conditions)
{
    /// <summary>The step of the state that met the rule.</summary>
    public long Step { get; init => field = Guard.AtLeast(value, 0L, nameof(Step)); } =
        Guard.AtLeast(Step, 0L);

    /// <summary>What was met there, the first of the rules that are joined first.</summary>
    public ImmutableArray<StopCondition> Conditions { get; init => field = NotEmpty(value); } =
        NotEmpty(Conditions);

    /// <summary>What was measured, in words; of several conditions, of the first.</summary>
    public string Metric => Conditions[0].Metric;

    /// <summary>The value found; of several conditions, of the first.</summary>
    public double Value => Conditions[0].Value;

    /// <summary>The limit that the value met; of several conditions, of the first.</summary>
    public double Threshold => Conditions[0].Threshold;

    /// <summary>Whether a condition speaks of optimality.</summary>
    public bool IsConvergence => Conditions.Any(one => one.IsConvergence);

    /// <summary>Whether both have equal steps and equal conditions in equal order.</summary>
    public bool Equals(StopReason? other) =>
        other is not null && Step == other.Step && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc/>
    public override int GetHashCode() => Conditions.Aggregate(Step.GetHashCode(), HashCode.Combine);

    /// <summary>The step and the conditions, as a sentence.</summary>
    public override string ToString() =>
        Guard.Text($"stopped at step {Step}: {string.Join(" and ", Conditions)}");

    internal static StopReason Diverged(IState state) =>
        new(state.Step, [StopCondition.Bare("diverged", state.Loss)]);

    internal static StopReason Stalled(IState state) =>
        new(state.Step, [StopCondition.Stalled(state.Stall, state.Optimality)]);

    internal static StopReason Ended(IState last) =>
        new(last.Step, [StopCondition.Bare("the run has no more states")]);

    private static ImmutableArray<StopCondition> NotEmpty(
        ImmutableArray<StopCondition> conditions, string name = nameof(Conditions)) =>
        conditions.IsDefaultOrEmpty
            ? throw new ArgumentException($"{name} is empty; pass what was met, at least one.", name)
            : conditions;
}
