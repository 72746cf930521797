namespace Descent;

/// <summary>What <see cref="LevenbergMarquardt"/> remembers.</summary>
/// <param name="Linearization">Residuals and Jacobian at the parameters.</param>
/// <param name="Scale">D, the greatest length that each column of the Jacobian has had.</param>
/// <param name="Damping">λ of the next step.</param>
/// <param name="Growth">What λ is multiplied by when the next trial fails.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record LevenbergMarquardtMemory(
    Linearization Linearization, Vector Scale, double Damping, double Growth, Stall Stall = Stall.None)
    : IStall
{
    /// <summary>Residuals and Jacobian at the parameters.</summary>
    public Linearization Linearization
    {
        get;
        init => field = Guard.NotNull(value, nameof(Linearization));
    } = Guard.NotNull(Linearization);
}

/// <summary>Least squares between Gauss–Newton and steepest descent: Levenberg–Marquardt.</summary>
/// <remarks>
/// <para><c>p = argmin ‖J p + r‖² + λ ‖D p‖²;  x ← x + p</c> where the loss falls (Levenberg 1944, Marquardt
/// 1963). D are the lengths of J's columns, never less than before (Moré 1978): the fit does not depend on
/// the units of the parameters, and λ has none. p comes from the QR factors of J and then of [R; √λ D], never
/// from JᵀJ.</para>
/// <para>With ρ the fall of the loss over the one foretold, λ is multiplied by <c>max(⅓, 1 − (2ρ − 1)³)</c>
/// after a step, and by 2, 4, 8, … after trials that fail (Nielsen 1999). λ = 0 is <see cref="GaussNewton"/>
/// without a search.</para>
/// <para>Where rounding hides the fall of the loss, gradients tell it, and the step has to make the gradient
/// smaller in the units of the residuals; else the fit is done: <see cref="Stall.NoLowerLoss"/>.</para>
/// </remarks>
/// <param name="Damping">
/// λ of the first step, finite and at least 0; 10⁻³ trusts the start a little, 1 hardly.
/// </param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Damping"/> is not in its range.</exception>
public sealed record LevenbergMarquardt(double Damping = 1e-3)
    : IMinimizer<IResidualObjective, LevenbergMarquardtMemory>
{
    private const int MaxTrials = 100;
    private const double FirstGrowth = 2;
    private const double LeastRatio = 1e-4;

    /// <summary>λ of the first step, finite and at least 0.</summary>
    public double Damping { get; init => field = Guard.NonNegative(value, nameof(Damping)); } =
        Guard.NonNegative(Damping);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<LevenbergMarquardtMemory> Init(IResidualObjective objective, Vector parameters)
    {
        var start = Guard.NotNull(objective).EvaluateResiduals(parameters);
        var memory = new LevenbergMarquardtMemory(
            Linearization.Of(start), Linearization.LengthsOf(start.Jacobian), Damping, FirstGrowth);
        return new(0, parameters, start.ToEvaluation(), memory, 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public State<LevenbergMarquardtMemory> Step(
        IResidualObjective objective, State<LevenbergMarquardtMemory> state)
    {
        Guard.NotNull(objective);
        var memory = Guard.NotNull(state).Memory;
        var jacobian = memory.Linearization.Jacobian;
        var stall = SecondOrder.StallOf(state);
        if (stall != Stall.None || !SecondOrder.IsFinite(jacobian) || !memory.Scale.IsFinite)
            return Stalled(stall == Stall.None ? Stall.NotFinite : stall, 0);

        var system = new DampedSystem(jacobian, memory.Linearization.Residuals, memory.Scale);
        var isAnyFinite = false;
        for (var trials = 1; trials <= MaxTrials; trials++)
        {
            var step = system.Solve(memory.Damping);
            var parameters = state.Parameters + step;
            if (parameters == state.Parameters)
                return Stalled(trials == 1 || isAnyFinite ? Stall.NoLowerLoss : Stall.NotFinite, trials - 1);

            var trial = objective.EvaluateResiduals(parameters);
            var evaluation = trial.ToEvaluation();
            var fall = Fall.Of(state.Evaluation, evaluation, step);
            var predicted = system.Predicted(step, memory.Damping, state.Gradient);
            isAnyFinite |= evaluation.IsFinite;
            if (fall.Value > LeastRatio * predicted && fall.IsProgress(
                () => system.Size(state.Gradient, memory.Damping),
                () => system.Size(evaluation.Gradient, memory.Damping)))
            {
                var next = After(memory, trial, fall.Value / predicted);
                return new(state.Step + 1, parameters, evaluation, next, state.Evaluations + trials);
            }

            if (fall.IsLastOf(predicted))
                return Stalled(Stall.NoLowerLoss, trials);
            memory = memory with
            {
                Damping = Math.Min(double.MaxValue, Math.Max(memory.Damping, LeastDamping) * memory.Growth),
                Growth = Math.Min(GreatestGrowth, 2 * memory.Growth),
            };
        }

        return Stalled(isAnyFinite ? Stall.TooManyTrials : Stall.NotFinite, MaxTrials);

        State<LevenbergMarquardtMemory> Stalled(Stall why, int evaluations) => state with
        {
            Step = state.Step + 1,
            Memory = memory with { Stall = why },
            Evaluations = state.Evaluations + evaluations,
        };
    }

    /// <summary>The name and the first λ.</summary>
    public override string ToString() => Guard.Text($"LevenbergMarquardt({Damping})");

    // From here on λ does something: below it is rounding beside the columns.
    private const double LeastDamping = MachineEpsilon.SquareRoot;
    private const double GreatestGrowth = 1e6;

    private static LevenbergMarquardtMemory After(
        LevenbergMarquardtMemory memory, ResidualEvaluation accepted, double ratio)
    {
        var truth = (2 * Math.Min(ratio, 2)) - 1;
        return new(
            Linearization.Of(accepted),
            memory.Scale.Zip(Linearization.LengthsOf(accepted.Jacobian), Math.Max),
            memory.Damping * Math.Max(1.0 / 3, 1 - (truth * truth * truth)),
            FirstGrowth);
    }
}
