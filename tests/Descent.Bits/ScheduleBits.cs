namespace Descent.Bits;

/// <summary>The rates of every schedule.</summary>
internal static class ScheduleBits
{
    public static IEnumerable<Result> All() =>
    [
        Each("schedule.step-decay", LearningRate.StepDecay(0.3, 0.7, every: 10)),
        Each("schedule.exponential", LearningRate.Exponential(0.3, 0.97)),
        Each("schedule.inverse-time", LearningRate.InverseTime(0.3, 0.01)),
        Each("schedule.cosine", LearningRate.Cosine(0.3, steps: 170, final: 0.001)),
        Each("schedule.warm-up", LearningRate.Cosine(0.3, steps: 170).WithWarmUp(13)),
    ];

    private static Result Each(string name, LearningRate rate) =>
        Result.Of(name, Enumerable.Range(0, 200).Select(step => rate.At(step)));
}
