namespace Descent.Linq;

/// <summary>
/// The solutions of one risk under weaker and weaker penalties, each begun at the one before.
/// </summary>
/// <remarks>
/// Lazy: a point is solved when it is drawn, and nothing before. Cut it by any predicate:
/// <c>path.TakeWhile(p => p.Support.Length &lt;= 10)</c>. Each enumeration solves the path anew, bit for bit;
/// <c>Memoize</c> keeps it.
/// </remarks>
public static class RegularizationPath
{
    /// <summary>The path of the lasso or elastic net, by <see cref="CoordinateDescent"/>.</summary>
    /// <remarks>
    /// From the least λ at which all weights are 0 (<see cref="PenaltyStrengths.Greatest"/>), in equal
    /// ratios, with glmnet's defaults. The λ are for the risk as it is: a sum has N times those of a mean.
    /// </remarks>
    /// <param name="risk">A risk that <see cref="CoordinateDescent"/> takes.</param>
    /// <param name="l1Ratio">α of <see cref="ElasticNet"/>, in (0, 1]; 1 is the lasso.</param>
    /// <param name="count">How many points, at least 1.</param>
    /// <param name="share">
    /// The last λ as a share of the first, in (0, 1); when omitted,
    /// 1e-4 where there are more rows than features, else 1e-2.
    /// </param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <param name="factors">A factor for each weight; all 1 when omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="risk"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is of another kind, or there is not one factor per weight.
    /// </exception>
    public static IEnumerable<PathPoint<State<CoordinateMemory>>> Of(
        EmpiricalRisk risk,
        double l1Ratio = 1,
        int count = 100,
        double? share = null,
        double tolerance = 1e-9,
        Vector? factors = null)
    {
        Guard.PositiveUpTo(l1Ratio, 1);
        Check(risk, l1Ratio, tolerance, factors);
        Guard.AtLeast(count, 1);
        var last = Guard.ProperFraction(
            share ?? (risk.Data.Count > risk.Data.FeatureCount ? 1e-4 : 1e-2), nameof(share));
        return Falling(risk, l1Ratio, count, last, tolerance, factors);
    }

    /// <summary>The path through strengths of one's own.</summary>
    /// <param name="risk">A risk that <see cref="CoordinateDescent"/> takes.</param>
    /// <param name="strengths">λ, drawn as the points are; falling, so that each start is near.</param>
    /// <param name="l1Ratio">α of <see cref="ElasticNet"/>, in [0, 1]: 1 is the lasso, 0 ridge
    /// regression.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <param name="factors">A factor for each weight; all 1 when omitted.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not in its range; of a strength, when it is drawn.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The loss or penalty of the risk is of another kind, or there is not one factor per weight.
    /// </exception>
    public static IEnumerable<PathPoint<State<CoordinateMemory>>> Through(
        EmpiricalRisk risk,
        IEnumerable<double> strengths,
        double l1Ratio = 1,
        double tolerance = 1e-9,
        Vector? factors = null)
    {
        Guard.NotNull(strengths);
        Check(risk, l1Ratio, tolerance, factors);
        return Points(risk, strengths, l1Ratio, tolerance, factors, Vector.Zeros(risk.Dimension));
    }

    /// <summary>The path through any penalties, by any minimizer.</summary>
    /// <remarks>
    /// With FISTA: <c>Through(risk, strengths, from, λ => new L1(λ), (penalty, from) =>
    /// new ProximalGradient(rate, penalty).Minimize(risk, from).Until(s => s.Converged(1e-8)).Last())</c>, or
    /// whatever else ends in a state.
    /// </remarks>
    /// <param name="risk">The risk that every point's certificate is about.</param>
    /// <param name="strengths">λ, drawn as the points are.</param>
    /// <param name="from">Where the first run starts.</param>
    /// <param name="penalty">From λ to the penalty.</param>
    /// <param name="solve">From the penalty and a start to the last state of a run.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> has not the risk's dimension.</exception>
    public static IEnumerable<PathPoint<TState>> Through<TState>(
        EmpiricalRisk risk,
        IEnumerable<double> strengths,
        Vector from,
        Func<double, IProximalPenalty> penalty,
        Func<IProximalPenalty, Vector, TState> solve)
        where TState : IState
    {
        Guard.NotNull(strengths);
        Guard.NotNull(penalty);
        Guard.NotNull(solve);
        Guard.SameLength(from.Count, Guard.NotNull(risk).Dimension, "the risk", nameof(from));
        return Points(
            risk, strengths, from, penalty, solve, (state, of) => DualityGap.At(risk, state.Parameters, of));
    }

    private static IEnumerable<PathPoint<State<CoordinateMemory>>> Falling(
        EmpiricalRisk risk, double l1Ratio, int count, double share, double tolerance, Vector? factors)
    {
        var start = PenaltyStrengths.NullModel(risk, l1Ratio, factors);
        var greatest = PenaltyStrengths.GreatestAt(start, risk, l1Ratio, factors);
        IEnumerable<double> strengths =
            greatest > 0 ? PenaltyStrengths.Falling(greatest, count, share) : [0.0];
        foreach (var point in Points(risk, strengths, l1Ratio, tolerance, factors, start.Parameters))
            yield return point;
    }

    private static void Check(EmpiricalRisk risk, double l1Ratio, double tolerance, Vector? factors)
    {
        Guard.NotNull(risk);
        Guard.Probability(l1Ratio);
        Guard.NonNegative(tolerance);
        CoordinateRound.Check(risk, PenaltyOf(1, l1Ratio, factors));
    }

    private static ElasticNet PenaltyOf(double strength, double l1Ratio, Vector? factors) =>
        new(strength, l1Ratio) { Factors = factors };

    private static IEnumerable<PathPoint<State<CoordinateMemory>>> Points(
        EmpiricalRisk risk,
        IEnumerable<double> strengths,
        double l1Ratio,
        double tolerance,
        Vector? factors,
        Vector from) => Points(
        risk,
        strengths,
        from,
        strength => PenaltyOf(strength, l1Ratio, factors),
        (penalty, start) => new CoordinateDescent(penalty).Minimize(risk, start)
            .Until(state => state.Memory.RelativeGap <= tolerance).Last(),
        (state, _) => state.Memory.Certificate);

    private static IEnumerable<PathPoint<TState>> Points<TState>(
        EmpiricalRisk risk,
        IEnumerable<double> strengths,
        Vector from,
        Func<double, IProximalPenalty> penalty,
        Func<IProximalPenalty, Vector, TState> solve,
        Func<TState, IProximalPenalty, Certificate> certify)
        where TState : IState
    {
        foreach (var strength in strengths)
        {
            var shape = penalty(strength);
            var state = solve(shape, from);
            from = state.Parameters;
            var support = risk.WeightsOf(from).Index().Where(pair => pair.Item is not 0);
            yield return new(strength, state, certify(state, shape), [.. support.Select(pair => pair.Index)]);
        }
    }
}
