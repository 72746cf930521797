namespace Descent;

/// <summary>The losses of one sample, by name.</summary>
/// <remarks>
/// s is the score, y the target. Losses for two classes read y = 0 or 1, and the margin losses turn it into a
/// sign, σ = 2y − 1; the margin is m = σ s.
/// </remarks>
public static class Loss
{
    /// <summary>Squared error without the ½: <c>(s − y)²</c>.</summary>
    /// <remarks>
    /// Derivative <c>2 (s − y)</c>, second derivative 2. Its mean is the mean squared error.
    /// </remarks>
    public static ILoss Squared { get; } = BlockLoss.Of(new SquaredLoss(1));

    /// <summary>Squared error with the ½: <c>½ (s − y)²</c>.</summary>
    /// <remarks>Derivative <c>s − y</c>, second derivative 1.</remarks>
    public static ILoss HalfSquared { get; } = BlockLoss.Of(new SquaredLoss(0.5));

    /// <summary>Binary cross-entropy on scores: <c>log(1 + eˢ) − y s</c>, y in [0, 1].</summary>
    /// <remarks>
    /// The negative log-likelihood of a label that is 1 with probability sigmoid(s). Evaluated as
    /// <c>log1p(e^−|s|)</c> plus <c>(1 − y) s</c> where s &gt; 0 and <c>−y s</c> elsewhere, so that nothing
    /// cancels or overflows: it is exact at s = ±1000. Derivative <c>sigmoid(s) − y</c>, second derivative
    /// <c>sigmoid(s) sigmoid(−s)</c>, at most ¼.
    /// </remarks>
    public static ILoss Logistic { get; } = BlockLoss.Of(default(LogisticLoss));

    /// <summary>Hinge loss: <c>max(0, 1 − m)</c>, y = 0 or 1.</summary>
    /// <remarks>
    /// Derivative −σ where m &lt; 1, else 0: at the kink m = 1 the subgradient 0. The support vector
    /// machine's loss (Cortes, Vapnik 1995).
    /// </remarks>
    public static ILoss Hinge { get; } = BlockLoss.Of(default(MarginLoss<Hinge>));

    /// <summary>Squared hinge loss: <c>max(0, 1 − m)²</c>, y = 0 or 1.</summary>
    /// <remarks>Derivative <c>−2 σ max(0, 1 − m)</c>, second derivative 2 where m &lt; 1, else 0.</remarks>
    public static ILoss SquaredHinge { get; } = BlockLoss.Of(default(MarginLoss<SquaredHinge>));

    /// <summary>Perceptron loss: <c>max(0, −m)</c>, y = 0 or 1.</summary>
    /// <remarks>
    /// Derivative −σ where m ≤ 0, else 0: at the kink m = 0 the subgradient −σ, so that descent from zero
    /// weights moves, as the perceptron does (Rosenblatt 1958).
    /// </remarks>
    public static ILoss Perceptron { get; } = BlockLoss.Of(default(MarginLoss<PerceptronCriterion>));

    /// <summary>A loss of your own, as functions of (score, target).</summary>
    /// <param name="value">ℓ(score, target).</param>
    /// <param name="derivative">∂ℓ/∂score.</param>
    /// <param name="secondDerivative">∂²ℓ/∂score²; NaN everywhere when omitted.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="value"/> or <paramref name="derivative"/> is null.
    /// </exception>
    public static ILoss From(
        Func<double, double, double> value,
        Func<double, double, double> derivative,
        Func<double, double, double>? secondDerivative = null) =>
        new CustomLoss(Guard.NotNull(value), Guard.NotNull(derivative), secondDerivative);
}
