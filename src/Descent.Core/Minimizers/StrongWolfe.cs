namespace Descent;

/// <summary>A step where the loss has fallen enough and the slope is small: the strong Wolfe conditions.
/// </summary>
/// <remarks>
/// <para>Accepts t with <c>φ(t) ≤ φ(0) + c₁ t φ′(0)</c> and <c>|φ′(t)| ≤ c₂ |φ′(0)|</c> (Wolfe 1969). Steps
/// grow until they hold or an interval is found that has such a step inside, which is then narrowed
/// (Nocedal, Wright 2006, algorithms 3.5 and 3.6): the next trial is the minimizer of the cubic through both
/// ends, kept off the ends by a tenth of the interval, and the middle where two trials have not taken a
/// third of it (Moré, Thuente 1994).</para>
/// <para>Where rounding hides the losses, |φ(t) − φ(0)| ≤ ε |φ(0)| with ε = 2⁻⁴⁸, the slopes decide alone:
/// <c>φ′(t) ≤ (2 c₁ − 1) φ′(0)</c> takes the place of the first condition, and secants that of cubics (Hager,
/// Zhang 2005). At the longest step permitted, the first condition is enough.</para>
/// <para>The search for BFGS and L-BFGS: the second condition makes sᵀy positive. Most steps cost one
/// evaluation.</para>
/// </remarks>
/// <param name="SufficientDecrease">c₁, in (0, ½) and less than c₂; 10⁻⁴ asks for little more than descent.
/// </param>
/// <param name="Curvature">c₂, in (0, 1); 0.9 suits quasi-Newton directions, 0.1 conjugate gradients.</param>
/// <param name="MaxTrials">How many steps are tried at most, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public sealed record StrongWolfe(
    double SufficientDecrease = 1e-4, double Curvature = 0.9, int MaxTrials = 60) : ILineSearch
{
    /// <summary>c₁, in (0, ½); where it is not less than c₂ there may be no step to accept.</summary>
    public double SufficientDecrease
    {
        get;
        init => field = Guard.Between(value, 0, 0.5, nameof(SufficientDecrease));
    } = Guard.Between(SufficientDecrease, 0, 0.5);

    /// <summary>c₂, in (0, 1).</summary>
    public double Curvature { get; init => field = Guard.ProperFraction(value, nameof(Curvature)); } =
        Guard.ProperFraction(Curvature);

    /// <summary>How many steps are tried at most, at least 1.</summary>
    public int MaxTrials { get; init => field = Guard.AtLeast(value, 1, nameof(MaxTrials)); } =
        Guard.AtLeast(MaxTrials, 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step is not in its range.</exception>
    public LineSearchResult Search(Line line, double first, double longest = double.PositiveInfinity)
    {
        LineSearch.Check(line, first, longest);
        var trials = Trials.On(line);
        if (!LineSearch.CanBegin(line.Origin))
            return new(line.Origin, LineSearch.StallAt(line.Origin), 0);

        var (low, step) = (line.Origin, first);
        while (trials.Count < MaxTrials && !trials.IsEndless(first))
        {
            trials = trials.At(step);
            var point = trials.Last;
            if (!IsLower(trials, low))
                return Narrow(trials, low, point);
            if (IsFlat(trials) || (point.Slope < 0 && step >= longest))
                return trials.Accepted;
            if (point.Slope >= 0)
                return Narrow(trials, point, low);
            (low, step) = (point, Math.Min(Further(trials, low, point), longest));
            trials = trials.Further;
        }

        return trials.FailedFalling(first);
    }

    /// <summary>Narrows an interval: the low end is lower, and its slope leads to the high end.</summary>
    private LineSearchResult Narrow(Trials trials, LinePoint low, LinePoint high)
    {
        var (before, width) = (double.PositiveInfinity, double.PositiveInfinity);
        while (trials.Count < MaxTrials)
        {
            var now = Math.Abs(high.Step - low.Step);
            var step = now > before * (2.0 / 3) ? Between(low, high, 0.5) : Inside(trials, low, high);
            if (step == low.Step || step == high.Step)
                return trials.Failed(Stall.NoLowerLoss);

            trials = trials.At(step);
            var point = trials.Last;
            var isNew = point.Parameters != low.Parameters && point.Parameters != high.Parameters;
            if (!IsLower(trials, low))
                high = point;
            else if (IsFlat(trials))
                return trials.Accepted;
            else
                (low, high) = (point, point.Slope * (high.Step - low.Step) >= 0 ? low : high);
            if (!isNew || trials.IsBlind)
                return trials.Failed(Stall.NoLowerLoss);
            (before, width) = (width, now);
        }

        return trials.Failed(Stall.TooManyTrials);
    }

    /// <summary>Whether the last point satisfies the first condition and is not above another.</summary>
    private bool IsLower(Trials trials, LinePoint low) =>
        LineSearch.IsSufficient(trials.Origin, trials.Last, SufficientDecrease)
        && trials.Last.Loss <= low.Loss + LineSearch.Hidden(trials.Origin);

    /// <summary>The second condition.</summary>
    private bool IsFlat(Trials trials) =>
        Math.Abs(trials.Last.Slope) <= Curvature * -trials.Origin.Slope;

    private static double Further(Trials trials, LinePoint low, LinePoint point)
    {
        var (least, most) = (point.Step + (0.1 * (point.Step - low.Step)), 10 * point.Step);
        var step = Model(trials, low, point);
        return step > point.Step ? Math.Clamp(step, least, most) : most;
    }

    private static double Inside(Trials trials, LinePoint low, LinePoint high)
    {
        if (!high.IsFinite)
            return Between(low, high, low.Step == 0 ? 0.1 : 0.5);

        var share = (Model(trials, low, high) - low.Step) / (high.Step - low.Step);
        return Between(low, high, double.IsFinite(share) ? Math.Clamp(share, 0.1, 0.9) : 0.5);
    }

    private static double Between(LinePoint low, LinePoint high, double share) =>
        low.Step + (share * (high.Step - low.Step));

    private static double Model(Trials trials, LinePoint low, LinePoint point) =>
        Math.Abs(point.Loss - low.Loss) <= LineSearch.Hidden(trials.Origin)
            ? LineSearch.Secant(low, point)
            : LineSearch.Cubic(low, point);
}
