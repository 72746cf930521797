namespace Descent.Models;

/// <summary>Least squares with or without a penalty: <c>(1 / 2N) Σ cᵢ (w·xᵢ + b − yᵢ)² + R(w)</c>.</summary>
/// <remarks>
/// <para>Without a penalty ordinary least squares, with <see cref="Ridge"/> ridge regression, with
/// <see cref="Lasso"/> the lasso, with <see cref="ElasticNet"/> the elastic net, with
/// <see cref="NonNegative"/> non-negative least squares. N stands for Σ cᵢ where rows have weights.</para>
/// <para>Without a penalty, and with ridge, the minimum is found at once, by QR
/// (<see cref="NormalEquations"/>), up to a million numbers in the features, to which ridge adds a row for
/// each. Where features are dependent, ordinary least squares has many answers with equal predictions; this
/// is the one of least ‖w‖. Beyond, Newton's method, above 500 parameters with a trust region and products
/// with the Hessian. L1 and elastic net: coordinate descent; bounds: L-BFGS-B; any other penalty with a
/// proximal map: FISTA; any other smooth one: L-BFGS.</para>
/// <para>The report's method says which minimizer was taken. A fit stops where the gradient is 1e-10 of what
/// the slopes at 0 and the size of the features could make it, so that units do not matter; with a lasso or
/// an elastic net where the duality gap proves the objective to ten digits; in any case after 10 000 steps.
/// <see cref="Stop"/> is another rule.</para>
/// </remarks>
/// <param name="Penalty">R, or null for none.</param>
/// <exception cref="ArgumentException">
/// <paramref name="Penalty"/> has neither a gradient nor a proximal map.
/// </exception>
public sealed record LinearRegression(IPenalty? Penalty = null)
    : IIterativeLearner<LinearModel>
{
    /// <summary>R, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = PenalizedRisk.Known(value); } =
        PenalizedRisk.Known(Penalty);

    /// <summary>Whether the model has a bias, which no penalty touches.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>When a fit stops; null for the rule in the remarks.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Fits with a penalty.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="penalty">R.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The targets cannot be read, or the penalty has neither a gradient nor a proximal map.
    /// </exception>
    public static IFit<LinearModel> Fit(Dataset data, IPenalty penalty) =>
        new LinearRegression(Guard.NotNull(penalty)).Fit(data);

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
        new(data, Loss.HalfSquared, Penalty as ISmoothPenalty, bias: Bias);

    /// <inheritdoc/>
    public LinearModel ModelOf(Dataset data, Vector parameters)
    {
        var (weights, bias) = LinearParameters.Split(data, parameters, Bias);
        return new(weights, bias);
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(LinearRegression), Penalty, LearnerText.Bias(Bias));

    private PenalizedRisk Problem(Dataset data) => new(Risk(data), Penalty);

    private Vector StartOf(Dataset data, LinearModel start) =>
        LinearParameters.Join(data, Guard.NotNull(start).Weights, start.Bias, Bias);
}
