namespace Descent;

/// <summary>What a search has tried of a line so far.</summary>
/// <param name="Line">The line.</param>
/// <param name="Last">The point tried last; the origin before the first.</param>
/// <param name="Best">The point of the lowest loss, the origin included.</param>
/// <param name="Count">How many points were tried.</param>
/// <param name="IsAnyFinite">Whether one of them, apart from the origin, was finite.</param>
/// <param name="IsAnyBroken">Whether one of them was not.</param>
/// <param name="IsBottomless">Whether the loss of one of them was −∞.</param>
/// <param name="Blind">How many in a row told of no change that rounding does not hide.</param>
internal readonly record struct Trials(
    Line Line,
    LinePoint Last,
    LinePoint Best,
    int Count,
    bool IsAnyFinite,
    bool IsAnyBroken,
    bool IsBottomless,
    int Blind)
{
    /// <summary>How many times the first step a loss must fall to be called unbounded, 2¹⁰⁰.</summary>
    private const double Endless = 1.2676506002282294e30;

    /// <summary>How many points in the blind a search narrows an interval by.</summary>
    /// <remarks>
    /// Where losses tell nothing, slopes decide, which are nearly linear there: one secant finds their 0, or
    /// a few where it is kept to a tenth of the interval at a time. What is left after these is noise.
    /// </remarks>
    private const int MostBlind = 8;

    /// <summary>Nothing tried yet.</summary>
    public static Trials On(Line line) =>
        new(line, line.Origin, line.Origin, 0, false, false, false, 0);

    /// <summary>Where the line begins.</summary>
    public LinePoint Origin => Line.Origin;

    /// <summary>One point more, which asks the objective once.</summary>
    public Trials At(double step)
    {
        var point = Line.At(step);
        var isFinite = point.IsFinite;
        return this with
        {
            Last = point,
            Best = isFinite && point.Loss < Best.Loss ? point : Best,
            Count = Count + 1,
            // A step too short to move tells only what is known.
            IsAnyFinite = IsAnyFinite || (isFinite && point.Parameters != Origin.Parameters),
            IsAnyBroken = IsAnyBroken || !isFinite,
            IsBottomless = IsBottomless || double.IsNegativeInfinity(point.Loss),
            Blind = isFinite && IsHidden(point) ? Blind + 1 : 0,
        };
    }

    /// <summary>The same, the last point being progress and not one step more into the blind.</summary>
    public Trials Further => this with { Blind = 0 };

    /// <summary>Whether to look on would be to search the noise.</summary>
    public bool IsBlind => Blind >= MostBlind;

    /// <summary>The last point is what was looked for.</summary>
    public LineSearchResult Accepted => new(Last, Stall.None, Count);

    /// <summary>Nothing was found, and why.</summary>
    public LineSearchResult Failed(Stall stall) => new(
        Best,
        IsAnyBroken && !IsAnyFinite ? Stall.NotFinite : IsBottomless ? Stall.Unbounded : stall,
        Count);

    /// <summary>Nothing was found in the search for an end of the descent.</summary>
    public LineSearchResult FailedFalling(double first) => Failed(
        !IsEndless(first) ? Stall.TooManyTrials
        : Best.Loss < Origin.Loss - LineSearch.Hidden(Origin) ? Stall.Unbounded
        : Stall.NoLowerLoss);

    /// <summary>Whether the last step is so long that a descent seems to have no end.</summary>
    public bool IsEndless(double first) => Last.Step / first >= Endless;

    /// <summary>Whether the slopes at both ends tell of a change of the loss that rounding hides.</summary>
    private bool IsHidden(LinePoint point) =>
        point.Step * (Math.Abs(point.Slope) - Origin.Slope) <= LineSearch.Hidden(Origin);
}
