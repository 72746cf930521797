namespace Descent;

/// <summary>What <see cref="ProjectedGradient"/> knows of its state.</summary>
/// <param name="Rate">λ of the next step.</param>
/// <param name="Reference">What the next loss is compared with: a mean of past losses.</param>
/// <param name="Mass">How many losses that mean is of, the older counting less.</param>
/// <param name="Optimality">‖x − P(x − ∇f(x))‖, 0 exactly where no point of the set is better.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record ProjectedGradientMemory(
    double Rate, double Reference, double Mass, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>The spectral projected gradient method: the least loss over a convex set.</summary>
/// <remarks>
/// <para><c>d = P(x − λ ∇f(x)) − x;  x ← x + α d</c>, P the projection and λ the rate of Barzilai and Borwein
/// (1988), <c>‖s‖² / s·y</c> of the last step s and its change of gradient y (Birgin, Martínez, Raydan 2000).
/// α is 1, or shortened by parabolas until <c>f(x + α d) ≤ C + c α ∇f(x)·d</c>.</para>
/// <para>C is a mean of the losses so far, each counting <c>memory</c> times as much as the one after it
/// (Zhang, Hager 2004): the rate is fast because the loss may rise for a step, and safe because it may not
/// rise above C. So the best state need not be the last one, though it is so for practical purposes at the
/// end of a run; memory 0 lets the loss fall at every step.</para>
/// <para>A step costs one evaluation, and one more each time α is shortened. Use it for a smooth f on a set
/// whose projection is cheap; <see cref="ProximalSearch"/> and <see cref="Fista"/> take sets too, and
/// penalties that are none.</para>
/// <para>The set is given the weights, without the biases of a <see cref="Risk"/>. A run begins at the point
/// of the set nearest to the start, and every state is inside. Where rounding hides what the loss does, C and
/// the loss count as equal, and the optimality goes to the level of rounding.</para>
/// <para>A state whose parameters were changed is no longer whole: begin a new run from them.</para>
/// </remarks>
/// <param name="Set">Where the weights are.</param>
/// <param name="Memory">How much of C is the past, in [0, 1): 0.85 as in the paper.</param>
/// <param name="Fraction">c, in (0, ½); 10⁻⁴ asks for little more than descent.</param>
/// <param name="MaxTrials">How many α a step tries at most, at least 1.</param>
/// <exception cref="ArgumentNullException"><paramref name="Set"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed record ProjectedGradient(
    IConvexSet Set, double Memory = 0.85, double Fraction = 1e-4, int MaxTrials = 60)
    : IMinimizer<ProjectedGradientMemory>
{
    // So that no product with a rate overflows; units may be very large or small.
    private const double LeastRate = 1e-150;
    private const double GreatestRate = 1e150;

    /// <summary>Where the weights are.</summary>
    public IConvexSet Set { get; init => field = Guard.NotNull(value, nameof(Set)); } = Guard.NotNull(Set);

    /// <summary>How much of C is the past.</summary>
    public double Memory { get; init => field = Guard.Decay(value, nameof(Memory)); } =
        Guard.Decay(Memory);

    /// <summary>c, in (0, ½).</summary>
    public double Fraction { get; init => field = Guard.Between(value, 0, 0.5, nameof(Fraction)); } =
        Guard.Between(Fraction, 0, 0.5);

    /// <summary>How many α a step tries at most.</summary>
    public int MaxTrials { get; init => field = Guard.AtLeast(value, 1, nameof(MaxTrials)); } =
        Guard.AtLeast(MaxTrials, 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<ProjectedGradientMemory> Init(IObjective objective, Vector parameters)
    {
        var whole = Whole(objective);
        var start = whole.Inside(parameters);
        var evaluation = whole.Evaluate(start);
        var gradient = evaluation.Gradient;
        var unit = whole.Visible(1, start, gradient);
        var rate = unit > 1 ? unit : whole.Visible(FirstRate(whole, start, gradient), start, gradient);
        rate = Math.Clamp(rate, LeastRate, GreatestRate);
        var optimality = OptimalityOf(whole, start, gradient, rate);
        return new(0, start, evaluation, new(rate, evaluation.Loss, 1, optimality), 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<ProjectedGradientMemory> Step(
        IObjective objective, State<ProjectedGradientMemory> state)
    {
        var whole = Whole(objective);
        var (x, memory) = (Guard.NotNull(state).Parameters, state.Memory);
        if (memory.Optimality is 0)
            return Stalled(state, Stall.Stationary, 0);

        var rate = memory.Rate;
        var end = whole.Next(x, state.Gradient, rate);
        if (end == x)
        {
            // At another rate rounding may leave something of the step.
            rate = FirstRate(whole, x, state.Gradient);
            end = whole.Next(x, state.Gradient, rate);
        }

        var move = end - x;
        // Of an exact projection the slope is no greater than this; where it leads along the set's edge,
        // which the gradient may be steep across, rounding of the product may be far more.
        var slope = Math.Min(state.Gradient.Dot(move), -move.Dot(move) / rate);
        return slope < 0 ? Search(whole, state, end, slope) : Stalled(state, Stall.NoDescent, 0);
    }

    /// <summary>The name and the settings.</summary>
    public override string ToString() => Guard.Text($"ProjectedGradient({Set}, memory {Memory})");

    private Composite Whole(IObjective objective) => new(Guard.NotNull(objective), Set);

    private State<ProjectedGradientMemory> Search(
        Composite whole, State<ProjectedGradientMemory> state, Vector end, double slope)
    {
        var (x, step, failure) = (state.Parameters, 1.0, Stall.NotFinite);
        var noise = LineSearch.Rounding * whole.SizeOf(state);
        for (var trials = 1; trials <= MaxTrials; trials++)
        {
            // Between two points of a set, rounding may lead out of it.
            var point = step is 1 ? end : whole.Inside((end - x).MultiplyAdd(step, x));
            if (point == x)
                return Stalled(state, failure == Stall.None ? Stall.NoLowerLoss : failure, trials - 1);

            var evaluation = whole.Evaluate(point);
            var isFinite = point.IsFinite && evaluation.IsFinite;
            var asked = Fraction * step * slope;
            var slack = -step * slope <= noise ? noise : 0;
            if (isFinite && evaluation.Loss <= state.Memory.Reference + asked + slack)
                return Accepted(whole, state, point, evaluation, trials);

            failure = isFinite ? Stall.None : failure;
            step = isFinite ? Shortened(step, slope, evaluation.Loss - state.Loss) : step / 10;
        }

        return Stalled(state, failure == Stall.None ? Stall.TooManyTrials : failure, MaxTrials);
    }

    private State<ProjectedGradientMemory> Accepted(
        Composite whole,
        State<ProjectedGradientMemory> state,
        Vector point,
        Evaluation evaluation,
        int evaluations)
    {
        var memory = state.Memory;
        var move = point - state.Parameters;
        var bend = move.Dot(evaluation.Gradient - state.Gradient);
        var rate = bend > 0 ? move.Dot(move) / bend : 10 * memory.Rate;
        var past = Memory * memory.Mass;
        rate = double.IsNaN(rate) ? memory.Rate : Math.Clamp(rate, LeastRate, GreatestRate);
        var next = new ProjectedGradientMemory(
            rate,
            ((past * memory.Reference) + evaluation.Loss) / (past + 1),
            past + 1,
            OptimalityOf(whole, point, evaluation.Gradient, rate));
        return new(state.Step + 1, point, evaluation, next, state.Evaluations + evaluations);
    }

    private static State<ProjectedGradientMemory> Stalled(
        State<ProjectedGradientMemory> state, Stall stall, int evaluations) =>
        state with
        {
            Step = state.Step + 1,
            Evaluations = state.Evaluations + evaluations,
            Memory = state.Memory with { Stall = stall },
        };

    /// <summary>The α of the parabola's minimum, within [α / 10, α / 2].</summary>
    private static double Shortened(double step, double slope, double rise)
    {
        var excess = (rise / step) - slope;
        var least = -slope * step / (2 * excess);
        return Math.Clamp(double.IsNaN(least) ? 0 : least, step / 10, step / 2);
    }

    /// <summary>The rate whose move is of length about 1.</summary>
    private static double FirstRate(Composite whole, Vector parameters, Vector gradient)
    {
        var size = (parameters - whole.Next(parameters, gradient, 1)).NormInf;
        var rate = 1 / size;
        return double.IsFinite(rate) ? Math.Clamp(rate, LeastRate, GreatestRate) : 1;
    }

    /// <summary>The length of the step at rate 1; where it is lost, that of the next over its rate.</summary>
    private static double OptimalityOf(Composite whole, Vector parameters, Vector gradient, double rate)
    {
        var plain = whole.Optimality(parameters, gradient, 1);
        return plain is 0 && rate > 1 ? whole.Optimality(parameters, gradient, rate) : plain;
    }
}
