using System.Collections;

namespace Descent.Linq;

/// <summary>A training run as a lazy sequence of states.</summary>
/// <remarks>
/// <para>It starts with the state it is given (step 0 of a new run), makes one step for each further state
/// drawn, and ends by itself only after a state that is not finite, or that its minimizer can go no further
/// from, which it yields last. Nothing is evaluated before the first state is drawn. It may be enumerated
/// any number of times, from any number of threads: each enumeration runs the same run again, bit for bit.
/// Stop it with LINQ: <c>Take</c>, <c>TakeWhile</c>, <c>Until</c>.</para>
/// <para>Made by <c>Minimize</c> and <c>Resume</c>.</para>
/// </remarks>
/// <typeparam name="TMemory">What the optimizer remembers.</typeparam>
public sealed class Training<TMemory> : IEnumerable<State<TMemory>>
{
    private readonly Func<State<TMemory>> _start;
    private readonly Func<State<TMemory>, State<TMemory>> _step;
    private readonly Func<State<TMemory>, long, State<TMemory>?> _skip;

    /// <param name="start">Makes the first state.</param>
    /// <param name="step">Makes the next state.</param>
    /// <param name="skip">Makes the state so many steps on, or null where the steps have to be taken.</param>
    /// <param name="objective">What is minimized.</param>
    /// <param name="isOptimizers">Whether its states tell the objective's own loss and gradient.</param>
    internal Training(
        Func<State<TMemory>> start,
        Func<State<TMemory>, State<TMemory>> step,
        Func<State<TMemory>, long, State<TMemory>?> skip,
        IObjective objective,
        bool isOptimizers)
    {
        _start = start;
        _step = step;
        _skip = skip;
        Objective = objective;
        IsOptimizers = isOptimizers;
        StepsPerEpoch = objective is IStochasticObjective stochastic ? stochastic.StepsPerEpoch : 1;
    }

    /// <summary>The number of steps in one pass over the data; 1 where every step sees all of it.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>
    /// The states at the ends of epochs: those whose step is a multiple of <see cref="StepsPerEpoch"/>.
    /// </summary>
    /// <remarks>
    /// The start of a new run is the end of epoch 0, so <c>EveryEpoch().Take(11)</c> is the start and ten
    /// epochs. The states are those of the plain run, bit for bit. The state that ends the run by
    /// itself is yielded wherever it comes.
    /// </remarks>
    public IEnumerable<State<TMemory>> EveryEpoch() => Every(StepsPerEpoch);

    /// <summary>The states whose step is a multiple of <paramref name="steps"/>.</summary>
    /// <remarks>The state that ends the run by itself is yielded wherever it comes.</remarks>
    /// <param name="steps">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is less than 1.</exception>
    public IEnumerable<State<TMemory>> Every(long steps)
    {
        Guard.AtLeast(steps, 1L);
        return Thinned(steps);
    }

    /// <summary>The first state and so many steps after it: <paramref name="count"/> + 1 states.</summary>
    /// <remarks>
    /// Its last state is that after <paramref name="count"/> steps; <c>Take(count)</c> stops one before.
    /// </remarks>
    /// <param name="count">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IEnumerable<State<TMemory>> Steps(long count)
    {
        Guard.AtLeast(count, 0L);
        return FirstSteps(count);
    }

    /// <summary>What is minimized.</summary>
    internal IObjective Objective { get; }

    /// <summary>Whether it is an optimizer's run and not a minimizer's.</summary>
    internal bool IsOptimizers { get; }

    /// <summary>The first state whose step is at least this, or that ends the run.</summary>
    internal State<TMemory> At(long step)
    {
        var state = _start();
        return state.Step < step && state.CanGoOn ? Advance(state, step - state.Step) : state;
    }

    /// <summary>Runs the training from its start, a step for each state drawn.</summary>
    public IEnumerator<State<TMemory>> GetEnumerator() => FirstSteps(long.MaxValue).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<State<TMemory>> Thinned(long steps)
    {
        var state = _start();
        while (true)
        {
            if (state.Step % steps == 0 || !state.CanGoOn)
                yield return state;
            if (!state.CanGoOn)
                yield break;
            state = Advance(state, steps - (state.Step % steps));
        }
    }

    /// <summary>The state so many steps on, or the one on the way that ends the run.</summary>
    private State<TMemory> Advance(State<TMemory> state, long steps)
    {
        if (steps > 1 && _skip(state, steps) is { } skipped)
            return skipped;

        for (var left = steps; left > 0 && state.CanGoOn; left--)
            state = _step(state);
        return state;
    }

    private IEnumerable<State<TMemory>> FirstSteps(long count)
    {
        var state = _start();
        yield return state;
        for (var left = count; left > 0 && state.CanGoOn; left--)
        {
            state = _step(state);
            yield return state;
        }
    }
}
