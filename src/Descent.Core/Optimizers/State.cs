namespace Descent;

/// <summary>One point of a training run, and all that the next step needs.</summary>
/// <remarks>
/// <para>A state is whole: loss and gradient belong to its own parameters, and a run resumed from it is the
/// same run. Equality is by value. In F#, change a field by a <c>With</c> method or the constructor.</para>
/// <para>Who changes the parameters, or goes on with another objective, asks <see cref="EvaluatedOn"/> for
/// the loss and gradient that belong there.</para>
/// </remarks>
/// <typeparam name="TMemory">
/// What the optimizer remembers; <see cref="NoMemory"/> for one that remembers nothing.
/// </typeparam>
/// <param name="Step">How many steps led here from the start, which is step 0.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Evaluation">Loss and gradient at the parameters.</param>
/// <param name="Memory">What the optimizer remembers.</param>
/// <param name="Evaluations">
/// How many evaluations of the objective led here, this state's own included.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public sealed record State<TMemory>(
    long Step, Vector Parameters, Evaluation Evaluation, TMemory Memory, long Evaluations) : IState
{
    /// <summary>How many steps led here from the start, which is step 0.</summary>
    public long Step { get; init => field = Guard.AtLeast(value, 0L, nameof(Step)); } =
        Guard.AtLeast(Step, 0L);

    /// <summary>
    /// How many evaluations of the objective led here, this state's own included.
    /// </summary>
    public long Evaluations { get; init => field = Guard.AtLeast(value, 0L, nameof(Evaluations)); } =
        Guard.AtLeast(Evaluations, 0L);

    /// <inheritdoc/>
    public double Loss => Evaluation.Loss;

    /// <inheritdoc/>
    public Vector Gradient => Evaluation.Gradient;

    /// <inheritdoc/>
    public double Optimality => Memory is IOptimality memory ? memory.Optimality : Gradient.Norm;

    /// <inheritdoc/>
    public bool IsFinite => Evaluation.IsFinite && Parameters.IsFinite;

    /// <inheritdoc/>
    public Stall Stall => Memory is IStall memory ? memory.Stall : Stall.None;

    /// <inheritdoc/>
    public bool CanGoOn => IsFinite && Stall == Stall.None;

    /// <inheritdoc/>
    public bool Converged(double tolerance) => Optimality <= Guard.NonNegative(tolerance);

    /// <summary>The same step and memory with loss and gradient from an objective, asked once more.</summary>
    /// <remarks>
    /// For a run that goes on elsewhere: <c>(state with { Parameters = w }).EvaluatedOn(objective)</c>. Of a
    /// stochastic objective, what this step sees is asked.
    /// </remarks>
    /// <param name="objective">The objective that the run goes on with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">Its dimension is not the number of parameters.</exception>
    /// <exception cref="InvalidOperationException">
    /// The memory knows how far from stationary the old parameters are (<see cref="IOptimality"/>): begin
    /// anew by the minimizer's <c>Init</c>.
    /// </exception>
    public State<TMemory> EvaluatedOn(IObjective objective)
    {
        Guard.SameLength(
            Parameters.Count, Guard.NotNull(objective).Dimension, "the objective", nameof(Parameters));
        if (Memory is IOptimality)
        {
            throw new InvalidOperationException(
                $"The memory is {typeof(TMemory).Name}, which tells how far from stationary its parameters "
                + "are and cannot be made anew here; begin by minimizer.Init(objective, parameters).");
        }

        return this with
        {
            Evaluation = Optimizer.Evaluate(objective, Step, Parameters),
            Evaluations = Evaluations + 1,
        };
    }

    /// <summary>The same state with other parameters, and the loss and gradient of the old ones.</summary>
    /// <remarks>Ask <see cref="EvaluatedOn"/> before going on.</remarks>
    public State<TMemory> WithParameters(Vector parameters) => this with { Parameters = parameters };

    /// <summary>
    /// The same state with another evaluation: how a wrapper shows its optimizer another gradient.
    /// </summary>
    public State<TMemory> WithEvaluation(Evaluation evaluation) => this with { Evaluation = evaluation };

    /// <summary>The same state with another memory.</summary>
    public State<TMemory> WithMemory(TMemory memory) => this with { Memory = memory };

    /// <summary>Step, loss and gradient norm, for a log.</summary>
    public override string ToString() =>
        Guard.Text($"step {Step}: loss {Loss:G10}, ‖gradient‖ {Optimality:G4}, at {Parameters}");
}
