namespace Descent;

/// <summary>An interior point method for losses with kinks: hinge, absolute and quantile loss.</summary>
/// <remarks>
/// <para>Minimizes an <see cref="EmpiricalRisk"/> of <see cref="Loss.Hinge"/>, <see cref="Loss.Absolute"/> or
/// <see cref="Loss.Quantile"/>, with an <see cref="L2"/> penalty or, but for the hinge, without one: support
/// vector machines and median and quantile regression. It is the primal–dual method of Frisch and Newton
/// (Portnoy, Koenker 1997; for support vector machines Ferris, Munson 2002), with Mehrotra's (1992) predictor
/// and corrector: a step is one matrix <c>XᵀDX</c> and one Cholesky factor, and 10 to 40 steps are a run,
/// whatever the scale of the data.</para>
/// <para>When it can tell which samples are exactly at the kink, it solves for the answer by linear equations
/// (<see cref="InteriorPointMemory.IsSettled"/>), so that the parameters are as exact as the data
/// permit.</para>
/// <para>A state has the best parameters so far, so no loss is above the one before; where the path is, the
/// memory knows. The gradient of a state is one subgradient and is not 0 at the minimum. Its optimality is
/// the duality gap, whose certificate is proven, rounding included, as that of <see cref="DualityGap"/> is;
/// of a risk with weights that nothing penalises it is true beside all parameters whose terms <c>wⱼ xⱼ</c>
/// are, in root mean square, up to twice as large as the largest term of the state, or the largest target.
/// When the gap falls no more, the run ends by a <see cref="Stall"/>.</para>
/// <para>A minimum that is not unique, as the median of an even number of rows, is a set: the run ends at a
/// point inside it and not at a corner, near its analytic centre. A weight of 2 is the row twice, a row of
/// weight 0 is not there, and columns may depend on each other. The start tells only where the path begins:
/// far from the data it costs a few steps more. Threads: <see cref="Risk.MaxDegreeOfParallelism"/>.</para>
/// </remarks>
public sealed record InteriorPoint : IMinimizer<EmpiricalRisk, InteriorPointMemory>
{
    // Shares of the loss, and of that of a score of 0 where the minimum is 0: from the first on samples at
    // the kink can be told from others; a gap below the second that falls no more is one of rounding.
    private static readonly (double OfLoss, double OfScale) WorthSettling = (1e-4, 1e-8);
    private static readonly (double OfLoss, double OfScale) Rounded = (1e-9, 1e-13);

    private const double LeastFall = 0.9;
    private const int GreatestIdle = 20;
    private const int GreatestIdleSettled = 2;

    // Where losses cannot tell two points apart, as in line searches.
    private const double Hidden = 16 * MachineEpsilon.Value;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is none of those above, the hinge has a weight that nothing penalises,
    /// or there is not one entry per dimension.
    /// </exception>
    public State<InteriorPointMemory> Init(EmpiricalRisk objective, Vector parameters)
    {
        var problem = KinkProblem.Of(Guard.NotNull(objective));
        var evaluation = objective.Evaluate(parameters);
        var center = KinkStep.Start(problem, parameters);
        var certificate = problem.Certify(parameters, evaluation.Loss, KinkStep.Dual(problem, center));
        return new(0, parameters, evaluation, new(center, certificate, false, 0), 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is none of those above, or the hinge has a weight that nothing
    /// penalises.
    /// </exception>
    public State<InteriorPointMemory> Step(EmpiricalRisk objective, State<InteriorPointMemory> state)
    {
        var problem = KinkProblem.Of(Guard.NotNull(objective));
        var memory = Guard.NotNull(state).Memory;
        if (memory.Gap is 0)
            return Stalled(state, Stall.Stationary);
        if (memory.IsSettled && IsBelow(state, problem, Rounded))
            return Stalled(state, Stall.NoLowerLoss);
        if (KinkStep.From(problem, memory.Center) is not { } found)
            return Stalled(state, state.IsFinite ? Stall.NoLowerLoss : Stall.NotFinite);

        var dual = KinkStep.Dual(problem, found.Point);
        var hidden = memory.IsSettled ? -Hidden : 0;
        var next = Compared(problem, state, found.Point.Parameters, dual, hidden);
        if (IsBelow(next, problem, WorthSettling)
            && KinkSystem.Solve(problem, found.Point.Parameters, dual, found.AtKink) is { } exact)
        {
            var settled = Compared(problem, next, exact.Parameters, exact.Dual, Hidden);
            if (settled.Parameters == exact.Parameters && settled.Memory.Gap <= next.Memory.Gap)
                next = settled.WithMemory(settled.Memory with { IsSettled = true });
        }

        var idle = next.Memory.Gap < LeastFall * memory.Gap ? 0 : memory.Idle + 1;
        var isDone = idle > (next.Memory.IsSettled ? GreatestIdleSettled : GreatestIdle)
            || (idle > 0 && IsBelow(next, problem, Rounded));
        return next with
        {
            Step = state.Step + 1,
            Memory = next.Memory with
            {
                Center = found.Point,
                Idle = idle,
                Stall = isDone ? Stall.NoLowerLoss : Stall.None,
            },
        };
    }

    /// <summary>The name.</summary>
    public override string ToString() => nameof(InteriorPoint);

    private static State<InteriorPointMemory> Stalled(State<InteriorPointMemory> state, Stall stall) =>
        state with { Step = state.Step + 1, Memory = state.Memory with { Stall = stall } };

    private static bool IsBelow(
        State<InteriorPointMemory> state, KinkProblem problem, (double OfLoss, double OfScale) limit) =>
        state.Memory.Gap < Math.Max(limit.OfLoss * state.Loss, limit.OfScale * problem.Scale);

    /// <summary>The better of a state and a point, and the best that a dual point proves of it.</summary>
    private static State<InteriorPointMemory> Compared(
        KinkProblem problem, State<InteriorPointMemory> state, Vector parameters, Vector dual, double hidden)
    {
        var evaluation = problem.Risk.Evaluate(parameters);
        var isBetter = evaluation.IsFinite && evaluation.Loss <= state.Loss + (hidden * state.Loss);
        var best = isBetter ? state with { Parameters = parameters, Evaluation = evaluation } : state;
        var certificate = problem.Certify(best.Parameters, best.Loss, dual);
        return best with
        {
            Evaluations = state.Evaluations + 1,
            Memory = state.Memory with
            {
                IsSettled = state.Memory.IsSettled && !isBetter,
                Certificate = isBetter || certificate.Gap < state.Memory.Gap
                    ? certificate
                    : state.Memory.Certificate,
            },
        };
    }
}
