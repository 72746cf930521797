namespace Descent;

/// <summary>What <see cref="Bfgs"/> remembers.</summary>
/// <param name="Inverse">H; null before the first step that told of the second derivatives.</param>
/// <param name="Last">What is known of the last step.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record BfgsMemory(InverseHessian? Inverse, LastStep Last, Stall Stall) : IStall
{
    /// <inheritdoc/>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Quasi-Newton descent that learns the inverse of the Hessian from its own steps.</summary>
/// <remarks>
/// <para><c>x ← x − t H ∇f(x)</c>, t by a line search that tries 1 first. After a step s that changed the
/// gradient by y, H becomes the matrix nearest to it with <c>H y = s</c> (Broyden, Fletcher, Goldfarb, Shanno
/// 1970): positive definite as long as sᵀy is positive, and left as it is where that is not safely so. The
/// first H is <c>(sᵀy / yᵀy) I</c> of the first step (Shanno, Phua 1978), which goes against the
/// gradient.</para>
/// <para>A quadratic of n parameters searched exactly ends within n steps, and then H is the inverse of its
/// Hessian. Near a minimum it converges faster than any geometric rate (Dennis, Moré 1974).</para>
/// <para>The first choice for a smooth objective with up to a few hundred parameters that knows no second
/// derivatives. A step costs one evaluation, mostly, and 3 passes over the n² numbers that a state
/// keeps.</para>
/// <para>Where the direction does not lead down or its search fails, H is forgotten and the step goes against
/// the gradient; the run ends where that fails too (<see cref="IStall"/>).</para>
/// </remarks>
/// <param name="Search">How far to go; <see cref="StrongWolfe"/> where null.</param>
public sealed record Bfgs(ILineSearch? Search = null) : IMinimizer<BfgsMemory>
{
    /// <summary>How far to go.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } =
        Search ?? new StrongWolfe();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<BfgsMemory> Init(IObjective objective, Vector parameters) =>
        Descending.Start(objective, parameters, _ => new BfgsMemory(null, default, Stall.None));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<BfgsMemory> Step(IObjective objective, State<BfgsMemory> state)
    {
        Guard.NotNull(objective);
        var memory = Guard.NotNull(state).Memory;
        var direction = memory.Inverse is { } inverse ? inverse.Times(-state.Gradient) : default(Vector?);
        var step = Descending.From(Search, objective, state, memory.Last, direction, first: 1);
        return step.After(state, new BfgsMemory(InverseAfter(state, step), step.Last, step.Stall));
    }

    private static InverseHessian? InverseAfter(State<BfgsMemory> state, Descending step)
    {
        var kept = step.IsReset ? null : state.Memory.Inverse;
        if (step.Stall != Stall.None || CurvaturePair.Between(state, step.Point) is not { } pair)
            return kept;
        return (kept ?? InverseHessian.Scaled(state.Parameters.Count, pair.Scale)).After(pair);
    }
}
