namespace Descent.Linq;

/// <summary>Measuring something at each state.</summary>
public static class MeasureExtensions
{
    /// <summary>
    /// Each state together with a value measured at it: a validation loss, an accuracy, a distance.
    /// </summary>
    /// <remarks>
    /// The measure runs once per state drawn, so thin the run first:
    /// <c>training.EveryEpoch().Measure(s => validation.Evaluate(s.Parameters).Loss)</c>.
    /// </remarks>
    /// <param name="states">The states, drawn one at a time.</param>
    /// <param name="measure">What to measure at a state; pure.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<Measured<TState, TValue>> Measure<TState, TValue>(
        this IEnumerable<TState> states, Func<TState, TValue> measure)
        where TState : IState
    {
        Guard.NotNull(states);
        Guard.NotNull(measure);
        return Sequence(states, measure);
    }

    // No Select: LINQ's Last and Skip jump over what a Select would have measured.
    private static IEnumerable<Measured<TState, TValue>> Sequence<TState, TValue>(
        IEnumerable<TState> states, Func<TState, TValue> measure)
        where TState : IState
    {
        foreach (var state in states)
            yield return new Measured<TState, TValue>(state, measure(state));
    }
}
