using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The same step of the trainings of all folds.</summary>
/// <param name="Step">The number of the step, from 0: how many states of each training came before.</param>
/// <param name="States">The state of each fold.</param>
/// <param name="Scores">The score of each fold's state on its test part.</param>
/// <param name="HigherIsBetter">Whether a greater score is better; otherwise a lower one is.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Step"/> is negative.</exception>
public sealed record LockStepPoint<TState>(
    long Step, ImmutableArray<TState> States, Vector Scores, bool HigherIsBetter)
    where TState : IState
{
    /// <summary>The number of the step, from 0: how many states of each training came before.</summary>
    public long Step { get; init => field = Guard.AtLeast(value, 0, nameof(Step)); } = Guard.AtLeast(Step, 0);

    /// <summary>The state of each fold; a default array is read as empty.</summary>
    public ImmutableArray<TState> States { get; init => field = value.IsDefault ? [] : value; } =
        States.IsDefault ? [] : States;

    /// <summary>Mean, spread and standard error of the scores.</summary>
    public ScoreSummary Summary => new(Scores);

    /// <summary>The mean of the scores.</summary>
    public double Mean => Summary.Mean;

    /// <summary>The sample standard deviation of the scores.</summary>
    public double Spread => Summary.Spread;

    /// <summary>Whether both are of one step, with equal states and scores.</summary>
    public bool Equals(LockStepPoint<TState>? other) =>
        other is not null && Step == other.Step && HigherIsBetter == other.HigherIsBetter
        && Scores == other.Scores && States.SequenceEqual(other.States);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Scores, HigherIsBetter);

    /// <summary>The step, and the mean ± the spread of the scores.</summary>
    public override string ToString() => Guard.Text($"step {Step}: {Summary}");
}
