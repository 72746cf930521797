namespace Descent.Models;

/// <summary>
/// Logistic regression for several classes: <c>(1 / N) Σ cᵢ (log Σₖ exp(sᵢₖ) − sᵢ,yᵢ) + R(W)</c>.
/// </summary>
/// <remarks>
/// <para><c>sᵢₖ = wₖ·xᵢ + bₖ</c>, with weights for every class; targets are 0, 1, …, K − 1. The penalty is
/// given all weights, row by row, and no bias. N stands for Σ cᵢ where rows have weights.</para>
/// <para>A number added to all biases changes nothing, nor, without a penalty, a vector added to all rows of
/// weights: of all these models <see cref="ModelOf"/> makes the one whose biases, and then whose rows of
/// weights, sum to 0; with ridge the rows do so by themselves. With two classes it is
/// <see cref="LogisticRegression"/>, whose w is w₁ − w₀; ridge λ on both rows is ridge λ / 2 there.</para>
/// <para>Without a penalty, and with ridge, Newton's method, above 500 parameters with a trust region and
/// products with the Hessian; bounds: L-BFGS-B; any other penalty with a proximal map, L1 among them: FISTA,
/// for which features should be standardized; any other smooth one: L-BFGS. Where the loss has no minimum,
/// see <see cref="LogisticRegression"/>.</para>
/// <para>The report's method says which minimizer was taken. A fit stops where the gradient is 1e-10 of what
/// the slopes at 0 and the size of the features could make it, so that units do not matter; in any case
/// after 10 000 steps. <see cref="Stop"/> is another rule.</para>
/// </remarks>
/// <param name="Penalty">R, or null for none.</param>
/// <exception cref="ArgumentException">
/// <paramref name="Penalty"/> has neither a gradient nor a proximal map.
/// </exception>
public sealed record SoftmaxRegression(IPenalty? Penalty = null)
    : IIterativeLearner<SoftmaxModel>
{
    /// <summary>R, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = PenalizedRisk.Known(value); } =
        PenalizedRisk.Known(Penalty);

    /// <summary>The number of classes, K, at least 2; null for the greatest target plus 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 2.</exception>
    public int? Classes { get; init => field = ModelGuard.AtLeast(value, 2, nameof(Classes)); }

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
    public static IFit<SoftmaxModel> Fit(Dataset data, IPenalty penalty) =>
        new SoftmaxRegression(Guard.NotNull(penalty)).Fit(data);

    /// <inheritdoc/>
    public IFit<SoftmaxModel> Fit(Dataset data) =>
        Problem(data).Fit(null, Stop, parameters => ModelOf(data, parameters));

    /// <summary>Fits from a model on, such as that of data or of a penalty nearby.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="start">Where the training starts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or the model has not the data's features.
    /// </exception>
    public IFit<SoftmaxModel> Fit(Dataset data, SoftmaxModel start) =>
        Problem(data).Fit(StartOf(data, start), Stop, parameters => ModelOf(data, parameters));

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => Problem(data).Training(null);

    /// <summary>The states of a training from a model on, lazily.</summary>
    /// <inheritdoc cref="Fit(Dataset, SoftmaxModel)"/>
    public IEnumerable<IState> Training(Dataset data, SoftmaxModel start) =>
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
    public SoftmaxRisk Risk(Dataset data)
    {
        var classes = ModelGuard.ClassCount(data, Classes);
        return new(data, classes, Penalty as ISmoothPenalty, bias: Bias);
    }

    /// <inheritdoc/>
    public SoftmaxModel ModelOf(Dataset data, Vector parameters)
    {
        var classes = Classes ?? ModelGuard.ClassCount(Guard.NotNull(data));
        var features = Guard.NotNull(data).FeatureCount;
        var length = Bias ? features + 1 : features;
        Guard.SameLength(
            parameters.Count, classes * length, "the list of the model's parameters", nameof(parameters));
        var columns = Enumerable.Range(0, length)
            .Select(j => Vector.From(Enumerable.Range(0, classes).Select(k => parameters[(k * length) + j])))
            .Select((column, j) => j == features || Penalty is null ? Centred(column) : column)
            .ToArray();
        return new(
            Matrix.From(classes, features, (k, j) => columns[j][k]),
            Bias ? columns[features] : Vector.Zeros(classes));
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(SoftmaxRegression), Penalty, LearnerText.Bias(Bias));

    private static Vector Centred(Vector column)
    {
        var mean = column.Sum() / column.Count;
        return column.Map(entry => entry - mean);
    }

    private PenalizedRisk Problem(Dataset data) => new(Risk(data), Penalty);

    private Vector StartOf(Dataset data, SoftmaxModel start)
    {
        var classes = Classes ?? ModelGuard.ClassCount(Guard.NotNull(data));
        Guard.SameLength(Guard.NotNull(start).ClassCount, classes, "the list of classes", "start.Biases");
        return Vector.From(Enumerable.Range(0, classes).SelectMany(k =>
            LinearParameters.Join(data, Vector.Create(start.Weights.Row(k)), start.Biases[k], Bias)));
    }
}
