namespace Descent;

/// <summary>What <see cref="ProximalSearch"/> knows of its state.</summary>
/// <param name="Rate">η, the rate that the next step tries first.</param>
/// <param name="Optimality">‖x − prox(x − η ∇f(x))‖ / η, 0 exactly at a minimum of f + R.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record ProximalSearchMemory(double Rate, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Proximal gradient descent on <c>f(x) + R(w)</c> that finds its own rate.</summary>
/// <remarks>
/// <para><c>x ← prox_{η R}(x − η ∇f(x))</c>, η by <see cref="RateSearch"/>: no constant of the objective need
/// be known, and where f bends less the steps are longer (Beck, Teboulle 2009; Nesterov 2013). R is on the
/// weights, as in <see cref="ProximalGradient"/>, which has the rate given; of a set the run begins at the
/// point nearest to the start.</para>
/// <para>A step costs one evaluation for each rate it tries, most often one. <see cref="Fista"/> needs far
/// fewer steps, of two evaluations each, where the problem is ill conditioned; this is simpler, and every
/// state is what the objective was asked at.</para>
/// <para>The loss, f + R, falls at every step. Of convex f it is after k steps within
/// <c>‖x₀ − x*‖² / 2Σηᵢ</c> of its minimum, the sum over the rates of the steps taken, each at least
/// min(first, shrink / L); and with f μ-strongly convex the squared distance falls by <c>1 − ημ</c> at each
/// step. Near the minimum gradients decide what losses cannot tell, so that the optimality goes to the level
/// of rounding; a step that can do no better is stalled there.</para>
/// <para>A state whose parameters were changed is no longer whole: begin a new run from them.</para>
/// </remarks>
/// <param name="Penalty">R.</param>
/// <exception cref="ArgumentNullException"><paramref name="Penalty"/> is null.</exception>
public sealed record ProximalSearch(IProximalPenalty Penalty) : IMinimizer<ProximalSearchMemory>
{
    /// <summary>R.</summary>
    public IProximalPenalty Penalty { get; init => field = Guard.NotNull(value, nameof(Penalty)); } =
        Guard.NotNull(Penalty);

    /// <summary>How the rate is found.</summary>
    public RateSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<ProximalSearchMemory> Init(IObjective objective, Vector parameters)
    {
        var whole = Whole(objective);
        var start = whole.Inside(parameters);
        var evaluation = whole.Evaluate(start);
        var rate = whole.Visible(Search.First, start, evaluation.Gradient);
        return StateAt(whole, 0, start, evaluation, rate, 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<ProximalSearchMemory> Step(IObjective objective, State<ProximalSearchMemory> state)
    {
        var whole = Whole(objective);
        var memory = Guard.NotNull(state).Memory;
        var smooth = whole.SmoothOf(state);
        var step = Search.Step(whole, state.Parameters, smooth, whole.SizeOf(state), memory.Rate);
        var evaluations = state.Evaluations + step.Evaluations;
        if (step.Stall != Stall.None)
        {
            return state with
            {
                Step = state.Step + 1,
                Evaluations = evaluations,
                Memory = memory with { Stall = step.Stall },
            };
        }

        var evaluation = whole.WithPenalty(step.Smooth, step.Parameters);
        return StateAt(whole, state.Step + 1, step.Parameters, evaluation, step.NextRate, evaluations);
    }

    /// <summary>The name, R and the search.</summary>
    public override string ToString() => Guard.Text($"ProximalSearch({Penalty}, {Search})");

    private Composite Whole(IObjective objective) => new(Guard.NotNull(objective), Penalty);

    private static State<ProximalSearchMemory> StateAt(
        Composite whole, long step, Vector parameters, Evaluation evaluation, double rate, long evaluations)
    {
        var optimality = whole.Optimality(parameters, evaluation.Gradient, rate);
        return new(step, parameters, evaluation, new(rate, optimality), evaluations);
    }
}
