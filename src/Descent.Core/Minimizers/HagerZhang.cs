namespace Descent;

/// <summary>A Wolfe search by secant steps on the slope: that of CG_DESCENT.</summary>
/// <remarks>
/// <para>Accepts t with <c>φ(t) ≤ φ(0) + δ t φ′(0)</c> and <c>φ′(t) ≥ σ φ′(0)</c> (Wolfe 1969), or with
/// <c>φ(t) ≤ φ(0) + ε |φ(0)|</c> and <c>σ φ′(0) ≤ φ′(t) ≤ (2 δ − 1) φ′(0)</c>, which for a parabola says the
/// same and is seen where rounding hides the losses (Hager, Zhang 2005, 2006). Here ε = 2⁻⁴⁸, so that no step
/// raises the loss by more than rounding; they take 10⁻⁶.</para>
/// <para>Keeps an interval whose left end has a negative slope and a loss that is not above φ(0) + ε |φ(0)|,
/// and whose right end has a slope that is not negative; two secant steps narrow it, and a bisection where
/// they took less than a third. Trials that are not finite count as right ends.</para>
/// <para>At the longest step permitted, the fall of the loss is enough. Nothing limits how steeply the loss
/// may rise again at the end of a step: conjugate gradients want <see cref="StrongWolfe"/> with a small c₂.
/// </para>
/// </remarks>
/// <param name="SufficientDecrease">δ, in (0, ½) and less than σ; 0.1 is theirs.</param>
/// <param name="Curvature">σ, in (0, 1); 0.9 is theirs.</param>
/// <param name="MaxTrials">How many steps are tried at most, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public sealed record HagerZhang(
    double SufficientDecrease = 0.1, double Curvature = 0.9, int MaxTrials = 60) : ILineSearch
{
    private const double Growth = 5;
    private const double Shrinkage = 0.66;

    /// <summary>δ, in (0, ½); where it is not less than σ there may be no step to accept.</summary>
    public double SufficientDecrease
    {
        get;
        init => field = Guard.Between(value, 0, 0.5, nameof(SufficientDecrease));
    } = Guard.Between(SufficientDecrease, 0, 0.5);

    /// <summary>σ, in (0, 1).</summary>
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
        if (!LineSearch.CanBegin(line.Origin))
            return new(line.Origin, LineSearch.StallAt(line.Origin), 0);

        var interval = Bracket(Trials.On(line), first, longest);
        while (interval.Result is null)
        {
            var next = TwoSecants(interval);
            if (next.Result is null && next.Width > Shrinkage * interval.Width)
                next = Update(next, next.Middle);
            interval = next;
        }

        return interval.Result;
    }

    /// <summary>Steps grow until the slope turns, or the loss rises (B0 to B3).</summary>
    private Interval Bracket(Trials trials, double first, double longest)
    {
        var (left, step) = (trials.Origin, first);
        while (true)
        {
            trials = trials.At(step);
            var interval = new Interval(trials, left, trials.Last, Ended(trials));
            if (interval.Result is not null || IsRight(trials.Last))
                return interval;
            if (!IsLeft(trials))
                return Bisect(interval);
            if (step >= longest || trials.IsEndless(first))
                return interval with { Result = EndOfLine(trials, first) };
            (left, step) = (trials.Last, Math.Min(Growth * step, longest));
            trials = trials.Further;
        }
    }

    private LineSearchResult EndOfLine(Trials trials, double first) =>
        trials.IsEndless(first) ? trials.FailedFalling(first)
        : LineSearch.IsSufficient(trials.Origin, trials.Last, SufficientDecrease) ? trials.Accepted
        : trials.Failed(Stall.TooManyTrials);

    /// <summary>S1 to S4.</summary>
    private Interval TwoSecants(Interval interval)
    {
        var step = LineSearch.Secant(interval.Left, interval.Right);
        var next = Update(interval, step);
        if (next.Result is not null)
            return next;
        if (next.Right.Step == step)
            return Update(next, LineSearch.Secant(interval.Right, next.Right));
        return next.Left.Step == step
            ? Update(next, LineSearch.Secant(interval.Left, next.Left))
            : next;
    }

    /// <summary>The interval with a trial inside; as it is where that is not inside (U0 to U3).</summary>
    private Interval Update(Interval interval, double step)
    {
        if (!interval.HasRoom)
            return interval with { Result = interval.Trials.Failed(Stall.NoLowerLoss) };
        if (!(step > interval.Left.Step && step < interval.Right.Step))
            return interval;

        var next = Try(interval, step);
        return IsRight(next.Trials.Last) ? next with { Right = next.Trials.Last }
            : IsLeft(next.Trials) ? next with { Left = next.Trials.Last }
            : Bisect(next with { Right = next.Trials.Last });
    }

    /// <summary>U3: the right end's loss is too great; halves until a slope there is not negative.</summary>
    private Interval Bisect(Interval interval)
    {
        while (interval.Result is null)
        {
            if (!interval.HasRoom)
                return interval with { Result = interval.Trials.Failed(Stall.NoLowerLoss) };

            interval = Try(interval, interval.Middle);
            var point = interval.Trials.Last;
            if (IsRight(point))
                return interval with { Right = point };
            interval = IsLeft(interval.Trials)
                ? interval with { Left = point }
                : interval with { Right = point };
        }

        return interval;
    }

    private Interval Try(Interval interval, double step)
    {
        var trials = interval.Trials.At(step);
        return interval with { Trials = trials, Result = Ended(trials) };
    }

    private LineSearchResult? Ended(Trials trials) =>
        LineSearch.IsSufficient(trials.Origin, trials.Last, SufficientDecrease)
            && trials.Last.Slope >= Curvature * trials.Origin.Slope ? trials.Accepted
        : trials.IsBlind ? trials.Failed(Stall.NoLowerLoss)
        : trials.Count >= MaxTrials ? trials.Failed(Stall.TooManyTrials)
        : null;

    private static bool IsRight(LinePoint point) => point.IsFinite && point.Slope >= 0;

    private static bool IsLeft(Trials trials) =>
        trials.Last.IsFinite && trials.Last.Slope < 0 && trials.Last.Loss <= LineSearch.Limit(trials.Origin);

    /// <summary>Two steps with an acceptable one between, or what the search found.</summary>
    private readonly record struct Interval(
        Trials Trials, LinePoint Left, LinePoint Right, LineSearchResult? Result)
    {
        public double Width => Right.Step - Left.Step;

        /// <summary>The middle; nearer to an origin with a point beside it that is not finite.</summary>
        public double Middle => Left.Step + (Width * (Left.Step == 0 && !Right.IsFinite ? 0.1 : 0.5));

        public bool HasRoom =>
            Middle > Left.Step && Middle < Right.Step && Left.Parameters != Right.Parameters;
    }
}
