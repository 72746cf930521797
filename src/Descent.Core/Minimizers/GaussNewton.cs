namespace Descent;

/// <summary>What <see cref="GaussNewton"/> remembers.</summary>
/// <param name="Linearization">Residuals and Jacobian at the parameters.</param>
/// <param name="Rank">How many columns of the last Jacobian were independent; 0 at the start.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record GaussNewtonMemory(Linearization Linearization, long Rank, Stall Stall = Stall.None)
    : IStall
{
    /// <summary>Residuals and Jacobian at the parameters.</summary>
    public Linearization Linearization
    {
        get;
        init => field = Guard.NotNull(value, nameof(Linearization));
    } = Guard.NotNull(Linearization);
}

/// <summary>Least squares by solving linear ones: Gauss–Newton, damped.</summary>
/// <remarks>
/// <para><c>d = argmin ‖J d + r‖;  x ← x + t d</c>, t from a line search whose first try is 1 (Gauss 1809).
/// d comes from <see cref="LeastSquares"/>, never from JᵀJ, and is the shortest one where columns of J are
/// dependent; it leads down wherever Jᵀr is not 0.</para>
/// <para>Near a singular J, d may be at all but a right angle to the gradient, and steps along it end where
/// the gradient is not 0 (Powell 1970). Where none of them lowers the loss one step is damped as by
/// <see cref="LevenbergMarquardt"/>; the run ends where that fails, too.</para>
/// <para>Linear residuals are fitted in one step. Near a fit whose residuals are small the digits double with
/// each step, as with Newton's method, of which it leaves out Σ rᵢ ∇²rᵢ; where they are large it may be slow,
/// and <see cref="LevenbergMarquardt"/> or <see cref="Newton"/> do better.</para>
/// </remarks>
public sealed record GaussNewton : IMinimizer<IResidualObjective, GaussNewtonMemory>
{
    // λ of the step that is tried where d leads nowhere: the first one of LevenbergMarquardt.
    private const double RecoveryDamping = 1e-3;

    /// <summary>Chooses the line search.</summary>
    /// <param name="search">How t is found; <see cref="Armijo"/> when omitted.</param>
    public GaussNewton(ILineSearch? search = null) => Search = search ?? new Armijo();

    /// <summary>How t is found.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<GaussNewtonMemory> Init(IResidualObjective objective, Vector parameters)
    {
        var start = Guard.NotNull(objective).EvaluateResiduals(parameters);
        return new(0, parameters, start.ToEvaluation(), new(Linearization.Of(start), 0), 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<GaussNewtonMemory> Step(IResidualObjective objective, State<GaussNewtonMemory> state)
    {
        Guard.NotNull(objective);
        var memory = Guard.NotNull(state).Memory;
        var jacobian = memory.Linearization.Jacobian;
        var stall = SecondOrder.StallOf(state);
        if (stall == Stall.None && !SecondOrder.IsFinite(jacobian))
            stall = Stall.NotFinite;
        if (stall != Stall.None)
            return state with { Step = state.Step + 1, Memory = memory with { Stall = stall } };

        // What the search sees is kept, so that the accepted point is asked for its residuals once.
        var seen = new List<(Vector Parameters, ResidualEvaluation Evaluation)>();
        var traced = Objective.From(objective.Dimension, x =>
        {
            seen.Add((x, objective.EvaluateResiduals(x)));
            return seen[^1].Evaluation.ToEvaluation();
        });
        var solution = LeastSquares.Solve(jacobian, -memory.Linearization.Residuals);
        var line = Line.From(traced, state.Parameters, state.Evaluation, solution.Coefficients);
        if (!(line.Origin.Slope < 0))
            line = Line.From(traced, state.Parameters, state.Evaluation, -state.Gradient);

        var system = new Lazy<DampedSystem>(() => new(
            jacobian, memory.Linearization.Residuals, Linearization.LengthsOf(jacobian)));
        var found = DescentSearch.Along(Search, line, 1, gradient => system.Value.Size(gradient, 0));
        if (found.Point is null)
        {
            // The loss itself has to fall: steps that shrink gradients, in two units by turns, may not end.
            var damped = system.Value.Solve(RecoveryDamping);
            var again = DescentSearch.Along(
                Search, Line.From(traced, state.Parameters, state.Evaluation, damped), 1, _ => 0);
            found = again with { Evaluations = found.Evaluations + again.Evaluations };
        }

        var next = found.Point is { } point
            ? Linearization.Of(seen.FindLast(one => one.Parameters == point.Parameters).Evaluation)
            : memory.Linearization;
        return SecondOrder.Next(
            state, found, new GaussNewtonMemory(next, solution.Rank, found.Stall));
    }

    /// <summary>The name and the search.</summary>
    public override string ToString() => Guard.Text($"GaussNewton({Search})");
}
