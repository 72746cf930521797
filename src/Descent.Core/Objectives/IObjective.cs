namespace Descent;

/// <summary>A function to minimize: parameters ↦ (loss, gradient).</summary>
/// <remarks>Implementations are pure: equal parameters give equal bits, from any thread.</remarks>
public interface IObjective
{
    /// <summary>The number of parameters.</summary>
    int Dimension { get; }

    /// <summary>The loss and its gradient at the given parameters.</summary>
    /// <param name="parameters">One entry per dimension.</param>
    /// <exception cref="ArgumentException">The length is not <see cref="Dimension"/>.</exception>
    Evaluation Evaluate(Vector parameters);
}
