using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace Descent.Benchmarks;

/// <summary>Small things, by BenchmarkDotNet.</summary>
internal static class SmallMode
{
    private static readonly Type[] Classes =
        [typeof(OptimizerSteps), typeof(SmallRisks), typeof(VectorOperations), typeof(ElementaryFunctions)];

    /// <summary>Runs all classes, or what BenchmarkDotNet's own options choose.</summary>
    /// <param name="args">
    /// <c>--quick</c>, and options of BenchmarkDotNet, such as <c>--filter *Adam*</c>.
    /// </param>
    /// <returns>0, or 1 where a benchmark failed.</returns>
    public static int Run(IReadOnlyList<string> args)
    {
        var quick = args.Contains("--quick");
        string[] rest = [.. args.Where(arg => arg != "--quick")];
        string[] chosen = rest.Length == 0 ? ["--filter", "*"] : rest;
        var summaries = BenchmarkSwitcher.FromTypes(Classes).Run(chosen, Config(quick ? Job.Dry : Short));
        return summaries.Any() && summaries.All(Succeeded) ? 0 : 1;
    }

    private static Job Short => Job.Default
        .WithWarmupCount(5)
        .WithIterationCount(9)
        .WithIterationTime(TimeInterval.FromMilliseconds(100));

    private static ManualConfig Config(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job)
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks", "small"))
        .WithOption(ConfigOptions.JoinSummary, false);

    private static bool Succeeded(BenchmarkDotNet.Reports.Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success);
}
