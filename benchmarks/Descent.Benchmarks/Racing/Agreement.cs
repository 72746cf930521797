namespace Descent.Benchmarks;

/// <summary>How near the losses of all contenders must be.</summary>
/// <param name="Tolerance">The largest relative difference from Descent's loss.</param>
/// <param name="Reason">Why not less.</param>
internal sealed record Agreement(double Tolerance, string Reason)
{
    /// <summary>The tolerance for contenders that take the rows in an order of their own.</summary>
    public double OwnOrderTolerance { get; init; } = Tolerance;

    /// <summary>The disagreements with the first contender's loss, in words.</summary>
    public IEnumerable<string> Disagreements(Results results)
    {
        var expected = results.Loss(results.Contenders[0])
            ?? throw new InvalidOperationException("The first contender of a workload must compute a loss.");
        foreach (var contender in results.Contenders)
        {
            var tolerance = contender.HasOwnOrder ? OwnOrderTolerance : Tolerance;
            var difference = Math.Abs(((results.Loss(contender) ?? expected) / expected) - 1);
            if (!(difference <= tolerance))
            {
                yield return
                    $"{contender.Name} ended at the loss {Show.Exact(results.Loss(contender)!.Value)}, "
                    + $"{results.Contenders[0].Name} at {Show.Exact(expected)}: "
                    + $"a relative difference of {Show.Size(difference)}, more than {Show.Size(tolerance)}.";
            }
        }
    }
}
