namespace Descent;

/// <summary>What <see cref="SteepestDescent"/> remembers.</summary>
/// <param name="Last">What is known of the last step.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record SteepestDescentMemory(LastStep Last, Stall Stall) : IStall
{
    /// <inheritdoc/>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Gradient descent whose rate is searched for at every step.</summary>
/// <remarks>
/// <para><c>x ← x − t ∇f(x)</c>, t by a line search (Cauchy 1847). The first t tried is that of Barzilai and
/// Borwein (1988), <c>sᵀs / sᵀy</c> of the last step s and its change of gradient y; at the start, a step of
/// length min(1, ‖∇f‖).</para>
/// <para>No rate to choose, and the loss never rises. Where a search finds nothing the run ends, and says why
/// (<see cref="IStall"/>). <see cref="LBfgs"/> with no memory takes the same steps, and with some far fewer:
/// this one is for lessons and comparisons.</para>
/// <para>A step costs one evaluation, mostly, and a few passes over the parameters.</para>
/// </remarks>
/// <param name="Search">
/// How far to go; <see cref="Armijo"/> where null, which leaves steps of Barzilai and Borwein as they are: a
/// search that asks more of each step may take many times as many.
/// </param>
public sealed record SteepestDescent(ILineSearch? Search = null) : IMinimizer<SteepestDescentMemory>
{
    /// <summary>How far to go.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } =
        Search ?? new Armijo();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<SteepestDescentMemory> Init(IObjective objective, Vector parameters) =>
        Descending.Start(objective, parameters, _ => new SteepestDescentMemory(default, Stall.None));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<SteepestDescentMemory> Step(IObjective objective, State<SteepestDescentMemory> state)
    {
        Guard.NotNull(objective);
        var step = Descending.From(
            Search, objective, Guard.NotNull(state), state.Memory.Last, direction: null);
        return step.After(state, new SteepestDescentMemory(step.Last, step.Stall));
    }
}
