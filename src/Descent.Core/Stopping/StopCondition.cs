namespace Descent;

/// <summary>One thing that stops a run: what was measured, the value found, and the limit it met.</summary>
/// <param name="Metric">What was measured, in words.</param>
/// <param name="Value">The value found; NaN where there is none.</param>
/// <param name="Relation">≤ or ≥; empty where the metric alone says it all.</param>
/// <param name="Threshold">The limit that the value met; NaN where there is none.</param>
/// <param name="IsConvergence">Whether it speaks of optimality.</param>
/// <exception cref="ArgumentNullException">A text is null.</exception>
public sealed record StopCondition(
    string Metric, double Value, string Relation, double Threshold, bool IsConvergence = false)
{
    /// <summary>What was measured, in words.</summary>
    public string Metric { get; init => field = Guard.NotNull(value, nameof(Metric)); } =
        Guard.NotNull(Metric);

    /// <summary>≤ or ≥; empty where the metric alone says it all.</summary>
    public string Relation { get; init => field = Guard.NotNull(value, nameof(Relation)); } =
        Guard.NotNull(Relation);

    /// <summary>
    /// The metric, with value and limit where it has them: counts in full, others to four digits.
    /// </summary>
    public override string ToString() => Relation.Length == 0
        ? Metric
        : Value == Math.Floor(Value)
            ? Guard.Text($"{Metric} {Value} {Relation} {Threshold}")
            : Guard.Text($"{Metric} {Value:G4} {Relation} {Threshold}");

    /// <summary>That a minimizer can go no further, and how far from stationary that is.</summary>
    internal static StopCondition Stalled(Stall stall, double optimality) => new(
        Guard.Text($"stalled at optimality {optimality:G4}: {Text(stall)}"),
        optimality,
        "",
        double.NaN,
        IsConvergence: optimality is 0);

    private static string Text(Stall stall) => stall switch
    {
        Stall.Stationary => "the state is stationary",
        Stall.NoDescent => "the direction of the step does not lead down",
        Stall.NoLowerLoss => "no lower loss can be told from this one",
        Stall.TooManyTrials => "as many trials as permitted found no acceptable step",
        Stall.NotFinite => "the loss is no number wherever a step was tried",
        Stall.Unbounded => "the loss falls as far as was tried",
        _ => Guard.Text($"{stall}"),
    };

    /// <summary>One without numbers.</summary>
    internal static StopCondition Bare(string metric, double value = double.NaN) =>
        new(metric, value, "", double.NaN);
}
