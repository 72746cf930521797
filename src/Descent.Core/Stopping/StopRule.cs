using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Descent;

/// <summary>When a run is to stop, and why: a pure fold over its states.</summary>
/// <remarks>
/// <para>Rules are joined by <c>|</c> (stop where either is met) and <c>&amp;</c> (where both are met at one
/// state), named <see cref="Or"/> and <see cref="And"/>. Every part sees every state, so that none misses
/// what it has to remember. Where both parts of an <c>|</c> are met at once, the reason is that of the first,
/// but one that speaks of optimality comes before one that does not.</para>
/// <para>A rule is a value that never changes; what it remembers is a <see cref="StopMemory"/> that it is
/// handed and hands back. So a rule can be asked what it would have done to a recorded run, and gone on with
/// from its memory. In a loop of one's own: <c>judgement = rule.Judge(judgement.Memory, state)</c>.</para>
/// <para>A state that is not finite stops every run, the reason being <c>diverged</c>, and is shown to no
/// rule. One that its minimizer can go no further from (<see cref="IState.Stall"/>) stops it too: where the
/// rule is not met there, the reason is <c>stalled</c>.</para>
/// <para>Losses and gradients are those that the state tells: with mini-batches, those of its batch. Judge
/// the data by <see cref="EarlyStopping(IObjective, int, double, long)"/> or
/// <see cref="GradientNorm(double, IObjective, long)"/>. Of a thinned run, such as every epoch's last state,
/// a rule sees, and counts, the states that are left.</para>
/// <para>Only a gradient norm speaks of optimality, and of one's own rules those that say so: the loss and
/// the parameters of any run change little where its rate is small.</para>
/// </remarks>
public abstract class StopRule
{
    private protected StopRule()
    {
    }

    /// <summary>
    /// Stops where <see cref="IState.Optimality"/>, the gradient's norm, is at most a tolerance.
    /// </summary>
    /// <remarks>
    /// With mini-batches it is the norm of a batch's gradient, which says little of the data: then
    /// <c>Solve</c> and <c>Watch</c> of a training say so in the reason and do not take it for optimality.
    /// </remarks>
    /// <param name="tolerance">Finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tolerance"/> is not in its range.
    /// </exception>
    public static StopRule GradientNorm(double tolerance) =>
        new ThresholdRule(
            GradientLimit(tolerance),
            state => state.Optimality,
            GradientLimit(tolerance) with { Metric = "gradient norm of its batch", IsConvergence = false });

    /// <summary>Stops where the norm of another objective's gradient is at most a tolerance.</summary>
    /// <remarks>
    /// For runs on mini-batches: hand it the full objective, or the mini-batches, which know it.
    /// </remarks>
    /// <param name="tolerance">Finite and at least 0.</param>
    /// <param name="of">The objective, evaluated at the state's parameters.</param>
    /// <param name="every">Evaluates at steps that are a multiple of this, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static StopRule GradientNorm(double tolerance, IObjective of, long every = 1)
    {
        Guard.NotNull(of);
        Guard.AtLeast(every, 1L);
        return new ThresholdRule(
            GradientLimit(tolerance),
            state => state.Step % every == 0 ? of.Evaluate(state.Parameters).Gradient.Norm : double.NaN);
    }

    /// <summary>Stops where the parameters are proven to be within a tolerance of the minimum.</summary>
    /// <remarks>
    /// In the units of the loss: at the state it stops at, the objective is at most the tolerance above its
    /// minimum, whatever made the state; see <see cref="Descent.DualityGap"/>, which tells what it can be
    /// asked about. It costs two passes over the rows where it is measured. The gap of a mean ends near 1e-13
    /// of the loss: a lower tolerance is never met.
    /// </remarks>
    /// <param name="tolerance">Finite and at least 0.</param>
    /// <param name="of">The risk, evaluated at the state's parameters.</param>
    /// <param name="penalty">The penalty beside it, if there is one.</param>
    /// <param name="every">Measures at steps that are a multiple of this, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">The risk or the penalty has no duality gap.</exception>
    public static StopRule DualityGap(
        double tolerance, EmpiricalRisk of, IProximalPenalty? penalty = null, long every = 1) =>
        Proven("duality gap", tolerance, of, penalty, every, certificate => certificate.Gap);

    /// <summary>Stops where they are proven to be within a share of the objective of the minimum.</summary>
    /// <remarks>
    /// The gap over the objective's size, which does not depend on units: 1e-6 is six digits of the minimum.
    /// </remarks>
    /// <inheritdoc cref="DualityGap"/>
    public static StopRule RelativeDualityGap(
        double tolerance, EmpiricalRisk of, IProximalPenalty? penalty = null, long every = 1) =>
        Proven("relative duality gap", tolerance, of, penalty, every, certificate => certificate.RelativeGap);

    /// <summary>Stops where the losses of the last steps lie close together for their size.</summary>
    /// <remarks>
    /// <c>(max − min) / max |f| ≤ tolerance</c> over the last <paramref name="steps"/> + 1 losses, and 0
    /// where they are equal; so a loss that swings between two values does not meet it, and the unit of the
    /// loss does not matter. A loss that falls to 0 by a constant factor never changes little in this sense:
    /// join <see cref="LossBelow"/>.
    /// </remarks>
    /// <param name="tolerance">Finite and at least 0; 0 for losses that are equal.</param>
    /// <param name="steps">Over how many steps, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static StopRule RelativeLossChange(double tolerance, int steps = 1) =>
        new LossChangeRule(Guard.NonNegative(tolerance), Guard.AtLeast(steps, 1));

    /// <summary>Stops where a step moved the parameters by at most a tolerance: <c>‖xₖ − xₖ₋₁‖</c>.</summary>
    /// <param name="tolerance">Finite and at least 0; 0 for parameters that stand still.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tolerance"/> is not in its range.
    /// </exception>
    public static StopRule ParameterChange(double tolerance) =>
        new ParameterChangeRule(Guard.NonNegative(tolerance));

    /// <summary>Stops at a step, counted from the start of the run, also after a resume.</summary>
    /// <param name="count">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static StopRule Steps(long count) => new ThresholdRule(
        new("step", Threshold.AtLeast, Guard.AtLeast(count, 0L)), state => state.Step);

    /// <summary>Stops when the objective was evaluated so many times or more.</summary>
    /// <remarks>What rules evaluate themselves is not counted.</remarks>
    /// <param name="count">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static StopRule Evaluations(long count) => new ThresholdRule(
        new("evaluations", Threshold.AtLeast, Guard.AtLeast(count, 0L)), state => state.Evaluations);

    /// <summary>Stops where the loss is at most a value.</summary>
    /// <param name="value">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static StopRule LossBelow(double value) => new ThresholdRule(
        new("loss", Threshold.AtMost, Guard.Finite(value)), state => state.Loss);

    /// <summary>Stops when so many states in a row brought no lower loss.</summary>
    /// <param name="states">How many, at least 1.</param>
    /// <param name="minDelta">
    /// By how much a loss must be lower than the last that counted; at least 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static StopRule Patience(int states, double minDelta = 0) => new PatienceRule(
        Wait("states without a lower loss", states, minDelta));

    /// <summary>
    /// Stops when another objective, evaluated as the run goes, has not been lower for a while.
    /// </summary>
    /// <remarks>
    /// Its loss is what the best state is judged by: at the steps where it is measured, and at the state that
    /// stops the run, where it is measured once more unless it was. A loss that is no number counts as one
    /// that is not lower.
    /// </remarks>
    /// <param name="validation">The objective, evaluated at the state's parameters.</param>
    /// <param name="patience">How many evaluations in a row without a lower loss, at least 1.</param>
    /// <param name="minDelta">
    /// By how much a loss must be lower than the last that counted; at least 0.
    /// </param>
    /// <param name="every">
    /// Evaluates at steps that are a multiple of this, at least
    /// 1: <c>batches.StepsPerEpoch</c> for every epoch.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="validation"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static StopRule EarlyStopping(
        IObjective validation, int patience, double minDelta = 0, long every = 1)
    {
        Guard.NotNull(validation);
        return Early(
            "validation loss", parameters => validation.Evaluate(parameters).Loss, patience, minDelta, every);
    }

    /// <summary>Stops when a metric, measured as the run goes, has not been lower for a while.</summary>
    /// <param name="metric">Parameters ↦ a number that is the lower the better; pure.</param>
    /// <param name="patience">How many values in a row that are not lower, at least 1.</param>
    /// <param name="minDelta">
    /// By how much a value must be lower than the last that counted; at least 0.
    /// </param>
    /// <param name="every">Measures at steps that are a multiple of this, at least 1.</param>
    /// <inheritdoc cref="EarlyStopping(IObjective, int, double, long)"/>
    /// <exception cref="ArgumentNullException"><paramref name="metric"/> is null.</exception>
    public static StopRule EarlyStopping(
        Func<Vector, double> metric, int patience, double minDelta = 0, long every = 1) =>
        Early("metric", Guard.NotNull(metric), patience, minDelta, every);

    /// <summary>Stops where a test of one's own accepts the state.</summary>
    /// <param name="name">What the reason says.</param>
    /// <param name="test">The test; pure.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static StopRule When(string name, Func<IState, bool> test) =>
        new TestRule(Guard.NotNull(name), Guard.NotNull(test));

    /// <summary>A rule of one's own: a seed, a fold, and what of the memory meets a limit.</summary>
    /// <remarks>
    /// The mean of about the last ten losses: <c>From("mean loss", [double.NaN], (m, s) =>
    /// [double.IsNaN(m[0]) ? s.Loss : 0.9 * m[0] + 0.1 * s.Loss], m => m[0], atMost: 0.1)</c>.
    /// </remarks>
    /// <param name="metric">What is measured, in words.</param>
    /// <param name="seed">What the rule remembers before the first state.</param>
    /// <param name="fold">What it remembers next, from what it remembers and a state; pure.</param>
    /// <param name="value">What is measured, from the memory that has seen the state; pure.</param>
    /// <param name="atMost">Stops where the value is at most this; finite.</param>
    /// <param name="isConvergence">Whether the value speaks of optimality.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is not finite.</exception>
    public static StopRule From(
        string metric,
        Vector seed,
        Func<Vector, IState, Vector> fold,
        Func<Vector, double> value,
        double atMost,
        bool isConvergence = false) =>
        new FoldRule(
            new(Guard.NotNull(metric), Threshold.AtMost, Guard.Finite(atMost), isConvergence),
            seed,
            Guard.NotNull(fold),
            Guard.NotNull(value));

    /// <summary>Stops where this rule is met or the other.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public StopRule Or(StopRule other) => new JoinedRule(this, Guard.NotNull(other), needsBoth: false);

    /// <summary>Stops at a state where this rule is met and the other too.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public StopRule And(StopRule other) => new JoinedRule(this, Guard.NotNull(other), needsBoth: true);

    /// <summary>What the rule remembers before the first state.</summary>
    public StopMemory Init()
    {
        var memory = new RuleMemory[Count];
        Begin(memory);
        return Own(memory);
    }

    /// <summary>What the rule says of the next state.</summary>
    /// <param name="memory">What it remembers, from <see cref="Init"/> or the judgement before.</param>
    /// <param name="state">The state, never changed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The memory is that of another kind of rule.</exception>
    public Judgement Judge(StopMemory memory, IState state)
    {
        CheckFits(Guard.NotNull(memory), nameof(memory));
        if (!Guard.NotNull(state).IsFinite)
            return new(memory, double.NaN, StopReason.Diverged(state));

        var next = new RuleMemory[Count];
        var (value, reason) = Fold(memory.Parts.AsSpan(), next, state);
        if (reason is null && state.Stall != Stall.None)
            reason = StopReason.Stalled(state);
        // Where a run ends there may be no other measurement near, and its last state may be its best.
        return new(Own(next), value ?? (reason is null ? double.NaN : Measure(state)), reason);
    }

    /// <inheritdoc cref="Or"/>
    public static StopRule operator |(StopRule left, StopRule right) =>
        Guard.NotNull(left).Or(Guard.NotNull(right));

    /// <inheritdoc cref="And"/>
    public static StopRule operator &(StopRule left, StopRule right) =>
        Guard.NotNull(left).And(Guard.NotNull(right));

    /// <summary>How many rules are joined in it, and so how many vectors it remembers.</summary>
    internal abstract int Count { get; }

    /// <summary>Whether it measures itself what states are compared by.</summary>
    internal virtual bool Measures => false;

    /// <summary>What states are compared by, the lower the better.</summary>
    internal virtual double Measure(IState state) => state.Loss;

    /// <summary>The rule for states whose loss and gradient are those of a batch.</summary>
    internal virtual StopRule OfBatch() => this;

    /// <summary>Writes what it remembers before the first state.</summary>
    internal abstract void Begin(Span<RuleMemory> memory);

    /// <summary>Whether a memory of the right length could be this rule's.</summary>
    internal abstract bool Fits(ReadOnlySpan<RuleMemory> memory);

    /// <summary>Writes what it remembers after a state that is finite, and says what it says of it.</summary>
    internal abstract Verdict Fold(
        ReadOnlySpan<RuleMemory> memory, Span<RuleMemory> next, IState state);

    internal void CheckFits(StopMemory memory, string name)
    {
        if (memory.Parts.Length != Count || !Fits(memory.Parts.AsSpan()))
        {
            throw new ArgumentException(
                $"{name} holds {memory}, but this rule ({this}) reads what begins as {Init()}. Pass what the "
                + "same rule remembered, or one joined alike of the same kinds; or begin without a memory.",
                name);
        }
    }

    private static StopMemory Own(RuleMemory[] memory) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(memory));

    private static Threshold GradientLimit(double tolerance) => new(
        "gradient norm", Threshold.AtMost, Guard.NonNegative(tolerance), IsConvergence: true);

    private static ThresholdRule Proven(
        string metric,
        double tolerance,
        EmpiricalRisk of,
        IProximalPenalty? penalty,
        long every,
        Func<Certificate, double> measure)
    {
        Guard.NotNull(of);
        Guard.NonNegative(tolerance);
        Guard.AtLeast(every, 1L);
        var problem = DualProblem.Of(of, penalty);
        return new ThresholdRule(
            new(metric, Threshold.AtMost, tolerance, IsConvergence: true),
            state => state.Step % every == 0 ? measure(problem.At(state.Parameters)) : double.NaN);
    }

    private static EarlyStoppingRule Early(
        string name, Func<Vector, double> metric, int patience, double minDelta, long every) =>
        new(metric, Wait($"checks without a lower {name}", patience, minDelta), Guard.AtLeast(every, 1L));

    private static Waiting Wait(
        string metric,
        int patience,
        double minDelta,
        [CallerArgumentExpression(nameof(patience))] string name = "") => new(
        new(metric, Threshold.AtLeast, Guard.AtLeast(patience, 1, name)), Guard.NonNegative(minDelta));
}
