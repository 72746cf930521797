namespace Descent.Models;

/// <summary>
/// A line below which a share τ of the targets is: <c>(1 / N) Σ cᵢ ℓ(w·xᵢ + b, yᵢ) + R(w)</c>.
/// </summary>
/// <remarks>
/// <para>ℓ is <see cref="Loss.Quantile"/>; τ = ½ is median regression, which outliers in the targets do not
/// pull however far they are. The loss of the report is then half the mean absolute error
/// (Koenker, Bassett 1978).</para>
/// <para>With a bias and no penalty on it, the share of rows above which the line is, is at most τ, and the
/// share that it is above or on at least τ, weights counted. Without a penalty the line goes through as many
/// rows as it has parameters, unless more than one line is best: then it is one between them.</para>
/// <para>The minimizer is <see cref="InteriorPoint"/>, until the rows on the line are known and the minimum
/// is solved for exactly, or nothing makes the duality gap smaller; converged is a gap of at most 1e-9 of the
/// loss. <see cref="Stop"/> is another rule.</para>
/// </remarks>
/// <param name="Quantile">τ, greater than 0 and less than 1.</param>
/// <param name="Penalty">R: <see cref="Ridge"/> or <see cref="L2"/>, or null for none.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Quantile"/> is not in its range.</exception>
/// <exception cref="ArgumentException"><paramref name="Penalty"/> is of another kind.</exception>
public sealed record QuantileRegression(double Quantile = 0.5, IPenalty? Penalty = null)
    : IIterativeLearner<LinearModel>
{
    /// <summary>τ, greater than 0 and less than 1.</summary>
    public double Quantile { get; init => field = Guard.ProperFraction(value, nameof(Quantile)); } =
        Guard.ProperFraction(Quantile);

    /// <summary>R: <see cref="Ridge"/> or <see cref="L2"/>, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = Known(value); } = Known(Penalty);

    /// <summary>Whether the model has a bias, which no penalty touches.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>When a fit stops; null for the rule in the remarks.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Fits the line of a quantile, without a penalty.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="quantile">τ, greater than 0 and less than 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="quantile"/> is not in its range.
    /// </exception>
    public static IFit<LinearModel> Fit(Dataset data, double quantile) =>
        new QuantileRegression(Guard.ProperFraction(quantile)).Fit(data);

    /// <inheritdoc/>
    public IFit<LinearModel> Fit(Dataset data) =>
        Problem(data).Fit(null, Stop, parameters => ModelOf(data, parameters));

    /// <summary>Fits from a model on.</summary>
    /// <remarks>
    /// It tells only where the path to the minimum begins, which seldom makes it shorter.
    /// </remarks>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="start">Where the training starts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The model has not the data's features.</exception>
    public IFit<LinearModel> Fit(Dataset data, LinearModel start) =>
        Problem(data).Fit(StartOf(data, start), Stop, parameters => ModelOf(data, parameters));

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => Problem(data).Training(null);

    /// <summary>The states of a training from a model on, lazily.</summary>
    /// <inheritdoc cref="Fit(Dataset, LinearModel)"/>
    public IEnumerable<IState> Training(Dataset data, LinearModel start) =>
        Problem(data).Training(StartOf(data, start));

    /// <summary>What is minimized.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no parameter.</exception>
    public EmpiricalRisk Risk(Dataset data) =>
        new(Guard.NotNull(data), Loss.Quantile(Quantile), (ISmoothPenalty?)Penalty, bias: Bias);

    /// <inheritdoc/>
    public LinearModel ModelOf(Dataset data, Vector parameters)
    {
        var (weights, bias) = LinearParameters.Split(data, parameters, Bias);
        return new(weights, bias);
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(QuantileRegression), Quantile, Penalty, LearnerText.Bias(Bias));

    private KinkedRisk Problem(Dataset data) => new(Risk(data));

    private Vector StartOf(Dataset data, LinearModel start) =>
        LinearParameters.Join(data, Guard.NotNull(start).Weights, start.Bias, Bias);

    private static IPenalty? Known(IPenalty? penalty) => KinkedRisk.Known(penalty, "quantile regression");
}
