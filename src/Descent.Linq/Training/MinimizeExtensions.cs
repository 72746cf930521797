namespace Descent.Linq;

/// <summary>Minimizing: from a rule, an objective and a start to the lazy sequence of states.</summary>
public static class MinimizeExtensions
{
    /// <summary>The training run of an optimizer on an objective.</summary>
    /// <param name="optimizer">The rule of a step.</param>
    /// <param name="objective">What is minimized.</param>
    /// <param name="from">Where it starts: finite, one entry per parameter.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="from"/> has not the objective's dimension, or an entry is not finite.
    /// </exception>
    public static Training<TMemory> Minimize<TMemory>(
        this IOptimizer<TMemory> optimizer, IObjective objective, Vector from)
    {
        Guard.NotNull(optimizer);
        Optimizer.CheckStart(Guard.NotNull(objective), from);
        return Run(() => optimizer.Init(objective, from), optimizer, objective);
    }

    /// <summary>The training run of an optimizer that sees a sample of the objective at each step.</summary>
    /// <remarks>The state of step k holds loss and gradient of the sample <c>objective.At(k)</c>.</remarks>
    /// <inheritdoc cref="Minimize{TMemory}(IOptimizer{TMemory}, IObjective, Vector)"/>
    public static Training<TMemory> Minimize<TMemory>(
        this IOptimizer<TMemory> optimizer, IStochasticObjective objective, Vector from) =>
        Minimize(optimizer, (IObjective)objective, from);

    /// <summary>The run of a minimizer on an objective.</summary>
    /// <param name="minimizer">The rule of a step, which may ask the objective.</param>
    /// <param name="objective">What is minimized; of the kind that it asks for, and not stochastic.</param>
    /// <param name="from">Where it starts: finite, one entry per parameter.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The objective is stochastic, or <paramref name="from"/> has not its dimension or is not finite.
    /// </exception>
    public static Training<TMemory> Minimize<TObjective, TMemory>(
        this IMinimizer<TObjective, TMemory> minimizer, TObjective objective, Vector from)
        where TObjective : class, IObjective
    {
        Guard.NotNull(minimizer);
        Optimizer.CheckStart(Deterministic(objective), from);
        return Run(() => minimizer.Init(objective, from), minimizer, objective);
    }

    /// <summary>The rest of an optimizer's run, from one of its states on.</summary>
    /// <remarks>The first state of the sequence is <paramref name="at"/> itself; the others are those the run
    /// it comes from would have had, bit for bit.</remarks>
    /// <param name="optimizer">The rule of a step.</param>
    /// <param name="objective">What is minimized.</param>
    /// <param name="at">The state to go on from.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The state has not the objective's dimension.</exception>
    public static Training<TMemory> Resume<TMemory>(
        this IOptimizer<TMemory> optimizer, IObjective objective, State<TMemory> at)
    {
        Guard.NotNull(optimizer);
        CheckState(Guard.NotNull(objective), at);
        return Run(() => at, optimizer, objective);
    }

    /// <summary>The rest of a stochastic run, from one of its states on.</summary>
    /// <inheritdoc cref="Resume{TMemory}(IOptimizer{TMemory}, IObjective, State{TMemory})"/>
    public static Training<TMemory> Resume<TMemory>(
        this IOptimizer<TMemory> optimizer, IStochasticObjective objective, State<TMemory> at) =>
        Resume(optimizer, (IObjective)objective, at);

    /// <summary>The rest of a minimizer's run, from one of its states on.</summary>
    /// <param name="minimizer">The rule of a step, which may ask the objective.</param>
    /// <param name="objective">What is minimized; of the kind that it asks for, and not stochastic.</param>
    /// <param name="at">The state to go on from.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The objective is stochastic, or the state has not its dimension.
    /// </exception>
    public static Training<TMemory> Resume<TObjective, TMemory>(
        this IMinimizer<TObjective, TMemory> minimizer, TObjective objective, State<TMemory> at)
        where TObjective : class, IObjective
    {
        Guard.NotNull(minimizer);
        CheckState(Deterministic(objective), at);
        return Run(() => at, minimizer, objective);
    }

    internal static Training<TMemory> Run<TMemory>(
        Func<State<TMemory>> start, IOptimizer<TMemory> optimizer, IObjective objective) =>
        new(
            start,
            state => optimizer.Step(objective, state),
            (state, steps) => Optimizer.Skip(optimizer, objective, state, steps),
            objective,
            isOptimizers: true);

    internal static Training<TMemory> Run<TObjective, TMemory>(
        Func<State<TMemory>> start, IMinimizer<TObjective, TMemory> minimizer, TObjective objective)
        where TObjective : class, IObjective =>
        new(start, state => minimizer.Step(objective, state), (_, _) => null, objective, isOptimizers: false);

    internal static TObjective Deterministic<TObjective>(TObjective objective)
        where TObjective : class, IObjective =>
        Guard.NotNull(objective) is IStochasticObjective
            ? throw new ArgumentException(
                "objective is stochastic; a minimizer compares losses at several points, which the noise "
                + "of a sample misleads. Pass the full objective (for mini-batches, their Risk).",
                nameof(objective))
            : objective;

    private static void CheckState<TMemory>(IObjective objective, State<TMemory> at)
    {
        Guard.SameLength(
            Guard.NotNull(at).Parameters.Count,
            objective.Dimension,
            "the objective",
            $"{nameof(at)}.Parameters");
        Guard.SameLength(
            at.Gradient.Count, objective.Dimension, "the objective", $"{nameof(at)}.Gradient");
    }
}
