using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>What <see cref="ConjugateGradient"/> remembers.</summary>
/// <param name="Direction">Where the next step goes; against the gradient at the start.</param>
/// <param name="Last">What is known of the last step.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record ConjugateGradientMemory(Vector Direction, LastStep Last, Stall Stall) : IStall
{
    /// <inheritdoc/>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}

/// <summary>Nonlinear conjugate gradients: each direction keeps a part of the last.</summary>
/// <remarks>
/// <para><c>x ← x + t d;  d ← −∇f(x) + β d</c>, t by a line search, β by a <see cref="ConjugacyRule"/>. A
/// quadratic of n parameters searched exactly ends within n steps (Hestenes, Stiefel 1952).</para>
/// <para>For very many parameters: it remembers one vector, and a step costs one or two evaluations and
/// some ten passes over the parameters. <see cref="LBfgs"/> takes fewer evaluations where twenty vectors can
/// be kept.</para>
/// <para>Where the direction does not lead down or its search fails, the step goes against the gradient, and
/// the run ends where that fails too (<see cref="IStall"/>).</para>
/// </remarks>
/// <param name="Beta">How much of the last direction is kept.</param>
/// <param name="Search">
/// How far to go; <see cref="StrongWolfe"/> with c₂ = 0.1 where null: directions stay conjugate only where
/// the slope at the end of a step is small.
/// </param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Beta"/> is no rule.</exception>
public sealed record ConjugateGradient(
    ConjugacyRule Beta = ConjugacyRule.HagerZhang, ILineSearch? Search = null)
    : IMinimizer<ConjugateGradientMemory>
{
    // Hager and Zhang 2013.
    private const double LeastShare = 0.4;

    /// <summary>How much of the last direction is kept.</summary>
    public ConjugacyRule Beta { get; init => field = Guard.Defined(value, nameof(Beta)); } =
        Guard.Defined(Beta);

    /// <summary>How far to go.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } =
        Search ?? new StrongWolfe(Curvature: 0.1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<ConjugateGradientMemory> Init(IObjective objective, Vector parameters) =>
        Descending.Start(
            objective,
            parameters,
            start => new ConjugateGradientMemory(-start.Gradient, default, Stall.None));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<ConjugateGradientMemory> Step(IObjective objective, State<ConjugateGradientMemory> state)
    {
        Guard.NotNull(objective);
        var memory = Guard.NotNull(state).Memory;
        var step = Descending.From(Search, objective, state, memory.Last, memory.Direction);
        var direction = step.Stall == Stall.None ? Next(state.Gradient, step) : memory.Direction;
        return step.After(state, new ConjugateGradientMemory(direction, step.Last, step.Stall));
    }

    private Vector Next(Vector gradient, Descending step)
    {
        var (next, direction) = (step.Point.Evaluation.Gradient, step.Direction);
        var beta = BetaOf(gradient, next, next - gradient, direction);
        return double.IsFinite(beta)
            ? direction.Combine(next, new Conjugate(beta), nameof(gradient))
            : -next;
    }

    private double BetaOf(Vector gradient, Vector next, Vector change, Vector direction)
    {
        if (Beta == ConjugacyRule.FletcherReeves)
            return next.Dot(next) / gradient.Dot(gradient);
        if (Beta == ConjugacyRule.PolakRibierePlus)
            return Math.Max(0, next.Dot(change) / gradient.Dot(gradient));

        var curvature = direction.Dot(change);
        var twist = 2 * change.Dot(change) * (direction.Dot(next) / curvature);
        var least = LeastShare * gradient.Dot(direction) / direction.Dot(direction);
        return curvature > 0 ? Math.Max((change.Dot(next) - twist) / curvature, least) : 0;
    }

    /// <summary>β d − g.</summary>
    private readonly struct Conjugate(double beta) : IElementwise
    {
        public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
            Vector512.FusedMultiplyAdd(x, Vector512.Create(beta), -y);

        public double Apply(double x, double y) => Math.FusedMultiplyAdd(x, beta, -y);
    }
}
