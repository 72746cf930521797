namespace Descent;

/// <summary>What <see cref="ProximalGradient"/> knows of its state.</summary>
/// <param name="Optimality">‖x − prox(x − η ∇f(x))‖ / η, 0 exactly at a minimum of f + R.</param>
public sealed record ProximalMemory(double Optimality) : IOptimality;

/// <summary>
/// Proximal gradient descent on <c>f(x) + R(w)</c>: a step along f, then the proximal map of R.
/// </summary>
/// <remarks>
/// <para><c>x ← prox_{η R}(x − η ∇f(x))</c>, R on the weights: of a <see cref="Risk"/> with biases,
/// they follow the gradient alone; of any other objective every parameter is a weight. Known as ISTA
/// (Daubechies, Defrise, De Mol 2004; Beck, Teboulle 2009).</para>
/// <para>The loss of a state is the whole objective, f + R; its gradient is that of f; its optimality is the
/// length of the next step over the rate, which is ‖∇f‖ where R is 0. With η ≤ 1 / L the loss falls at every
/// step, and <c>f + R</c> after k steps is within <c>‖x₀ − x*‖² / (2 η k)</c> of its minimum.</para>
/// <para>With a set as penalty it is projected gradient descent (Goldstein 1964), and begins at the point of
/// the set nearest to the start.</para>
/// <para>A state whose parameters were changed is no longer whole: begin a new run from them.</para>
/// </remarks>
/// <param name="Rate">η; a number, or a <see cref="LearningRate"/>.</param>
/// <param name="Penalty">R.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public sealed record ProximalGradient(LearningRate Rate, IProximalPenalty Penalty)
    : IMinimizer<ProximalMemory>
{
    /// <summary>η.</summary>
    public LearningRate Rate { get; init => field = Guard.NotNull(value, nameof(Rate)); } =
        Guard.NotNull(Rate);

    /// <summary>R.</summary>
    public IProximalPenalty Penalty { get; init => field = Guard.NotNull(value, nameof(Penalty)); } =
        Guard.NotNull(Penalty);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<ProximalMemory> Init(IObjective objective, Vector parameters) =>
        StateAt(Whole(objective), 0, Whole(objective).Inside(parameters), evaluations: 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<ProximalMemory> Step(IObjective objective, State<ProximalMemory> state)
    {
        var whole = Whole(objective);
        var rate = Rate.At(Guard.NotNull(state).Step);
        var next = whole.Next(state.Parameters, state.Gradient, rate);
        return StateAt(whole, state.Step + 1, next, state.Evaluations + 1);
    }

    /// <summary>The name, η and R.</summary>
    public override string ToString() => Guard.Text($"ProximalGradient({Rate}, {Penalty})");

    private Composite Whole(IObjective objective) => new(Guard.NotNull(objective), Penalty);

    private State<ProximalMemory> StateAt(
        Composite whole, long step, Vector parameters, long evaluations)
    {
        var evaluation = whole.Evaluate(parameters);
        var optimality = whole.Optimality(parameters, evaluation.Gradient, Rate.At(step));
        return new(step, parameters, evaluation, new(optimality), evaluations);
    }
}
