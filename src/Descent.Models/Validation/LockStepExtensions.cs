namespace Descent.Models;

/// <summary>When to stop trainings in step, and which step was the best.</summary>
public static class LockStepExtensions
{
    /// <summary>Points until so many in a row brought no better mean.</summary>
    /// <remarks>
    /// Lazy; the point at which patience ends is the last one. The best mean so far is by
    /// <see cref="LockStepPoint{TState}.HigherIsBetter"/>, and NaN is never better (Prechelt 1998).
    /// </remarks>
    /// <param name="points">The points of a <see cref="LockStep"/>.</param>
    /// <param name="patience">How many points without a better mean are waited for, at least 1.</param>
    /// <param name="minDelta">By how much a mean must be better to count, at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static IEnumerable<LockStepPoint<TState>> Patience<TState>(
        this IEnumerable<LockStepPoint<TState>> points, int patience, double minDelta = 0)
        where TState : IState
    {
        Guard.NotNull(points);
        Guard.AtLeast(patience, 1);
        Guard.NonNegative(minDelta);
        return Sequence(points, patience, minDelta);
    }

    /// <summary>The point of the best mean, and of equal ones the first; draws all points.</summary>
    /// <remarks>NaN is worse than any mean.</remarks>
    /// <param name="points">The points of a <see cref="LockStep"/>, which must end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no point.</exception>
    public static LockStepPoint<TState> BestPoint<TState>(this IEnumerable<LockStepPoint<TState>> points)
        where TState : IState =>
        Guard.NotNull(points).Aggregate((best, point) =>
            Choice.IsBetter(point.HigherIsBetter, point.Mean, best.Mean) ? point : best);

    private static IEnumerable<LockStepPoint<TState>> Sequence<TState>(
        IEnumerable<LockStepPoint<TState>> points, int patience, double minDelta)
        where TState : IState
    {
        var (best, waited) = (double.NaN, 0);
        foreach (var point in points)
        {
            yield return point;
            var mean = point.Mean;
            var needed = best + (point.HigherIsBetter ? minDelta : -minDelta);
            (best, waited) = Choice.IsBetter(point.HigherIsBetter, mean, needed)
                ? (mean, 0)
                : (best, waited + 1);
            if (waited >= patience)
                yield break;
        }
    }
}
