namespace Descent.Bits;

/// <summary>Everything that is hashed, floor by floor.</summary>
internal static class Suite
{
    public static IEnumerable<Result> All(Workers workers) =>
    [
        .. VectorBits.All(),
        .. ElementaryBits.All(),
        .. SeedBits.All(),
        .. DataBits.All(),
        .. RiskBits.All(workers),
        .. SoftmaxBits.All(workers),
        .. PenaltyBits.All(),
        .. ObjectiveBits.All(workers),
        .. ScheduleBits.All(),
        .. OptimizerBits.All(workers),
        .. BatchBits.All(workers),
        .. TrainingBits.All(workers),
        .. MinimizerBits.All(workers),
        .. ModelBits.All(),
    ];
}
