namespace Descent;

/// <summary>A rule that may ask the objective: line searches, quasi-Newton and proximal methods.</summary>
/// <remarks>
/// It takes no stochastic objective: a line search on a sample of the rows is misled by its noise.
/// Implementations are pure, count every evaluation in <see cref="State{TMemory}.Evaluations"/>, and hand an
/// accepted evaluation on instead of asking again.
/// </remarks>
/// <typeparam name="TMemory">What it remembers from step to step.</typeparam>
public interface IMinimizer<TMemory>
{
    /// <summary>The state a run starts from.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="parameters">The first parameters, one per dimension.</param>
    State<TMemory> Init(IObjective objective, Vector parameters);

    /// <summary>The next state.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The state to move from, never changed.</param>
    State<TMemory> Step(IObjective objective, State<TMemory> state);
}
