namespace Descent;

/// <summary>What <see cref="Saga"/> remembers.</summary>
/// <param name="Slopes">∂ℓ/∂score of each row, as it was when the row was seen last.</param>
/// <param name="Rate">η of the next pass.</param>
/// <param name="Optimality">‖x − prox(x − η ∇f(x))‖ / η, 0 exactly at a minimum of f + R.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record SagaMemory(Vector Slopes, double Rate, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Stochastic gradients that become exact: a table keeps the slope of every row.</summary>
/// <remarks>
/// <para>A step is a pass: N rows drawn with replacement, each with <c>x ← prox_{η R}(x − η (∇fᵢ(x) −
/// tᵢ x̃ᵢ + mean of tⱼ x̃ⱼ));  tᵢ ← ℓ′ᵢ</c>. The gradient is right in the mean, and its noise vanishes at the
/// minimum, so a constant rate leads there, linearly where f is strongly convex (Defazio, Bach,
/// Lacoste-Julien 2014). Of a linear model a row's gradient is a multiple of the row, so that the table is
/// one number a row. f is the risk, with its weights and its own smooth penalty, which is followed exactly; R
/// is on the weights without the bias.</para>
/// <para>A step costs two evaluations, N gradients of rows being one: the pass, and the loss and gradient of
/// the state; the start costs two as well. To it comes a sum over the rows that evaluates nothing: the mean
/// is made anew from the table, so that rounding does not pile up.</para>
/// <para>For many rows, when a few digits are enough or the condition is good: then few passes do. Which rows
/// are drawn is a function of seed and step, and threads change no bit.</para>
/// <para>L is <c>cᵢ sup ℓ″ ‖x̃ᵢ‖² N / Σ c</c> of the greatest row, x̃ with the 1 of the bias, and the bound
/// of the risk's penalty. Scale the features, or one long row makes all steps short.</para>
/// <para>The loss need not fall at every pass. A state whose parameters were changed is no longer whole:
/// begin a new run from them.</para>
/// </remarks>
/// <param name="Penalty">R; null for none.</param>
/// <param name="Rate">η; null for 1 / 3L, L the greatest curvature that any one row may have.</param>
/// <param name="Seed">What the rows are drawn by.</param>
public sealed record Saga(IProximalPenalty? Penalty = null, LearningRate? Rate = null, Seed Seed = default)
    : IMinimizer<EmpiricalRisk, SagaMemory>
{
    private const double SafeShare = 1.0 / 3;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// No rate is given, and loss or penalty have no curvature bound.
    /// </exception>
    public State<SagaMemory> Init(EmpiricalRisk objective, Vector parameters)
    {
        var sum = new FiniteSum(Guard.NotNull(objective), Penalty);
        var start = sum.Whole.Inside(parameters);
        var rate = Rate?.At(0) ?? sum.SafeRate(SafeShare);
        return StateAt(sum, 0, start, objective.SlopesAt(start), rate, evaluations: 2);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The table has not one slope for each row.</exception>
    public State<SagaMemory> Step(EmpiricalRisk objective, State<SagaMemory> state)
    {
        var sum = new FiniteSum(Guard.NotNull(objective), Penalty);
        var memory = Guard.NotNull(state).Memory;
        Guard.SameLength(memory.Slopes.Count, objective.Data.Count, "the data", "state.Memory.Slopes");
        if (memory.Optimality is 0)
            return state with { Step = state.Step + 1, Memory = memory with { Stall = Stall.Stationary } };

        var table = memory.Slopes.AsSpan().ToArray();
        var (average, draws) = (sum.Average(table), Seed.Derive(state.Step));
        var end = sum.Walk(state.Parameters, average, table, true, memory.Rate, draws, passes: 1);
        var rate = Rate?.At(state.Step + 1) ?? memory.Rate;
        return StateAt(sum, state.Step + 1, end, table, rate, state.Evaluations + 2);
    }

    /// <summary>The name and the settings.</summary>
    public override string ToString() =>
        Guard.Text($"Saga({Penalty as object ?? "no penalty"}, {Rate as object ?? "1 / 3L"}, seed {Seed})");

    private static State<SagaMemory> StateAt(
        FiniteSum sum, long step, Vector parameters, double[] table, double rate, long evaluations)
    {
        var evaluation = sum.Whole.Evaluate(parameters);
        var optimality = sum.Whole.Optimality(parameters, evaluation.Gradient, rate);
        return new(step, parameters, evaluation, new(Vector.Own(table), rate, optimality), evaluations);
    }
}
