using Descent;

namespace Lessons;

/// <summary>An objective of which step k sees part k, and after the last part the first again.</summary>
/// <param name="whole">The full objective.</param>
/// <param name="parts">How many parts there are.</param>
/// <param name="part">The part of a number, from 0.</param>
public sealed class InTurn(IObjective whole, int parts, Func<int, IObjective> part) : IStochasticObjective
{
    /// <inheritdoc/>
    public int Dimension => whole.Dimension;

    /// <inheritdoc/>
    public int StepsPerEpoch => parts;

    /// <inheritdoc/>
    public Evaluation Evaluate(Vector parameters) => whole.Evaluate(parameters);

    /// <inheritdoc/>
    public IObjective At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return part((int)(step % parts));
    }
}
