namespace Descent;

/// <summary>An objective that each step sees a sample of.</summary>
/// <remarks>
/// <see cref="IObjective.Evaluate"/> is the full objective; <see cref="At"/> is what one step sees. It is a
/// pure function of the step, and so a run can be resumed anywhere.
/// </remarks>
public interface IStochasticObjective : IObjective
{
    /// <summary>The number of steps in one pass over the data, at least 1.</summary>
    int StepsPerEpoch { get; }

    /// <summary>The objective that a step sees.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    IObjective At(long step);
}
