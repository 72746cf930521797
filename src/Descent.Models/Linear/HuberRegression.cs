namespace Descent.Models;

/// <summary>A line that outliers do not pull far: <c>(1 / N) Σ cᵢ ℓ(w·xᵢ + b − yᵢ) + R(w)</c>.</summary>
/// <remarks>
/// <para>ℓ is <see cref="Loss.Huber"/>: ½ r² where |r| ≤ δ, else δ (|r| − ½ δ). An error beyond δ pulls no
/// harder than δ. As δ grows it becomes least squares, as it falls the median regression (Huber 1964).</para>
/// <para>δ is counted in units of the target, and no scale is estimated beside the weights: 1.35 is for
/// errors of standard deviation 1, where it keeps 95 % of the efficiency of least squares on normal errors.
/// For others pass 1.35 of their deviation; a robust guess of it is 1.48 times the median of the sizes of the
/// residuals of a first fit. scikit-learn's HuberRegressor estimates a scale, and has twice this loss.</para>
/// <para>The minimizers are those of <see cref="LogisticRegression"/>, but that L1 and elastic net get FISTA,
/// for which features should be standardized.</para>
/// <para>The report's method says which minimizer was taken. A fit stops where the gradient is 1e-10 of what
/// the slopes at 0 and the size of the features could make it, so that units do not matter; in any case
/// after 10 000 steps. <see cref="Stop"/> is another rule.</para>
/// </remarks>
/// <param name="Delta">δ, in the unit of the target; finite and greater than 0.</param>
/// <param name="Penalty">R, or null for none.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Delta"/> is not in its range.</exception>
/// <exception cref="ArgumentException">
/// <paramref name="Penalty"/> has neither a gradient nor a proximal map.
/// </exception>
public sealed record HuberRegression(double Delta = 1.35, IPenalty? Penalty = null)
    : IIterativeLearner<LinearModel>
{
    /// <summary>R, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = PenalizedRisk.Known(value); } =
        PenalizedRisk.Known(Penalty);

    /// <summary>δ, in the unit of the target.</summary>
    public double Delta { get; init => field = Guard.Positive(value, nameof(Delta)); } =
        Guard.Positive(Delta);

    /// <summary>Whether the model has a bias, which no penalty touches.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>When a fit stops; null for the rule in the remarks.</summary>
    public StopRule? Stop { get; init; }

    /// <inheritdoc/>
    public IFit<LinearModel> Fit(Dataset data) =>
        Problem(data).Fit(null, Stop, parameters => ModelOf(data, parameters));

    /// <summary>Fits from a model on, such as that of data or of a penalty nearby.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="start">Where the training starts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or the model has not the data's features.
    /// </exception>
    public IFit<LinearModel> Fit(Dataset data, LinearModel start) =>
        Problem(data).Fit(StartOf(data, start), Stop, parameters => ModelOf(data, parameters));

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => Problem(data).Training(null);

    /// <summary>The states of a training from a model on, lazily.</summary>
    /// <inheritdoc cref="Fit(Dataset, LinearModel)"/>
    public IEnumerable<IState> Training(Dataset data, LinearModel start) =>
        Problem(data).Training(StartOf(data, start));

    /// <summary>What is minimized, but for a penalty with kinks.</summary>
    /// <remarks>
    /// To train it by a rule of one's own, as in <c>new Adam(0.01).Minimize(learner.Risk(data), from)</c>.
    /// A smooth penalty is in it; one that is an <see cref="IProximalPenalty"/> is for the minimizer, as in
    /// <c>new Fista(penalty)</c>.
    /// </remarks>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or there is no parameter.
    /// </exception>
    public EmpiricalRisk Risk(Dataset data) =>
        new(data, Loss.Huber(Delta), Penalty as ISmoothPenalty, bias: Bias);

    /// <inheritdoc/>
    public LinearModel ModelOf(Dataset data, Vector parameters)
    {
        var (weights, bias) = LinearParameters.Split(data, parameters, Bias);
        return new(weights, bias);
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(HuberRegression), Delta, Penalty, LearnerText.Bias(Bias));

    private PenalizedRisk Problem(Dataset data) => new(Risk(data), Penalty);

    private Vector StartOf(Dataset data, LinearModel start) =>
        LinearParameters.Join(data, Guard.NotNull(start).Weights, start.Bias, Bias);
}
