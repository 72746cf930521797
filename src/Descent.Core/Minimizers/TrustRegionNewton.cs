namespace Descent;

/// <summary>What <see cref="TrustRegionNewton"/> remembers.</summary>
/// <param name="Radius">Δ, the greatest length of the next step; +∞ while no step was too long.</param>
/// <param name="Forcing">To which share of its gradient the next system is to be solved.</param>
/// <param name="Products">How many products with second derivatives were asked for.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record TrustRegionMemory(
    double Radius, double Forcing, long Products, Stall Stall = Stall.None) : IStall;

/// <summary>Newton's method within a radius that follows how true the parabola was.</summary>
/// <remarks>
/// <para><c>x ← x + p</c>, p an approximate minimum of <c>∇f·p + ½ pᵀ ∇²f p</c> with ‖p‖ ≤ Δ, by conjugate
/// gradients that end at the radius (Steihaug 1983, Toint 1981), to the accuracy of <see cref="NewtonCG"/>.
/// With ρ the fall of the loss over the one foretold, p is taken where ρ &gt; 10⁻⁴; Δ becomes ‖p‖ / 4 where
/// ρ &lt; ¼, and 2 Δ where ρ &gt; ¾ and p reached it (Nocedal, Wright 2006, algorithm 4.1). Negative
/// curvature is followed to the radius, so that saddles are left quickly.</para>
/// <para>Where rounding hides the fall of the loss, <c>−½ (g₀ + g₁)·p</c> takes its place, which gradients
/// tell to more digits, and the gradient has to become smaller.</para>
/// <para>Δ begins at +∞: the first step is that of <see cref="NewtonCG"/>, whose remark on the units of the
/// parameters holds here, too.</para>
/// </remarks>
public sealed record TrustRegionNewton : IMinimizer<ITwiceDifferentiable, TrustRegionMemory>
{
    private const int MaxTrials = 100;
    private const double LeastRatio = 1e-4;

    /// <summary>The greatest η, the first step's too, in (0, 1); ½ where not given.</summary>
    public double MaxForcing { get; init => field = Guard.ProperFraction(value, nameof(MaxForcing)); } = 0.5;

    /// <summary>How many products a trial takes at most, at least 1; 1000 where not given.</summary>
    public int MaxProducts { get; init => field = Guard.AtLeast(value, 1, nameof(MaxProducts)); } = 1000;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<TrustRegionMemory> Init(ITwiceDifferentiable objective, Vector parameters) => new(
        0,
        parameters,
        Objective.Evaluate(Guard.NotNull(objective), parameters),
        new(double.PositiveInfinity, MaxForcing, 0),
        1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<TrustRegionMemory> Step(ITwiceDifferentiable objective, State<TrustRegionMemory> state)
    {
        Guard.NotNull(objective);
        if (SecondOrder.StallOf(Guard.NotNull(state)) is var stall and not Stall.None)
            return state with { Step = state.Step + 1, Memory = state.Memory with { Stall = stall } };

        var hessian = objective.HessianAt(state.Parameters);
        var memory = state.Memory with { Forcing = Math.Min(state.Memory.Forcing, MaxForcing) };
        var isAnyFinite = false;
        for (var trials = 1; trials <= MaxTrials; trials++)
        {
            var solved = ConjugateSteps.Solve(
                hessian, state.Gradient, memory.Forcing, MaxProducts, memory.Radius, followsNegative: true);
            memory = memory with { Products = memory.Products + solved.Products };
            var parameters = state.Parameters + solved.Step;
            if (parameters == state.Parameters)
                return Stalled(trials == 1 || isAnyFinite ? Stall.NoLowerLoss : Stall.NotFinite, trials - 1);

            var evaluation = Objective.Evaluate(objective, parameters);
            var fall = Fall.Of(state.Evaluation, evaluation, solved.Step);
            var ratio = fall.Value / solved.Predicted(state.Gradient);
            isAnyFinite |= double.IsFinite(ratio);
            memory = memory with { Radius = NextRadius(memory.Radius, solved, ratio) };
            if (ratio > LeastRatio && fall.IsProgress(
                () => state.Gradient.Norm, () => evaluation.Gradient.Norm))
            {
                var forcing = SecondOrder.NextForcing(
                    memory.Forcing, state.Gradient, evaluation.Gradient, MaxForcing);
                return new(
                    state.Step + 1,
                    parameters,
                    evaluation,
                    memory with { Forcing = forcing },
                    state.Evaluations + trials);
            }

            if (fall.IsLastOf(solved.Predicted(state.Gradient)))
                return Stalled(Stall.NoLowerLoss, trials);
        }

        return Stalled(isAnyFinite ? Stall.TooManyTrials : Stall.NotFinite, MaxTrials);

        State<TrustRegionMemory> Stalled(Stall why, int evaluations) => state with
        {
            Step = state.Step + 1,
            Memory = memory with { Stall = why },
            Evaluations = state.Evaluations + evaluations,
        };
    }

    /// <summary>The name.</summary>
    public override string ToString() => nameof(TrustRegionNewton);

    private static double NextRadius(double radius, ConjugateStep solved, double ratio)
    {
        // A step that overflows, or ends where the loss is no number, tells nothing but that it was too long.
        var length = solved.Step.Norm;
        if (double.IsNaN(ratio) || double.IsInfinity(ratio))
            return double.IsFinite(length) ? length / 10 : Math.Min(radius, double.MaxValue) / 10;
        return ratio < 0.25 ? Math.Min(radius, length / 4)
            : ratio > 0.75 && solved.IsAtBoundary ? 2 * radius
            : radius;
    }
}
