namespace Descent;

/// <summary>What <see cref="NewtonCG"/> remembers.</summary>
/// <param name="Forcing">To which share of its gradient the next system is to be solved.</param>
/// <param name="Products">How many products with second derivatives were asked for.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record NewtonCGMemory(double Forcing, long Products, Stall Stall = Stall.None) : IStall;

/// <summary>Newton's method by products with the Hessian: conjugate gradients, and a search.</summary>
/// <remarks>
/// <para><c>H d ≈ −∇f(x);  x ← x + t d</c>: the system is solved by conjugate gradients until its residual is
/// at most η ‖∇f‖, so that far from the minimum few products are spent (Dembo, Steihaug 1983). η is choice 2
/// of Eisenstat and Walker (1996) with γ = 0.9 and α = 2: the digits double with each step all the same. A
/// direction along which H bends downwards ends the products; where it is the first one, which is −∇f, the
/// step goes as far as if the curvature had the other sign.</para>
/// <para>No matrix is written down: a step takes a few numbers per parameter and about as long as a gradient
/// for each product. Of a quadratic of n parameters a system takes at most n products, but for rounding.
/// </para>
/// <para>Unlike those of <see cref="Newton"/> its steps depend on the units of the parameters. Where one
/// curvature is 10¹³ times another, products with both cannot tell the lesser from 0, and a run may end as
/// <see cref="Stall.NoLowerLoss"/>: scale the parameters, or take <see cref="Newton"/>.</para>
/// </remarks>
public sealed record NewtonCG : IMinimizer<ITwiceDifferentiable, NewtonCGMemory>
{
    /// <summary>Chooses the line search.</summary>
    /// <param name="search">How t is found; <see cref="Armijo"/> when omitted.</param>
    public NewtonCG(ILineSearch? search = null) => Search = search ?? new Armijo();

    /// <summary>How t is found.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); }

    /// <summary>The greatest η, the first step's too, in (0, 1); ½ where not given.</summary>
    public double MaxForcing { get; init => field = Guard.ProperFraction(value, nameof(MaxForcing)); } = 0.5;

    /// <summary>How many products a step takes at most, at least 1; 1000 where not given.</summary>
    public int MaxProducts { get; init => field = Guard.AtLeast(value, 1, nameof(MaxProducts)); } = 1000;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<NewtonCGMemory> Init(ITwiceDifferentiable objective, Vector parameters) => new(
        0, parameters, Objective.Evaluate(Guard.NotNull(objective), parameters), new(MaxForcing, 0), 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<NewtonCGMemory> Step(ITwiceDifferentiable objective, State<NewtonCGMemory> state)
    {
        Guard.NotNull(objective);
        if (SecondOrder.StallOf(Guard.NotNull(state)) is var stall and not Stall.None)
            return state with { Step = state.Step + 1, Memory = state.Memory with { Stall = stall } };

        var (gradient, forcing) = (state.Gradient, Math.Min(state.Memory.Forcing, MaxForcing));
        var solved = ConjugateSteps.Solve(
            objective.HessianAt(state.Parameters), gradient, forcing, MaxProducts);
        var line = Line.From(objective, state.Parameters, state.Evaluation, solved.Step);
        if (!(line.Origin.Slope < 0))
            line = Line.From(objective, state.Parameters, state.Evaluation, -gradient);

        var found = DescentSearch.Along(Search, line, 1, next => next.Norm);
        var next = found.Point is { } point
            ? SecondOrder.NextForcing(forcing, gradient, point.Evaluation.Gradient, MaxForcing)
            : forcing;
        return SecondOrder.Next(
            state, found, new NewtonCGMemory(next, state.Memory.Products + solved.Products, found.Stall));
    }

    /// <summary>The name and the search.</summary>
    public override string ToString() => Guard.Text($"NewtonCG({Search})");
}
