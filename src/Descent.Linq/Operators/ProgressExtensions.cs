namespace Descent.Linq;

/// <summary>Telling somebody else how far a run is.</summary>
public static class ProgressExtensions
{
    /// <summary>The same states, some of them reported as they are drawn.</summary>
    /// <remarks>
    /// Reported are the states whose step is a multiple of <paramref name="every"/>, a state that is not
    /// finite, and the last where the sequence ends by itself; each once, before the caller's own code sees
    /// it, but the last when the end is found. <see cref="System.Progress{T}"/> hands reports to the thread
    /// it was made on. What a report throws, the caller gets.
    /// </remarks>
    /// <param name="states">The states, drawn one at a time.</param>
    /// <param name="progress">
    /// Who is told; in C# an <c>IProgress&lt;IState&gt;</c> will do, in F# it is one of the states' own type.
    /// </param>
    /// <param name="every">How many steps are from report to report, at least 1.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is less than 1.</exception>
    public static IEnumerable<TState> Progress<TState>(
        this IEnumerable<TState> states, IProgress<TState> progress, long every = 1)
        where TState : IState
    {
        Guard.NotNull(states);
        Guard.NotNull(progress);
        Guard.AtLeast(every, 1L);
        return states.Act(state => state.Step % every == 0 || !state.CanGoOn, progress.Report);
    }
}
