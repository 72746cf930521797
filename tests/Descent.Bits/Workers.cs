namespace Descent.Bits;

/// <summary>How many threads evaluate a risk: every risk of the program is made here.</summary>
internal sealed record Workers(int Threads)
{
#pragma warning disable CA1822 // The constructor below takes the threads as soon as it can.
    public EmpiricalRisk Risk(
        Dataset data,
        ILoss loss,
        ISmoothPenalty? penalty = null,
        Reduction reduction = Reduction.Mean,
        bool bias = true) =>
        new(data, loss, penalty, reduction, bias);
}
