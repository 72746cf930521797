using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>What a sum over rows makes of the scores of eight samples before it adds the rows.</summary>
internal interface IClassPhase
{
    /// <summary>Turns scores into the factors of the rows, and gives the losses.</summary>
    /// <param name="scores">Eight lanes for each class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="targets">y of each lane.</param>
    /// <param name="place">The place of the first sample, a multiple of eight.</param>
    Vector512<double> Evaluate(Span<double> scores, int classes, Vector512<double> targets, int place);
}

/// <summary>The losses and slopes of a softmax.</summary>
internal readonly struct SoftmaxGradient : IClassPhase
{
    public Vector512<double> Evaluate(
        Span<double> scores, int classes, Vector512<double> targets, int place) =>
        SoftmaxLoss.Evaluate(scores, classes, targets);
}
