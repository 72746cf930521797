namespace Descent.Models;

/// <summary>The training of one fold while it is drawn.</summary>
internal sealed class LockStepRun<TState>(IEnumerable<TState> states, Func<TState, double> score)
    : IDisposable
{
    private readonly IEnumerator<TState> _states = states.GetEnumerator();
    private bool _hasBegun;
    private bool _hasEnded;

    /// <summary>The state that was drawn last.</summary>
    public TState State { get; private set; } = default!;

    /// <summary>Its score.</summary>
    public double Score { get; private set; }

    /// <summary>Draws and scores the next state; false where the training has ended.</summary>
    public bool Next()
    {
        // What has ended need not bear to be asked again.
        if (_hasEnded || !_states.MoveNext())
        {
            _hasEnded = true;
            return _hasBegun
                ? false
                : throw new InvalidOperationException(
                    "A training of a fold has no state; it must begin with its start.");
        }

        _hasBegun = true;
        (State, Score) = (_states.Current, score(_states.Current));
        return true;
    }

    public void Dispose() => _states.Dispose();
}
