namespace Descent;

/// <summary>Proximal gradient descent with momentum on <c>f(x) + R(w)</c>: FISTA.</summary>
/// <remarks>
/// <para><c>z = prox_{η R}(y − η ∇f(y));  t′ = (1 + √(1 + 4 t² η / η′)) / 2;  y′ = z + (t − 1) / t′ (z −
/// x)</c>, η′ the next rate and t = 1 at first (Beck, Teboulle 2009; the ratio of the rates: Scheinberg,
/// Goldfarb, Bai 2014). R is on the weights, as in <see cref="ProximalGradient"/>.</para>
/// <para>x is the best point, whose loss and gradient the state tells: a z whose loss is higher is not taken.
/// Then, and by default where the step leads against the momentum, momentum is dropped, and the step made
/// from x itself (O'Donoghue, Candès 2015). With <see cref="FistaRestart.None"/> x stays and <c>y′ = x + t /
/// t′ (z − x)</c> instead (Beck, Teboulle 2009b, "MFISTA"). A loss counts as higher where rounding cannot be
/// why.</para>
/// <para>A rate found by search grows in the first steps after a start or a restart, while t is at most 4,
/// and then only falls: with momentum a rate that fails costs more than a trial.</para>
/// <para>A step costs two evaluations, at y and at z, and one more for each rate that fails and for a step
/// made anew from x; where y is x, its own is at hand. When the features are many and their condition is
/// great it is the method of choice among those that see gradients alone.</para>
/// <para>Without restart, and with η ≤ 1 / L or found by search, f + R of convex f is after k steps within
/// <c>‖x₀ − x*‖² / 2ηt²</c> of its minimum, which for a constant rate is at most
/// <c>2 ‖x₀ − x*‖² / η(k + 1)²</c>. With restart it falls linearly where f is strongly convex, and nobody
/// need know how strongly. Without extrapolation it is <see cref="ProximalGradient"/>, or
/// <see cref="ProximalSearch"/>, bit for bit.</para>
/// <para>A state whose parameters were changed is no longer whole: begin a new run from them.</para>
/// </remarks>
/// <param name="Penalty">R.</param>
/// <param name="Rate">η; null to find it, by <see cref="Search"/>.</param>
/// <param name="Restart">When momentum is dropped.</param>
/// <param name="Extrapolates">Whether there is momentum at all.</param>
/// <exception cref="ArgumentNullException"><paramref name="Penalty"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Restart"/> is not a named value.</exception>
public sealed record Fista(
    IProximalPenalty Penalty,
    LearningRate? Rate = null,
    FistaRestart Restart = FistaRestart.Gradient,
    bool Extrapolates = true)
    : IMinimizer<FistaMemory>
{
    // A rate that fails takes from the momentum what the pace had gained by it.
    private const double GrowingPace = 4;

    /// <summary>R.</summary>
    public IProximalPenalty Penalty { get; init => field = Guard.NotNull(value, nameof(Penalty)); } =
        Guard.NotNull(Penalty);

    /// <summary>When momentum is dropped.</summary>
    public FistaRestart Restart { get; init => field = Guard.Defined(value, nameof(Restart)); } =
        Guard.Defined(Restart);

    /// <summary>How the rate is found where none is given.</summary>
    public RateSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<FistaMemory> Init(IObjective objective, Vector parameters)
    {
        var whole = Whole(objective);
        var start = whole.Inside(parameters);
        var evaluation = whole.Evaluate(start);
        var rate = Rate?.At(0) ?? whole.Visible(Search.First, start, evaluation.Gradient);
        var optimality = whole.Optimality(start, evaluation.Gradient, rate);
        return new(0, start, evaluation, new(start, 1, rate, optimality), 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<FistaMemory> Step(IObjective objective, State<FistaMemory> state)
    {
        var whole = Whole(objective);
        var memory = Guard.NotNull(state).Memory;
        return memory.Ahead == state.Parameters
            ? Plain(whole, state)
            : FromAhead(whole, state, whole.EvaluateSmooth(memory.Ahead));
    }

    /// <summary>The name, R and the settings.</summary>
    public override string ToString() =>
        Guard.Text($"Fista({Penalty}, {Rate as object ?? Search}, restart {Restart}")
        + (Extrapolates ? ")" : ", no extrapolation)");

    private Composite Whole(IObjective objective) => new(Guard.NotNull(objective), Penalty);

    /// <summary>A step from the parameters, which is taken whatever its loss.</summary>
    private State<FistaMemory> Plain(Composite whole, State<FistaMemory> state)
    {
        var (x, memory) = (state.Parameters, state.Memory);
        var step = ProximalStepFrom(whole, state, x, whole.SmoothOf(state));
        return step.Stall == Stall.None
            ? Taken(whole, state, x, step)
            : state with
            {
                Step = state.Step + 1,
                Evaluations = state.Evaluations + step.Evaluations,
                Memory = memory with { Ahead = x, Pace = 1, Stall = step.Stall },
            };
    }

    /// <summary>A step from y, or from x where that leads nowhere.</summary>
    private State<FistaMemory> FromAhead(Composite whole, State<FistaMemory> state, Evaluation smooth)
    {
        var seen = state with { Evaluations = state.Evaluations + 1 };
        if (!smooth.IsFinite)
            return Plain(whole, WithoutMomentum(seen));

        var ahead = state.Memory.Ahead;
        var step = ProximalStepFrom(whole, state, ahead, smooth);
        var loss = whole.WithPenalty(step.Smooth, step.Parameters).Loss;
        var isFinite = step.Smooth.IsFinite && step.Parameters.IsFinite;
        var noise = LineSearch.Rounding * whole.SizeOf(state);
        if (step.Stall == Stall.None && isFinite && loss <= state.Loss + noise)
            return Taken(whole, seen, ahead, step);

        seen = seen with { Evaluations = seen.Evaluations + step.Evaluations };
        return Restart == FistaRestart.None && step.Stall == Stall.None && isFinite
            ? Refused(whole, seen, step)
            : Plain(whole, WithoutMomentum(seen with { Memory = seen.Memory with { Rate = step.Rate } }));
    }

    private static State<FistaMemory> WithoutMomentum(State<FistaMemory> state) =>
        state with { Memory = state.Memory with { Ahead = state.Parameters, Pace = 1 } };

    private ProximalStep ProximalStepFrom(
        Composite whole, State<FistaMemory> state, Vector from, Evaluation smooth)
    {
        if (Rate is null)
            return Search.Step(whole, from, smooth, whole.SizeOf(state), state.Memory.Rate);

        var rate = Rate.At(state.Step);
        var to = whole.Next(from, smooth.Gradient, rate);
        return new(to, whole.EvaluateSmooth(to), rate, Rate.At(state.Step + 1), Stall.None, 1);
    }

    /// <summary>The state at z, with momentum for the next step.</summary>
    private State<FistaMemory> Taken(
        Composite whole, State<FistaMemory> state, Vector from, ProximalStep step)
    {
        var (x, z) = (state.Parameters, step.Parameters);
        var isAgainst = Restart == FistaRestart.Gradient && (from - z).Dot(z - x) > 0;
        var isAnew = !Extrapolates || isAgainst;
        if (Rate is null && !isAnew && state.Memory.Pace > GrowingPace)
            step = step with { NextRate = step.Rate };
        var pace = isAnew ? 1 : NextPace(state.Memory.Pace, step);
        var ahead = pace > 1 ? (z - x).MultiplyAdd((state.Memory.Pace - 1) / pace, z) : z;
        var optimality = whole.Optimality(z, step.Smooth.Gradient, step.NextRate);
        return new(
            state.Step + 1,
            z,
            whole.WithPenalty(step.Smooth, z),
            new(ahead, pace, step.NextRate, optimality),
            state.Evaluations + step.Evaluations);
    }

    /// <summary>The same parameters, with momentum towards the z that was not taken.</summary>
    private static State<FistaMemory> Refused(Composite whole, State<FistaMemory> state, ProximalStep step)
    {
        var x = state.Parameters;
        var pace = NextPace(state.Memory.Pace, step);
        var ahead = (step.Parameters - x).MultiplyAdd(state.Memory.Pace / pace, x);
        var optimality = whole.Optimality(x, state.Gradient, step.NextRate);
        return state with
        {
            Step = state.Step + 1,
            Memory = new(ahead, pace, step.NextRate, optimality),
        };
    }

    private static double NextPace(double pace, ProximalStep step)
    {
        var ratio = step.Rate / step.NextRate;
        var square = pace * pace * (double.IsFinite(ratio) ? ratio : 1);
        return (1 + Math.Sqrt(1 + (4 * square))) / 2;
    }
}
