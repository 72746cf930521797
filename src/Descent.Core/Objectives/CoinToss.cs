namespace Descent;

/// <summary>The negative log-likelihood of a coin's probability of heads, given its tosses.</summary>
/// <remarks>
/// <para>For i heads in N tosses, <c>J(p) = −[i log p + (N − i) log(1 − p)]</c> (natural logarithm, 0 log 0 =
/// 0). Its minimum is the closed form <c>p = i / N</c>, <see cref="Estimate"/>.</para>
/// <para>The one parameter is the log-odds θ, <c>p = sigmoid(θ)</c>, so that p stays in (0, 1) whatever the
/// step (as a double it rounds to 1 from θ = 37 on, and the loss stays exact): <c>J = i softplus(−θ) + (N −
/// i) softplus(θ)</c>, <c>dJ/dθ = N p − i</c>, <c>d²J/dθ² = N p (1 − p) ≤ N / 4</c>. Descent falls at every
/// step for a rate of at most 4 / N. At i = 0 and i = N the minimum lies at θ = ∓∞: the loss falls to 0 and
/// the parameter walks without end.</para>
/// </remarks>
public sealed class CoinToss : ISmoothObjective, ITwiceDifferentiable
{
    /// <summary>Records the tosses.</summary>
    /// <param name="heads">How often heads came up, i, from 0 to <paramref name="tosses"/>.</param>
    /// <param name="tosses">How often the coin was tossed, N, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public CoinToss(int heads, int tosses)
    {
        Tosses = Guard.AtLeast(tosses, 1);
        if (heads < 0 || heads > tosses)
        {
            throw new ArgumentOutOfRangeException(nameof(heads), heads, Guard.Text(
                $"heads is {heads}; it must be at least 0 and at most {tosses}, the number of tosses."));
        }

        Heads = heads;
    }

    /// <summary>How often heads came up, i.</summary>
    public int Heads { get; }

    /// <summary>How often the coin was tossed, N.</summary>
    public int Tosses { get; }

    /// <summary>The maximum-likelihood estimate in closed form, i / N.</summary>
    public double Estimate => (double)Heads / Tosses;

    /// <summary>1: the log-odds.</summary>
    public int Dimension => 1;

    /// <summary>The probability of heads at the given log-odds.</summary>
    /// <param name="parameters">The log-odds θ, one entry.</param>
    /// <returns>sigmoid(θ).</returns>
    /// <exception cref="ArgumentException">The length is not 1.</exception>
    public double Probability(Vector parameters)
    {
        Guard.SameLength(parameters.Count, Dimension, "the objective", nameof(parameters));
        return Elementary.Sigmoid(parameters[0]);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(Vector parameters)
    {
        Guard.SameLength(parameters.Count, Dimension, "the objective", nameof(parameters));
        var theta = parameters[0];
        var tails = Tosses - Heads;
        // i (p − 1) + (N − i) p, each factor without cancellation, is N p − i.
        var slope = (tails * Elementary.Sigmoid(theta)) - (Heads * Elementary.Sigmoid(-theta));
        return new Evaluation(
            Times(Heads, Elementary.Softplus(-theta)) + Times(tails, Elementary.Softplus(theta)),
            Vector.Of(slope));
    }

    /// <summary>d²J/dθ² = N p (1 − p), a matrix of one entry.</summary>
    /// <exception cref="ArgumentException">The length is not 1.</exception>
    public IHessian HessianAt(Vector parameters)
    {
        var (p, rest) = (Probability(parameters), Elementary.Sigmoid(-parameters[0]));
        return Hessian.From(Matrix.FromRows([Tosses * (p * rest)]));
    }

    /// <summary>N / 4, the curvature at p = ½.</summary>
    public double CurvatureBound() => Tosses / 4.0;

    /// <summary>J(p), the negative log-likelihood at a probability.</summary>
    /// <param name="probability">p, in [0, 1].</param>
    /// <returns>J(p) in nats; +∞ where p rules out what was seen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="probability"/> is outside [0, 1].
    /// </exception>
    public double NegativeLogLikelihood(double probability)
    {
        Guard.Probability(probability);
        return Times(Heads, -Elementary.Log(probability))
            + Times(Tosses - Heads, -Elementary.Log1p(-probability));
    }

    /// <summary>dJ/dp = (N − i) / (1 − p) − i / p, the slope in the probability itself.</summary>
    /// <param name="probability">p, in [0, 1].</param>
    /// <returns>The slope; infinite at an end that rules out what was seen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="probability"/> is outside [0, 1].
    /// </exception>
    public double Slope(double probability)
    {
        Guard.Probability(probability);
        return Over(Tosses - Heads, 1 - probability) - Over(Heads, probability);
    }

    // 0 · ∞ and 0 / 0 are 0 here: what did not happen says nothing.
    private static double Times(int count, double value) => count == 0 ? 0 : count * value;

    private static double Over(int count, double value) => count == 0 ? 0 : count / value;
}
