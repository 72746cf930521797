namespace Descent.Properties;

// What laws about data take as parameters; DomainGenerators says how each is drawn and shrunk.

/// <summary>Samples with real targets, and a weight for each feature with the bias last.</summary>
public sealed record Regression(Dataset Data, Vector Parameters)
{
    public override string ToString() => DomainText.Of(Data, Parameters);
}

/// <summary>Samples with targets 0 and 1, and a weight for each feature with the bias last.</summary>
public sealed record Classification(Dataset Data, Vector Parameters)
{
    public override string ToString() => DomainText.Of(Data, Parameters);
}

/// <summary>An empirical risk of any shape, with parameters to evaluate it at.</summary>
public sealed record RiskCase(EmpiricalRisk Risk, Vector Parameters)
{
    public override string ToString() =>
        $"{KnownLosses.NameOf(Risk.Loss)}, {Risk.Penalty}, {Risk.Reduction}, bias {Risk.HasBias}, "
        + DomainText.Of(Risk.Data, Parameters);
}

internal static class DomainText
{
    public static string Of(Dataset data, Vector parameters)
    {
        var rows = Enumerable.Range(0, data.Count).Select(i =>
            FormattableString.Invariant($"\n      {Whole(data.Features.Row(i))} -> {data.Targets[i]:R}")
            + FormattableString.Invariant($" (weight {data.Weights[i]:R})"));
        return $"{data} at {Whole(parameters.AsSpan())}" + string.Concat(rows);
    }

    private static string Whole(ReadOnlySpan<double> entries) =>
        $"[{string.Join(", ", entries.ToArray().Select(x => FormattableString.Invariant($"{x:R}")))}]";
}
