namespace Descent;

/// <summary>A rule that makes the next parameters from a state.</summary>
/// <remarks>
/// It sees the state, and so its gradient, but never the objective: full batch, mini-batch and per-sample
/// descent run the same code. Implementations are pure: equal states give equal moves, from any thread.
/// </remarks>
/// <typeparam name="TMemory">What it remembers from step to step.</typeparam>
public interface IOptimizer<TMemory>
{
    /// <summary>The memory before the first step.</summary>
    /// <param name="parameters">Where the run starts.</param>
    TMemory Init(Vector parameters);

    /// <summary>The move from a state.</summary>
    /// <param name="state">The state, never changed.</param>
    Move<TMemory> Step(State<TMemory> state);
}
