namespace Descent.Linq;

/// <summary>Branching a run.</summary>
public static class ForkExtensions
{
    /// <summary>
    /// A run that leaves another at a step and goes on with another optimizer, or another rate.
    /// </summary>
    /// <remarks>
    /// <para>Its first state is that of the run at <paramref name="at"/>: step, parameters, counts. An
    /// optimizer whose memory is of the run's type goes on from the run's memory, so that <c>run.Fork(100,
    /// momentum with { Rate = 0.01 })</c> changes the rate alone, and the same optimizer again gives the same
    /// run; another begins with its own, made there by <see cref="IOptimizer{TMemory}.Init"/>. A schedule
    /// goes on at that step.</para>
    /// <para>Lazy as the run is: each enumeration takes the steps up to the branch first. To branch often,
    /// keep the state and <c>Resume</c> it.</para>
    /// </remarks>
    /// <param name="run">The run to leave.</param>
    /// <param name="at">
    /// Where: the first state whose step is at least this; one before that is not finite ends both, and
    /// one from which the run's minimizer can go no further is where the other goes on.
    /// </param>
    /// <param name="optimizer">What goes on.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is negative.</exception>
    public static Training<TOtherMemory> Fork<TMemory, TOtherMemory>(
        this Training<TMemory> run, long at, IOptimizer<TOtherMemory> optimizer)
    {
        Guard.NotNull(run);
        Guard.AtLeast(at, 0L);
        Guard.NotNull(optimizer);
        return MinimizeExtensions.Run(() => Start(run.At(at), run, optimizer), optimizer, run.Objective);
    }

    /// <summary>A run that leaves another at a step and goes on with a minimizer.</summary>
    /// <remarks>
    /// The minimizer begins at the parameters with one evaluation
    /// or more of its own; step and evaluations count on.
    /// </remarks>
    /// <param name="run">The run to leave; not on a stochastic objective.</param>
    /// <param name="at">
    /// Where: the first state whose step is at least this; one before that is not finite ends both, and
    /// one from which the run's minimizer can go no further is where the other goes on.
    /// </param>
    /// <param name="minimizer">What goes on.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// The run's objective is stochastic, or not of the kind that the minimizer asks for.
    /// </exception>
    public static Training<TOtherMemory> Fork<TObjective, TMemory, TOtherMemory>(
        this Training<TMemory> run, long at, IMinimizer<TObjective, TOtherMemory> minimizer)
        where TObjective : class, IObjective
    {
        Guard.NotNull(run);
        Guard.AtLeast(at, 0L);
        Guard.NotNull(minimizer);
        var objective = Demanded<TObjective>(
            MinimizeExtensions.Deterministic(run.Objective), nameof(minimizer));
        return MinimizeExtensions.Run(() => Start(run.At(at), objective, minimizer), minimizer, objective);
    }

    private static TObjective Demanded<TObjective>(IObjective objective, string name)
        where TObjective : class, IObjective =>
        objective is TObjective demanded
            ? demanded
            : throw new ArgumentException(
                $"{name} asks for {typeof(TObjective).Name}, but the run's objective is "
                + $"{objective.GetType().Name}; fork to one that does with what there is.",
                name);

    private static State<TOtherMemory> Start<TObjective, TMemory, TOtherMemory>(
        State<TMemory> state, TObjective objective, IMinimizer<TObjective, TOtherMemory> minimizer)
        where TObjective : class, IObjective
    {
        var start = minimizer.Init(objective, state.Parameters);
        return start with { Step = state.Step, Evaluations = state.Evaluations + start.Evaluations };
    }

    private static State<TOtherMemory> Start<TMemory, TOtherMemory>(
        State<TMemory> state, Training<TMemory> run, IOptimizer<TOtherMemory> optimizer)
    {
        var memory = state is State<TOtherMemory> same ? same.Memory : optimizer.Init(state.Parameters);
        var start = new State<TOtherMemory>(
            state.Step, state.Parameters, state.Evaluation, memory, state.Evaluations);
        // What a minimizer's states tell may be of more than the objective: a penalty's part, say.
        return run.IsOptimizers ? start : start.EvaluatedOn(run.Objective);
    }
}
