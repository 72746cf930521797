namespace Descent.Benchmarks;

/// <summary>The results of a workload as text.</summary>
internal static class Report
{
    /// <summary>Prints times, aims and disagreements.</summary>
    /// <returns>Whether all contenders computed the same loss.</returns>
    public static bool Print(
        IWorkload workload, Results results, IEnumerable<string> absent, TextWriter output)
    {
        output.WriteLine($"## {workload.Id}: {workload.Title}");
        output.WriteLine();
        PrintTimes(workload, results, absent, output);
        PrintAims(workload, results, output);
        return PrintAgreement(workload.Agreement, results, output);
    }

    private static void PrintTimes(
        IWorkload workload, Results results, IEnumerable<string> absent, TextWriter output)
    {
        var first = results.Contenders[0].Name;
        var table = new Table(
            $"{Show.Whole(results.Count)} × {workload.Unit}", "median ms", "ratio", "lowest", "highest",
            $"bytes per {workload.Unit}");
        foreach (var contender in results.Contenders)
        {
            var name = contender.Name;
            var other = contender.ComparedWith ?? first;
            var (of, to) = contender.IsLimit ? (other, name) : (name, other);
            var ratios = results.Ratios(of, to);
            table.Add(
                contender.IsLimit ? $"limit: {name} (ratio: {other} / limit)" : name,
                Show.Milliseconds(results.Milliseconds(name)),
                Show.Ratio(results.Ratio(of, to)),
                Show.Ratio(ratios[0]),
                Show.Ratio(ratios[^1]),
                results.BytesPerCount(name) is { } bytes ? Show.Number(bytes) : "");
        }

        foreach (var name in absent)
            table.Add(name, "not installed", "", "", "", "");
        table.Print(output);
    }

    private static void PrintAims(IWorkload workload, Results results, TextWriter output)
    {
        var table = new Table("aim", "measured", "met");
        foreach (var aim in workload.Aims)
        {
            var number = aim.Measure(results);
            table.Add(
                aim.Text,
                number is null ? "not installed" : $"{Show.Ratio(number.Value)} {aim.Unit}",
                number is null ? "" : aim.IsMet(number.Value) ? "yes" : "no");
        }

        table.Print(output);
    }

    private static bool PrintAgreement(Agreement agreement, Results results, TextWriter output)
    {
        var disagreements = agreement.Disagreements(results).ToList();
        if (disagreements.Count == 0)
        {
            output.WriteLine(
                $"All ended at the loss {Show.Exact(results.Loss(results.Contenders[0])!.Value)} to within "
                + $"{Show.Size(agreement.Tolerance)}"
                + (agreement.OwnOrderTolerance > agreement.Tolerance
                    ? $" ({Show.Size(agreement.OwnOrderTolerance)} with an order of their own)"
                    : "")
                + $": {agreement.Reason}");
            output.WriteLine();
        }

        foreach (var disagreement in disagreements)
            output.WriteLine($"DISAGREEMENT: {disagreement}");
        return disagreements.Count == 0;
    }
}
