namespace Descent.Models;

/// <summary>
/// A linear support vector machine: <c>(1 / N) Σ cᵢ ℓ(w·xᵢ + b, yᵢ) + R(w)</c>, ℓ a hinge.
/// </summary>
/// <remarks>
/// <para>ℓ is <see cref="Loss.SquaredHinge"/> or, with <see cref="Loss"/>, <see cref="Descent.Loss.Hinge"/>
/// (Cortes, Vapnik 1995); targets are 0 and 1. N stands for Σ cᵢ where rows have weights; with
/// <see cref="Ridge"/> scikit-learn's and LIBSVM's C is 1 / (N λ), but LIBLINEAR penalises the bias: here it
/// is free.</para>
/// <para>The squared hinge is the default, as it is LIBLINEAR's: it has a gradient, so Newton's method finds
/// the minimum to the last digit in a few steps, and it takes any penalty, or none. The hinge cares less
/// about rows far on the wrong side and is held by fewer rows; it takes a <see cref="Ridge"/> of every
/// weight, without which neither its weights nor its bias need be unique.</para>
/// <para>The squared hinge gets the minimizers of <see cref="LogisticRegression"/>, but that L1 and elastic
/// net get FISTA, for which features should be standardized; and it stops by the same rule. The hinge gets
/// <see cref="InteriorPoint"/>, until the rows on the margin are known and the minimum is solved for exactly,
/// or nothing makes the duality gap smaller; converged is a gap of at most 1e-9 of the loss. The report has
/// the gap. <see cref="Stop"/> is another rule.</para>
/// </remarks>
/// <param name="Penalty">R, or null for none.</param>
/// <exception cref="ArgumentException">
/// <paramref name="Penalty"/> has neither a gradient nor a proximal map.
/// </exception>
public sealed record LinearSvm(IPenalty? Penalty = null) : IIterativeLearner<LinearClassifier>
{
    /// <summary>R, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = PenalizedRisk.Known(value); } =
        PenalizedRisk.Known(Penalty);

    /// <summary>
    /// ℓ: <see cref="Descent.Loss.SquaredHinge"/>, or <see cref="Descent.Loss.Hinge"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is another loss.</exception>
    public ILoss Loss { get; init => field = Known(value); } = Descent.Loss.SquaredHinge;

    /// <summary>Whether the model has a bias, which no penalty touches.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>When a fit stops; null for the rule in the remarks.</summary>
    public StopRule? Stop { get; init; }

    private bool IsHinge => Loss.Equals(Descent.Loss.Hinge);

    /// <summary>Fits with a penalty.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="penalty">R.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The targets cannot be read, or the penalty has neither a gradient nor a proximal map.
    /// </exception>
    public static IFit<LinearClassifier> Fit(Dataset data, IPenalty penalty) =>
        new LinearSvm(Guard.NotNull(penalty)).Fit(data);

    /// <inheritdoc/>
    public IFit<LinearClassifier> Fit(Dataset data) => Fit(data, (Vector?)null);

    /// <summary>Fits from a model on, such as that of data or of a penalty nearby.</summary>
    /// <remarks>
    /// Of the hinge it tells only where the path to the minimum begins, which seldom makes it shorter.
    /// </remarks>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="start">Where the training starts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or the model has not the data's features.
    /// </exception>
    public IFit<LinearClassifier> Fit(Dataset data, LinearClassifier start) =>
        Fit(data, StartOf(data, start));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or with the hinge the penalty is not a ridge of every weight.
    /// </exception>
    public IEnumerable<IState> Training(Dataset data) => Training(data, (Vector?)null);

    /// <summary>The states of a training from a model on, lazily.</summary>
    /// <inheritdoc cref="Fit(Dataset, LinearClassifier)"/>
    public IEnumerable<IState> Training(Dataset data, LinearClassifier start) =>
        Training(data, StartOf(data, start));

    /// <summary>What is minimized, but for a penalty with kinks.</summary>
    /// <remarks>
    /// To train it by a rule of one's own, as in <c>new GradientDescent(0.01).Minimize(learner.Risk(data),
    /// from)</c>. A smooth penalty is in it; one that is an <see cref="IProximalPenalty"/> is for the
    /// minimizer.
    /// </remarks>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The learner cannot read the targets, or there is no parameter.
    /// </exception>
    public EmpiricalRisk Risk(Dataset data)
    {
        ModelGuard.Classes(Guard.NotNull(data), 2);
        return new(data, Loss, Penalty as ISmoothPenalty, bias: Bias);
    }

    /// <inheritdoc/>
    public LinearClassifier ModelOf(Dataset data, Vector parameters)
    {
        var (weights, bias) = LinearParameters.Split(data, parameters, Bias);
        return new(weights, bias);
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(LinearSvm), Penalty, IsHinge ? "hinge" : null, LearnerText.Bias(Bias));

    private Fit<LinearClassifier> Fit(Dataset data, Vector? start) => IsHinge
        ? Kinked(data).Fit(start, Stop, parameters => ModelOf(data, parameters))
        : new PenalizedRisk(Risk(data), Penalty).Fit(start, Stop, parameters => ModelOf(data, parameters));

    private IEnumerable<IState> Training(Dataset data, Vector? start) =>
        IsHinge ? Kinked(data).Training(start) : new PenalizedRisk(Risk(data), Penalty).Training(start);

    private KinkedRisk Kinked(Dataset data)
    {
        KinkedRisk.Known(Penalty, "the hinge");
        return new(Risk(data));
    }

    private Vector StartOf(Dataset data, LinearClassifier start) =>
        LinearParameters.Join(data, Guard.NotNull(start).Weights, start.Bias, Bias);

    private static ILoss Known(ILoss loss, string name = nameof(Loss)) =>
        Guard.NotNull(loss, name).Equals(Descent.Loss.SquaredHinge) || loss.Equals(Descent.Loss.Hinge)
            ? loss
            : throw new ArgumentException(
                $"{name} is {loss}; a support vector machine has Loss.SquaredHinge or Loss.Hinge.", name);
}
