using System.Collections.Immutable;

namespace Descent.Benchmarks;

/// <summary>How the cost of one evaluation grows with rows, features and threads.</summary>
internal static class ScalingMode
{
    private static readonly ImmutableArray<int> Rows = [2_000, 20_000, 200_000];
    private static readonly ImmutableArray<int> Features = [10, 100, 1_000];
    private const int RowsOfFeatures = 20_000;
    private const int FeaturesOfRows = 100;

    /// <summary>Measures and prints the three tables.</summary>
    /// <returns>0, or 1 where threads change a loss.</returns>
    public static int Run(Request request, TextWriter output)
    {
        var large = new ProblemFiles(Path.Combine("artifacts", "benchmarks")).Get(LogisticProblem.Large);
        Machine.Print(request, output);
        output.WriteLine("Each size is evaluated so often that all read equally many features.");
        output.WriteLine();

        var byRows = Rows
            .Select(rows => EvaluationCost.Measure(large, rows, FeaturesOfRows, request)).ToList();
        var byFeatures = Features
            .Select(features => EvaluationCost.Measure(large, RowsOfFeatures, features, request)).ToList();

        PrintRows(byRows, output);
        PrintFeatures(byFeatures, output);
        PrintThreads(byRows, request.Threads, output);
        return EvaluationCost.SameBits([.. byRows, .. byFeatures], output) ? 0 : 1;
    }

    private static void PrintRows(List<EvaluationCost> costs, TextWriter output)
    {
        var table = new Table(
            $"rows ({Show.Whole(FeaturesOfRows)} features)", "µs", "ns a row", "read sweep µs",
            "Descent / sweep");
        foreach (var cost in costs)
        {
            table.Add(
                Show.Whole(cost.Rows),
                Show.Number(cost.Microseconds(Names.Descent)),
                Show.Number(1000 * cost.Microseconds(Names.Descent) / cost.Rows),
                Show.Number(cost.Microseconds(Names.ReadSweep)),
                Show.Ratio(cost.Results.Ratio(Names.Descent, Names.ReadSweep)));
        }

        table.Print(output);
    }

    private static void PrintFeatures(List<EvaluationCost> costs, TextWriter output)
    {
        var table = new Table(
            $"features ({Show.Whole(RowsOfFeatures)} rows)", "µs", "ns a row", "ns a feature of a row",
            "read sweep µs", "Descent / sweep");
        foreach (var cost in costs)
        {
            var perRow = 1000 * cost.Microseconds(Names.Descent) / cost.Rows;
            table.Add(
                Show.Whole(cost.Features),
                Show.Number(cost.Microseconds(Names.Descent)),
                Show.Number(perRow),
                Show.Number(perRow / cost.Features),
                Show.Number(cost.Microseconds(Names.ReadSweep)),
                Show.Ratio(cost.Results.Ratio(Names.Descent, Names.ReadSweep)));
        }

        table.Print(output);
    }

    private static void PrintThreads(List<EvaluationCost> costs, int threads, TextWriter output)
    {
        var table = new Table(
            $"rows ({Show.Whole(FeaturesOfRows)} features)", "1 thread µs",
            $"{Show.Whole(threads)} threads µs", "times faster", "read sweep times faster");
        foreach (var cost in costs)
        {
            table.Add(
                Show.Whole(cost.Rows),
                Show.Number(cost.Microseconds(Names.Descent)),
                Show.Number(cost.Microseconds(Names.DescentParallel)),
                Show.Ratio(cost.Results.Ratio(Names.Descent, Names.DescentParallel)),
                Show.Ratio(cost.Results.Ratio(Names.ReadSweep, Names.ReadSweepParallel)));
        }

        table.Print(output);
    }
}
