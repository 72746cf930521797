namespace Descent;

/// <summary>
/// Coordinate descent for squared and logistic losses with L1, elastic-net and ridge penalties.
/// </summary>
/// <remarks>
/// <para>Minimizes <c>f(w, b) + R(w)</c>, f an <see cref="EmpiricalRisk"/> of <see cref="Loss.Squared"/>,
/// <see cref="Loss.HalfSquared"/> or <see cref="Loss.Logistic"/>, perhaps with an <see cref="L2"/> penalty of
/// its own. A step is one outer round: the second-order model of f at the state is minimized, with R, over a
/// working set of weights and the bias, and the way there is shortened until f + R falls. For a squared loss
/// the model is f itself.</para>
/// <para>The model is minimized by cycles over the weights,
/// <c>wⱼ ← soft(Gⱼⱼ wⱼ − gⱼ, l₁ⱼ) / (Gⱼⱼ + l₂ⱼ)</c> (Friedman, Hastie, Tibshirani 2010), on the small Gram
/// matrix G of the working set, from which the free bias is eliminated; where signs no longer change, by a
/// Newton step on the weights that are not 0 (Lee, Battle, Raina, Ng 2007). The working set is what is not 0
/// and what violates optimality most (Massias, Gramfort, Salmon 2018), but for what the duality gap of a
/// squared loss proves to be 0 (gap-safe screening: Ndiaye, Fercoq, Gramfort, Salmon 2017).</para>
/// <para>Every state has a certificate, <c>state.Memory.Gap</c>, see <see cref="DualityGap"/>. The loss of a
/// state is the whole objective, its gradient that of f, its optimality the norm of the least subgradient.
/// Loss and certificate are within rounding after few steps; a step that can no longer lower the loss is the
/// last, and says so by its <see cref="Stall"/>.</para>
/// <para>Product sums of features are remembered beside the data, up to 1024 features, so that later steps
/// and runs, as on a path, need not take them again; this changes no bit. Evaluations of f are counted;
/// passes for product sums and certificates are not. Threads:
/// <see cref="Risk.MaxDegreeOfParallelism"/>.</para>
/// </remarks>
/// <param name="Penalty">R: <see cref="L1"/>, <see cref="ElasticNet"/>, or null for none.</param>
/// <exception cref="ArgumentException"><paramref name="Penalty"/> is of another kind.</exception>
public sealed record CoordinateDescent(IProximalPenalty? Penalty = null)
    : IMinimizer<EmpiricalRisk, CoordinateMemory>
{
    /// <summary>R: <see cref="L1"/>, <see cref="ElasticNet"/>, or null for none.</summary>
    public IProximalPenalty? Penalty { get; init => field = Known(value, nameof(Penalty)); } =
        Known(Penalty, nameof(Penalty));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is none of those above, or there is not one factor per weight.
    /// </exception>
    public State<CoordinateMemory> Init(EmpiricalRisk objective, Vector parameters) =>
        CoordinateRound.Of(Guard.NotNull(objective), Penalty).Start(parameters);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is none of those above, or there is not one factor per weight.
    /// </exception>
    public State<CoordinateMemory> Step(EmpiricalRisk objective, State<CoordinateMemory> state)
    {
        Guard.NotNull(state);
        return CoordinateRound.Of(Guard.NotNull(objective), Penalty).Step(state);
    }

    /// <summary>The name and R.</summary>
    public override string ToString() => $"CoordinateDescent({Penalty?.ToString() ?? ""})";

    private static IProximalPenalty? Known(IProximalPenalty? penalty, string name) =>
        penalty is null or L1 or ElasticNet ? penalty : throw new ArgumentException(
            $"CoordinateDescent takes the penalties L1 and ElasticNet, or none; this is {penalty}. "
            + "ProximalGradient takes any.",
            name);
}
