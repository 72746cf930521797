namespace Descent;

/// <summary>One step along a direction, as all minimizers that search lines take it.</summary>
/// <param name="Point">Where it ends; where it was in vain, the state's own point.</param>
/// <param name="Direction">Along what; the default vector where nothing was tried.</param>
/// <param name="Last">What the next step will know of it.</param>
/// <param name="Stall">Why it was in vain.</param>
/// <param name="Evaluations">How often the objective was asked.</param>
/// <param name="IsReset">Whether it goes against the gradient because the direction asked for is of no use:
/// what made that direction is to be forgotten.</param>
internal readonly record struct Descending(
    LinePoint Point, Vector Direction, LastStep Last, Stall Stall, int Evaluations, bool IsReset)
{
    // Steps that a double can hold, so that a search is never asked for one of 0 or ∞.
    private const double Shortest = 1e-300;
    private const double Longest = 1e300;

    /// <summary>After how many steps in a row that lower neither loss nor gradient a run ends.</summary>
    /// <remarks>
    /// Rounding would let it wander about its minimum for ever. On the way there the gradient of an
    /// ill-conditioned objective may well grow for some steps.
    /// </remarks>
    private const int Patience = 10;

    /// <summary>The state a run starts from.</summary>
    public static State<TMemory> Start<TMemory>(
        IObjective objective, Vector parameters, Func<Evaluation, TMemory> memory)
    {
        var evaluation = Objective.Evaluate(Guard.NotNull(objective), parameters);
        return new(0, parameters, evaluation, memory(evaluation), 1);
    }

    /// <summary>The state where this step ends.</summary>
    public State<TMemory> After<TMemory>(State<TMemory> state, TMemory memory) => new(
        state.Step + 1, Point.Parameters, Point.Evaluation, memory, state.Evaluations + Evaluations);

    /// <summary>Searches a direction, and against the gradient where that fails.</summary>
    /// <param name="search">How to search.</param>
    /// <param name="objective">f.</param>
    /// <param name="state">From where.</param>
    /// <param name="last">What is known of the last step.</param>
    /// <param name="direction">The direction; null for against the gradient.</param>
    /// <param name="first">The first step to try; null for the rule of <see cref="FirstStep"/>.</param>
    public static Descending From<TMemory>(
        ILineSearch search,
        IObjective objective,
        State<TMemory> state,
        LastStep last,
        Vector? direction,
        double? first = null)
    {
        var none = Nowhere(state);
        if (!state.IsFinite || state.Gradient.NormInf is 0)
            return none with { Stall = state.IsFinite ? Stall.Stationary : Stall.NotFinite };

        var asked = none;
        if (direction is { IsFinite: true } wanted && wanted.Dot(state.Gradient) < 0)
        {
            asked = none.Along(search, objective, last, wanted, first);
            if (asked.Stall is Stall.None or Stall.Unbounded)
                return asked;
        }

        var steepest = none.Along(search, objective, last, -state.Gradient, null);
        steepest = steepest with
        {
            Evaluations = asked.Evaluations + steepest.Evaluations,
            IsReset = direction is not null,
        };
        return steepest.Stall == Stall.None ? steepest : steepest.AtTheLower(asked.Point, none.Point);
    }

    /// <summary>How far to try along a direction of unknown length.</summary>
    /// <remarks>
    /// The minimum of the parabola whose curvature is that which the last step met: <c>−φ′(0) / (κ ‖d‖²)</c>,
    /// for gradient descent the step of Barzilai and Borwein (1988). Before there is one, a step of length
    /// min(1, ‖g‖) against the gradient.
    /// </remarks>
    public static double FirstStep(Vector direction, double slope, LastStep last)
    {
        var length = direction.Norm;
        var step = last.Curvature > 0
            ? -slope / last.Curvature / length / length
            : Math.Min(1, 1 / length);
        return Math.Clamp(double.IsNaN(step) ? 1 : step, Shortest, Longest);
    }

    /// <summary>A step, doubled until it changes a parameter.</summary>
    /// <remarks>
    /// What the last step met may be far more curved than this direction, and of a tiny objective the
    /// gradient is no length to go: that such a step leads nowhere does not tell that there is no lower loss.
    /// </remarks>
    public static double Moving(double step, Vector parameters, Vector direction)
    {
        while (step < Longest && direction.MultiplyAdd(step, parameters) == parameters)
            step *= 2;
        return step;
    }

    private static Descending Nowhere<TMemory>(State<TMemory> state) =>
        new(new(0, state.Parameters, state.Evaluation, 0), default, default, Stall.None, 0, false);

    private Descending Along(
        ILineSearch search, IObjective objective, LastStep last, Vector direction, double? first)
    {
        var line = Line.From(objective, Point.Parameters, Point.Evaluation, direction);
        var slope = line.Origin.Slope;
        var found = search.Search(
            line, first ?? Moving(FirstStep(direction, slope, last), Point.Parameters, direction));
        var next = this with
        {
            Point = found.Point,
            Direction = direction,
            Last = last.After(line, found.Point),
            Stall = found.Stall,
            Evaluations = found.Evaluations,
        };
        return next.Stall == Stall.None && next.Last.Idle > Patience
            ? next with { Stall = Stall.NoLowerLoss }
            : next;
    }

    /// <summary>Where nothing was accepted: the lowest point seen, if it is below the start.</summary>
    private Descending AtTheLower(LinePoint other, LinePoint start)
    {
        var lowest = other.Loss < Point.Loss ? other : Point;
        var isLower = lowest.Loss < start.Loss - LineSearch.Hidden(start);
        return this with
        {
            Point = isLower ? lowest : start,
            Last = default,
            Stall = isLower && Stall != Stall.Unbounded ? Stall.None : Stall,
        };
    }
}
