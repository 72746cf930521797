namespace Descent.Linq;

/// <summary>Looking at the states as they pass.</summary>
public static class ObserveExtensions
{
    /// <summary>The same states, each shown to an action as it is drawn: progress, logs, plots.</summary>
    /// <remarks>The action cannot change a state. It runs once per state and enumeration, before the caller's
    /// own code sees that state; what it throws, the caller gets.</remarks>
    /// <param name="states">The states, drawn one at a time.</param>
    /// <param name="action">What to do with each.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<TState> Observe<TState>(this IEnumerable<TState> states, Action<TState> action)
        where TState : IState
    {
        Guard.NotNull(states);
        Guard.NotNull(action);
        return Sequence(states, action);
    }

    // No Select: LINQ's Last and Skip jump over what a Select would have shown.
    private static IEnumerable<TState> Sequence<TState>(IEnumerable<TState> states, Action<TState> action)
    {
        foreach (var state in states)
        {
            action(state);
            yield return state;
        }
    }
}
