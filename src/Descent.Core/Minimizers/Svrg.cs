namespace Descent;

/// <summary>What <see cref="Svrg"/> remembers.</summary>
/// <param name="Rate">η of the next step.</param>
/// <param name="Optimality">‖x − prox(x − η ∇f(x))‖ / η, 0 exactly at a minimum of f + R.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record SvrgMemory(double Rate, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Stochastic gradients, their noise reduced by the full gradient at the step's beginning.</summary>
/// <remarks>
/// <para>A step begins at x̂ with its full gradient, which the state has, and follows 2N rows drawn with
/// replacement: <c>x ← prox_{η R}(x − η (∇fᵢ(x) − ∇fᵢ(x̂) + ∇f(x̂)))</c>. It ends at the last x, whose zeros
/// are exact, and not at the mean (Johnson, Zhang 2013, option I; with R: Xiao, Zhang 2014). The noise
/// vanishes at the minimum, so a constant rate leads there, linearly where f is strongly convex. f is the
/// risk, with its weights and its own smooth penalty, which is followed exactly; R is on the weights without
/// the bias.</para>
/// <para>A step costs <c>passes + 2</c> evaluations, N gradients of rows being one: the rows followed, the
/// slopes of all rows at x̂, and loss and gradient of the state where it ends. The start costs one.</para>
/// <para>Like <see cref="Saga"/>, with no memory but the state: where a table of one number a row is too
/// much, or a state shall be small. Which rows are drawn is a function of seed and step, and threads change
/// no bit.</para>
/// <para>L is <c>cᵢ sup ℓ″ ‖x̃ᵢ‖² N / Σ c</c> of the greatest row, x̃ with the 1 of the bias, and the bound
/// of the risk's penalty. Scale the features, or one long row makes all steps short.</para>
/// <para>The loss need not fall at every step. A state whose parameters were changed is no longer whole:
/// begin a new run from them.</para>
/// </remarks>
/// <param name="Penalty">R; null for none.</param>
/// <param name="Rate">η; null for 1 / 4L, L the greatest curvature that any one row may have.</param>
/// <param name="Seed">What the rows are drawn by.</param>
/// <param name="Passes">How many times N rows a step follows, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Passes"/> is less than 1.</exception>
public sealed record Svrg(
    IProximalPenalty? Penalty = null, LearningRate? Rate = null, Seed Seed = default, int Passes = 2)
    : IMinimizer<EmpiricalRisk, SvrgMemory>
{
    private const double SafeShare = 1.0 / 4;

    /// <summary>How many times N rows a step follows.</summary>
    public int Passes { get; init => field = Guard.AtLeast(value, 1, nameof(Passes)); } =
        Guard.AtLeast(Passes, 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// No rate is given, and loss or penalty have no curvature bound.
    /// </exception>
    public State<SvrgMemory> Init(EmpiricalRisk objective, Vector parameters)
    {
        var sum = new FiniteSum(Guard.NotNull(objective), Penalty);
        var rate = Rate?.At(0) ?? sum.SafeRate(SafeShare);
        return StateAt(sum, 0, sum.Whole.Inside(parameters), rate, evaluations: 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<SvrgMemory> Step(EmpiricalRisk objective, State<SvrgMemory> state)
    {
        var sum = new FiniteSum(Guard.NotNull(objective), Penalty);
        var (x, memory) = (Guard.NotNull(state).Parameters, state.Memory);
        if (memory.Optimality is 0)
            return state with { Step = state.Step + 1, Memory = memory with { Stall = Stall.Stationary } };

        var average = sum.WithoutPenalty(x, state.Gradient);
        var (table, draws) = (objective.SlopesAt(x), Seed.Derive(state.Step));
        var end = sum.Walk(x, average, table, false, memory.Rate, draws, Passes);
        var rate = Rate?.At(state.Step + 1) ?? memory.Rate;
        return StateAt(sum, state.Step + 1, end, rate, state.Evaluations + Passes + 2);
    }

    /// <summary>The name and the settings.</summary>
    public override string ToString() =>
        Guard.Text($"Svrg({Penalty as object ?? "no penalty"}, {Rate as object ?? "1 / 4L"}, seed {Seed}, ")
        + Guard.Text($"{Passes} passes)");

    private static State<SvrgMemory> StateAt(
        FiniteSum sum, long step, Vector parameters, double rate, long evaluations)
    {
        var evaluation = sum.Whole.Evaluate(parameters);
        var optimality = sum.Whole.Optimality(parameters, evaluation.Gradient, rate);
        return new(step, parameters, evaluation, new(rate, optimality), evaluations);
    }
}
