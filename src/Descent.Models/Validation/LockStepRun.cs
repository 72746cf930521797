namespace Descent.Models;

/// <summary>The training of one fold while it is drawn.</summary>
internal sealed class LockStepRun<TState>(
    TrainTestSplit fold, IEnumerator<TState> states, Func<TState, TrainTestSplit, double> score) : IDisposable
{
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
        if (_hasEnded || !states.MoveNext())
        {
            _hasEnded = true;
            return _hasBegun
                ? false
                : throw new InvalidOperationException(
                    "A training of a fold has no state; it must begin with its start.");
        }

        _hasBegun = true;
        (State, Score) = (states.Current, score(states.Current, fold));
        return true;
    }

    public void Dispose() => states.Dispose();
}
