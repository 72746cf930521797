namespace Descent;

/// <summary>What <see cref="Newton"/> remembers.</summary>
/// <param name="Hessians">How many second derivatives were asked for.</param>
/// <param name="IsModified">
/// Whether the last of them was singular or indefinite: near a saddle, or where the loss is flat.
/// </param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record NewtonMemory(long Hessians, bool IsModified, Stall Stall = Stall.None) : IStall;

/// <summary>Newton's method: to the minimum of the parabola that second derivatives tell, damped.</summary>
/// <remarks>
/// <para><c>H d = −∇f(x);  x ← x + t d</c>, t from a line search whose first try is 1. H is ∇²f, or where
/// that is not positive definite <see cref="Cholesky.Modified"/>'s ∇²f + E: so d leads down from a saddle and
/// on a singular Hessian, too (Nocedal, Wright 2006, §3.4).</para>
/// <para>A convex quadratic is solved in one step. Near a minimum whose Hessian is positive definite the
/// search takes t = 1 and the digits double with each step. A step takes n³ / 6 multiplications beside the
/// Hessian: for thousands of parameters take <see cref="NewtonCG"/> or
/// <see cref="TrustRegionNewton"/>.</para>
/// <para>Where the gradient is exactly 0 it stops, at a saddle as at a minimum: see
/// <see cref="NewtonMemory.IsModified"/>.</para>
/// </remarks>
public sealed record Newton : IMinimizer<ITwiceDifferentiable, NewtonMemory>
{
    // Along a direction in which the loss is flat, what is left of the gradient is rounding, which the
    // inverse of a nearly singular matrix makes large: a step that gains less follows it for ever.
    private const double LeastGain = 0.9;

    /// <summary>Chooses the line search.</summary>
    /// <param name="search">How t is found; <see cref="Armijo"/> when omitted.</param>
    public Newton(ILineSearch? search = null) => Search = search ?? new Armijo();

    /// <summary>How t is found.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<NewtonMemory> Init(ITwiceDifferentiable objective, Vector parameters) => new(
        0, parameters, Objective.Evaluate(Guard.NotNull(objective), parameters), new(0, false), 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<NewtonMemory> Step(ITwiceDifferentiable objective, State<NewtonMemory> state)
    {
        Guard.NotNull(objective);
        var stall = SecondOrder.StallOf(Guard.NotNull(state));
        if (stall == Stall.NotFinite)
            return state with { Step = state.Step + 1, Memory = state.Memory with { Stall = stall } };

        var hessian = objective.HessianAt(state.Parameters).ToMatrix();
        var factor = SecondOrder.IsFinite(hessian) ? Cholesky.Modified(hessian) : null;
        var memory = new NewtonMemory(state.Memory.Hessians + 1, factor?.IsModified ?? true, stall);
        if (stall == Stall.Stationary)
            return state with { Step = state.Step + 1, Memory = memory };

        var steepest = Line.From(objective, state.Parameters, state.Evaluation, -state.Gradient);
        var line = factor is null
            ? steepest
            : Line.From(objective, state.Parameters, state.Evaluation, -factor.Solve(state.Gradient));
        if (factor is null || !(line.Origin.Slope < 0))
            (line, factor) = (steepest, null);

        var found = DescentSearch.Along(
            Search, line, 1, gradient => (factor?.SolveLower(gradient) ?? gradient).Norm, LeastGain);
        return SecondOrder.Next(state, found, memory with { Stall = found.Stall });
    }

    /// <summary>The name and the search.</summary>
    public override string ToString() => Guard.Text($"Newton({Search})");
}
