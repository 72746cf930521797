namespace Descent;

/// <summary>What a search has tried of a line so far.</summary>
/// <param name="Line">The line.</param>
/// <param name="Last">The point tried last; the origin before the first.</param>
/// <param name="Best">The point of the lowest loss, the origin included.</param>
/// <param name="Count">How many points were tried.</param>
/// <param name="IsAnyFinite">Whether one of them, apart from the origin, was finite.</param>
/// <param name="IsAnyBroken">Whether one of them was not.</param>
/// <param name="IsBottomless">Whether the loss of one of them was −∞.</param>
internal readonly record struct Trials(
    Line Line,
    LinePoint Last,
    LinePoint Best,
    int Count,
    bool IsAnyFinite,
    bool IsAnyBroken,
    bool IsBottomless)
{
    /// <summary>How many times the first step a loss must fall to be called unbounded, 2¹⁰⁰.</summary>
    private const double Endless = 1.2676506002282294e30;

    /// <summary>Nothing tried yet.</summary>
    public static Trials On(Line line) => new(line, line.Origin, line.Origin, 0, false, false, false);

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
        };
    }

    /// <summary>The last point is what was looked for.</summary>
    public LineSearchResult Accepted => new(Last, Stall.None, Count);

    /// <summary>Nothing was found, and why.</summary>
    public LineSearchResult Failed(Stall stall) => new(
        Best,
        IsAnyBroken && !IsAnyFinite ? Stall.NotFinite : IsBottomless ? Stall.Unbounded : stall,
        Count);

    /// <summary>Nothing was found in the search for an end of the descent.</summary>
    public LineSearchResult FailedFalling(double first) =>
        Failed(IsEndless(first) ? Stall.Unbounded : Stall.TooManyTrials);

    /// <summary>Whether the last step is so long that the loss seems to have no minimum.</summary>
    public bool IsEndless(double first) => Last.Step / first >= Endless;
}
