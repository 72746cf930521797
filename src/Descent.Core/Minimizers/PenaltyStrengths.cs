namespace Descent;

/// <summary>The strengths λ that a regularisation path goes through.</summary>
public static class PenaltyStrengths
{
    // No weight survives it, and no product with a factor overflows.
    private const double Overwhelming = 1e200;

    private const int GreatestSteps = 200;

    /// <summary>The least λ at which all penalised weights are 0.</summary>
    /// <remarks>
    /// <c>max |vⱼ| / (α cⱼ)</c>, v being the gradient by the weights where they are 0 and the bias, with
    /// whatever is not penalised, is at its best. Rounded up until <see cref="CoordinateDescent"/> gives
    /// exact zeros; a little less does not (Friedman, Hastie, Tibshirani 2010, §2.5).
    /// </remarks>
    /// <param name="risk">A risk that <see cref="CoordinateDescent"/> takes.</param>
    /// <param name="l1Ratio">α of <see cref="ElasticNet"/>, in (0, 1]; 1 is the lasso.</param>
    /// <param name="factors">A factor for each weight; all 1 when omitted.</param>
    /// <returns>0 where no weight is penalised, or none would be moved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="risk"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is of another kind, or there is not one factor per weight.
    /// </exception>
    public static double Greatest(EmpiricalRisk risk, double l1Ratio = 1, Vector? factors = null) =>
        GreatestAt(NullModel(risk, l1Ratio, factors), risk, l1Ratio, factors);

    /// <summary>Strengths that fall by one ratio from the greatest to a share of it.</summary>
    /// <param name="greatest">The first; greater than 0.</param>
    /// <param name="count">How many, at least 1; 100 as in glmnet.</param>
    /// <param name="share">
    /// The last as a share of the first, in (0, 1); 1e-4 is glmnet's where there are more rows than features,
    /// and 1e-2 where there are not.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Vector Falling(double greatest, int count = 100, double share = 1e-4)
    {
        Guard.Positive(greatest);
        Guard.AtLeast(count, 1);
        Guard.ProperFraction(share);
        var length = Math.Max(1, count - 1);
        return Vector.From(Enumerable.Range(0, count)
            .Select(k => k == 0 ? greatest : greatest * Elementary.Pow(share, (double)k / length)));
    }

    /// <summary>The state at which all that is penalised is 0, and the rest at its best.</summary>
    internal static State<CoordinateMemory> NullModel(EmpiricalRisk risk, double l1Ratio, Vector? factors)
    {
        Guard.NotNull(risk);
        Guard.PositiveUpTo(l1Ratio, 1);
        var minimizer = new CoordinateDescent(new L1(Overwhelming) { Factors = factors });
        var state = minimizer.Init(risk, Vector.Zeros(risk.Dimension));
        for (var k = 0; k < GreatestSteps && state.CanGoOn; k++)
            state = minimizer.Step(risk, state);
        return state;
    }

    /// <summary>The least λ at which nothing enters the null model.</summary>
    internal static double GreatestAt(
        State<CoordinateMemory> state, EmpiricalRisk risk, double l1Ratio, Vector? factors)
    {
        var moments = risk.Data.Moments(risk.MaxDegreeOfParallelism);
        var total = risk.Data.IsWeighted ? risk.Data.Weights.Sum() : risk.Data.Count;
        var mean = risk.HasBias ? state.Gradient[^1] / total : 0;
        var greatest = 0.0;
        for (var j = 0; j < risk.Data.FeatureCount; j++)
        {
            var factor = factors is { } each ? each[j] : 1;
            if (factor is 0)
                continue;

            // Both as the slope is and as it would be without what is left of the bias's.
            var slope = Math.Max(
                Math.Abs(state.Gradient[j]), Math.Abs(state.Gradient[j] - (mean * moments.Sums[j])));
            slope *= 1 + (4 * MachineEpsilon.Value);
            var strength = slope / (l1Ratio * factor);
            while (strength * l1Ratio * factor < slope)
                strength = Math.BitIncrement(strength);
            greatest = Math.Max(greatest, strength);
        }

        return greatest;
    }
}
