using Xunit;

namespace Descent.Properties;

/// <summary>The same bits everywhere: Descent.Bits has the committed hashes, wherever it runs.</summary>
/// <remarks>The gate runs these laws in Debug and in Release, against one file.</remarks>
public sealed class EqualBitsLaws
{
    [Fact]
    public async Task Bits_are_those_that_were_committed() => Check(await BitsRun.With());

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "AVX512")]
    [InlineData("DOTNET_EnableAVX2", "AVX512", "AVX2", "FMA")]
    [InlineData("DOTNET_EnableHWIntrinsic", "AVX512", "AVX2", "FMA", "SIMD")]
    public async Task Bits_do_not_depend_on_the_processor(string variable, params string[] without)
    {
        var run = await BitsRun.With([(variable, "0")]);

        Assert.Empty(run.Fact("processor").Split(' ').Intersect(without));
        Check(run);
    }

    [Theory]
    [InlineData("DOTNET_TieredCompilation")]
    [InlineData("DOTNET_TieredPGO")]
    public async Task Bits_do_not_depend_on_how_the_code_is_compiled(string variable) =>
        Check(await BitsRun.With([(variable, "0")]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Bits_do_not_depend_on_the_number_of_threads(int threads)
    {
        var run = await BitsRun.With("--threads", $"{threads}");

        Assert.Equal($"{threads}", run.Fact("threads"));
        Check(run);
    }

    [Fact]
    public async Task Bits_do_not_depend_on_processor_and_threads_together()
    {
        var run = await BitsRun.With([("DOTNET_EnableAVX2", "0")], "--threads", "3");

        Assert.DoesNotContain("AVX2", run.Fact("processor").Split(' '));
        Assert.Equal("3", run.Fact("threads"));
        Check(run);
    }

    // Commas for points, Turkish letters, Persian and Arabic signs; other summers, half hours.
    [Theory]
    [InlineData("de-DE", "Pacific/Auckland")]
    [InlineData("tr-TR", "America/St_Johns")]
    [InlineData("fa-IR", "Pacific/Auckland")]
    [InlineData("ar-SA", "America/St_Johns")]
    public async Task Bits_do_not_depend_on_culture_and_time_zone(string culture, string zone)
    {
        var run = await BitsRun.With([("TZ", zone)], "--culture", culture);

        Assert.DoesNotContain("-0.5", run.Fact("culture").Split(' ')[^1]);
        if (IsHere(zone))
            Assert.Equal(zone, run.Fact("time zone"));
        Check(run);
    }

    [Fact]
    public void Every_result_has_its_own_name_and_a_hash()
    {
        var lines = BitsRun.Committed.Select(line => line.Split(' ')).ToList();

        Assert.True(lines.Count > 170, $"Only {lines.Count} results are hashed.");
        Assert.All(lines, line => Assert.Matches("^[0-9a-f]{64}$", line[1]));
        Assert.Equal(lines.Count, lines.DistinctBy(line => line[0]).Count());
    }

    [Fact]
    public void Two_results_are_equal_only_where_a_batch_of_all_rows_has_no_order()
    {
        var equal = BitsRun.Committed
            .Select(line => line.Split(' '))
            .GroupBy(line => line[1], line => line[0])
            .Where(names => names.Count() > 1);

        Assert.Equal(["batches.shuffled.all", "batches.sequential.all"], Assert.Single(equal));
    }

    private static void Check(BitsRun run)
    {
        Assert.Equal("", run.Errors);
        Assert.Equal(BitsRun.Committed, run.Hashes);
        Assert.Equal($"All {BitsRun.Committed.Length} hashes are as expected.", run.Verdict);
        Assert.Equal(0, run.ExitCode);
    }

    // Windows does not read TZ, and a small image may lack the zones.
    private static bool IsHere(string zone) =>
        !OperatingSystem.IsWindows() && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
