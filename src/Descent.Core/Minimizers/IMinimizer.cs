namespace Descent;

/// <summary>A rule that may ask the objective: line searches, Newton and proximal methods.</summary>
/// <remarks>
/// <para>What it asks for is said by the type of the objective: <see cref="IObjective"/> where loss and
/// gradient are enough; a minimizer that needs second derivatives, residuals or the rows of a risk takes no
/// objective without them.</para>
/// <para>It takes no stochastic objective: a line search on a sample of the rows is misled by its
/// noise.</para>
/// <para>Implementations are pure, count every evaluation in <see cref="State{TMemory}.Evaluations"/>, and
/// hand an accepted evaluation on instead of asking again. Where no further step can be taken they say so in
/// the memory, by <see cref="IStall"/>, and keep the parameters.</para>
/// </remarks>
/// <typeparam name="TObjective">What it can minimize.</typeparam>
/// <typeparam name="TMemory">What it remembers from step to step.</typeparam>
public interface IMinimizer<in TObjective, TMemory>
    where TObjective : class, IObjective
{
    /// <summary>The state a run starts from.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="parameters">The first parameters, one per dimension.</param>
    State<TMemory> Init(TObjective objective, Vector parameters);

    /// <summary>The next state.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="state">The state to move from, never changed.</param>
    State<TMemory> Step(TObjective objective, State<TMemory> state);
}

/// <summary>A minimizer that needs loss and gradient alone.</summary>
/// <typeparam name="TMemory">What it remembers from step to step.</typeparam>
public interface IMinimizer<TMemory> : IMinimizer<IObjective, TMemory>;
