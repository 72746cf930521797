namespace Descent;

/// <summary>L-BFGS within bounds: a limited-memory quasi-Newton method for <c>l ≤ x ≤ u</c>.</summary>
/// <remarks>
/// <para>A model of f, <c>g·z + ½ z·B z</c> with B from the last pairs <c>s = xₖ₊₁ − xₖ</c> and
/// <c>y = gₖ₊₁ − gₖ</c>, is followed along the projected gradient to its first minimum, the generalized
/// Cauchy point; the bounds that are met there hold, and the model is minimized over the other coordinates.
/// A line search goes there, and beyond up to the next bound (Byrd, Lu, Nocedal, Zhu 1995; the projection of
/// Morales and Nocedal 2011).</para>
/// <para>Every state is within the bounds, to the bit; a start outside is projected. Bounds may be infinite,
/// or equal, which fixes a parameter. Of a <see cref="Risk"/> they hold for the weights, in the order of a
/// penalty, and the biases are free, as in <see cref="ProximalGradient"/>; of any other objective for all
/// parameters. Without bounds it is L-BFGS.</para>
/// <para><see cref="IState.Optimality"/> is <c>‖x − P(x − ∇f(x))‖</c>: 0 exactly where the conditions of
/// Karush, Kuhn and Tucker hold. The loss of a state is never above the lowest of the run by more than
/// rounding. A pair is left out unless s·y is safely positive. Where no step along the model is accepted, the
/// pairs are forgotten and the projected gradient is tried; where that fails, too, or <see cref="Patience"/>
/// steps in a row have found neither a lower loss nor a lower optimality, the run is stalled, and ends at its
/// best state.</para>
/// </remarks>
/// <param name="Bounds">l and u: one pair for all, or one for each.</param>
/// <param name="MemoryLength">How many pairs are remembered, at least 0; 3 to 20 are usual.</param>
/// <param name="Search">The line search; <see cref="StrongWolfe"/> where null.</param>
/// <exception cref="ArgumentNullException"><paramref name="Bounds"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="MemoryLength"/> is negative.</exception>
public sealed record LBfgsB(Box Bounds, int MemoryLength = 10, ILineSearch? Search = null)
    : IMinimizer<LBfgsBMemory>
{
    /// <summary>How many steps in a row may find neither a lower loss nor a lower optimality.</summary>
    /// <remarks>
    /// Where rounding hides the loss, the optimality of a quasi-Newton method falls, but not at every step.
    /// </remarks>
    public const int Patience = 20;

    /// <summary>l and u.</summary>
    public Box Bounds { get; init => field = Guard.NotNull(value, nameof(Bounds)); } = Guard.NotNull(Bounds);

    /// <summary>How many pairs are remembered, at least 0.</summary>
    public int MemoryLength { get; init => field = Guard.AtLeast(value, 0, nameof(MemoryLength)); } =
        Guard.AtLeast(MemoryLength, 0);

    /// <summary>The line search.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } =
        Search ?? new StrongWolfe();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">The bounds are for another number of weights.</exception>
    public State<LBfgsBMemory> Init(IObjective objective, Vector parameters)
    {
        var bounds = ParameterBounds.Of(Guard.NotNull(objective), Bounds);
        Guard.SameLength(parameters.Count, objective.Dimension, "the objective", nameof(parameters));
        var inside = bounds.Project(parameters);
        var evaluation = Objective.Evaluate(objective, inside);
        var optimality = bounds.ProjectedGradient(inside, evaluation.Gradient).Norm;
        return new(0, inside, evaluation, LBfgsBMemory.At(inside, evaluation, optimality), 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The bounds are for another number of weights.</exception>
    public State<LBfgsBMemory> Step(IObjective objective, State<LBfgsBMemory> state)
    {
        var bounds = ParameterBounds.Of(Guard.NotNull(objective), Bounds);
        if (!Guard.NotNull(state).IsFinite)
            return Stalled(state, Stall.NotFinite, 0);
        var projected = bounds.ProjectedGradient(state.Parameters, state.Gradient);
        if (projected.NormInf is 0)
            return Stalled(state, Stall.Stationary, 0);

        var rate = state.Memory.Pairs.IsEmpty
            ? Descending.FirstStep(projected, slope: 0, last: default)
            : state.Memory.Pairs[^1].Scale;
        rate = Descending.Moving(rate, state.Parameters, -projected);
        var plain = new Attempt(
            state with { Memory = state.Memory.WithoutPairs() },
            bounds.Project(state.Parameters.Descend(rate, state.Gradient)));
        if (state.Memory.Pairs.IsEmpty)
            return Ended(objective, bounds, plain, 0);

        var model = new Attempt(
            state, SubspaceMinimum.Of(state.Memory, bounds, state.Parameters, state.Gradient));
        var found = Found(objective, bounds, model);
        return found.IsAccepted
            ? Moved(bounds, model.From, found, state.Evaluations)
            : Ended(objective, bounds, plain, found.Evaluations);
    }

    /// <summary>The name, the bounds and the memory's length.</summary>
    public override string ToString() => Guard.Text($"LBfgsB({Bounds}, {MemoryLength})");

    /// <summary>The state after the last attempt of a step: what it found, or the stall.</summary>
    private State<LBfgsBMemory> Ended(
        IObjective objective, ParameterBounds bounds, Attempt attempt, int spent)
    {
        var found = Found(objective, bounds, attempt);
        if (!found.IsAccepted && !(found.Point.Loss < attempt.From.Loss))
            return Stalled(attempt.From, found.Stall, spent + found.Evaluations);

        // A lower point is taken though the search wanted more of it.
        var moved = Moved(bounds, attempt.From, found, attempt.From.Evaluations + spent);
        return found.Stall == Stall.Unbounded
            ? moved with { Memory = moved.Memory with { Stall = Stall.Unbounded } }
            : moved;
    }

    private LineSearchResult Found(IObjective objective, ParameterBounds bounds, Attempt attempt)
    {
        var parameters = attempt.From.Parameters;
        var way = bounds.Way(parameters, attempt.Target);
        var line = Line.From(
            new BoundedObjective(objective, bounds), parameters, attempt.From.Evaluation, way);
        if (way.NormInf is 0 || !way.IsFinite)
            return new(line.Origin, way.IsFinite ? Stall.NoLowerLoss : Stall.NotFinite, 0);

        // A few roundings beyond the next bound, as the way is: the projection brings it back to the bound.
        var longest = bounds.LongestStep(parameters, way) * (1 + (4 * MachineEpsilon.Value));
        return Search.Search(line, 1, Math.Max(1, longest));
    }

    private State<LBfgsBMemory> Moved(
        ParameterBounds bounds, State<LBfgsBMemory> from, LineSearchResult found, long evaluations)
    {
        var evaluation = found.Point.Evaluation;
        var parameters = bounds.Project(found.Point.Parameters);
        var optimality = bounds.ProjectedGradient(parameters, evaluation.Gradient).Norm;
        var pair = CurvaturePair.Between(from, found.Point with { Parameters = parameters });
        var memory = from.Memory.With(pair, MemoryLength).After(parameters, evaluation, optimality);
        var next = new State<LBfgsBMemory>(
            from.Step + 1, parameters, evaluation, memory, evaluations + found.Evaluations);
        return memory.Idle < Patience ? next : AtBest(next, Stall.NoLowerLoss);
    }

    private static State<LBfgsBMemory> Stalled(State<LBfgsBMemory> state, Stall stall, int evaluations) =>
        AtBest(
            state with { Step = state.Step + 1, Evaluations = state.Evaluations + evaluations }, stall);

    private static State<LBfgsBMemory> AtBest(State<LBfgsBMemory> state, Stall stall) => state with
    {
        Parameters = state.Memory.Best,
        Evaluation = state.Memory.BestEvaluation,
        Memory = state.Memory with { Optimality = state.Memory.BestOptimality, Stall = stall },
    };

    /// <summary>A search from a state towards a point within the bounds.</summary>
    private sealed record Attempt(State<LBfgsBMemory> From, Vector Target);
}
