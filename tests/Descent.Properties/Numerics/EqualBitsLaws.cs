using Xunit;

namespace Descent.Properties;

/// <summary>The same bits everywhere: Descent.Bits, run again under the runtime's switches.</summary>
public sealed class EqualBitsLaws(EqualBitsLaws.Baseline baseline) : IClassFixture<EqualBitsLaws.Baseline>
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0", "AVX512")]
    [InlineData("DOTNET_EnableAVX2", "0", "AVX2", "FMA")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0", "AVX512", "AVX2", "FMA", "SIMD")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    [InlineData("TZ", "Pacific/Auckland")]
    public async Task Bits_do_not_depend_on_the_environment(
        string variable, string value, params string[] without)
    {
        var run = await RunAsync((variable, value));
        Assert.All(without, instructions => Assert.DoesNotContain(instructions, run.Processor.Split(' ')));
        Assert.Equal(baseline.Run.Hashes, run.Hashes);
    }

    [Fact]
    public void Bits_are_those_that_were_committed()
    {
        // dotnet run --project tests/Descent.Bits | tail -n +2 > tests/Descent.Bits/expected.txt
        var expected = File.ReadAllLines(Repository.PathOf("tests/Descent.Bits/expected.txt"));
        Assert.Equal(expected, baseline.Run.Hashes);
    }

    [Fact]
    public void Every_result_has_its_own_name_and_a_hash()
    {
        var lines = baseline.Run.Hashes.Select(line => line.Split(' ')).ToList();
        Assert.True(lines.Count > 20, $"Only {lines.Count} results were hashed.");
        Assert.All(lines, line => Assert.Matches("^[0-9a-f]{64}$", line[1]));
        Assert.Equal(lines.Count, lines.DistinctBy(line => line[0]).Count());
        Assert.Equal(lines.Count, lines.DistinctBy(line => line[1]).Count());
    }

    /// <summary>The run without any switch, made once.</summary>
    public sealed class Baseline : IAsyncLifetime
    {
        internal BitsRun Run { get; private set; } = null!;

        public async Task InitializeAsync() => Run = await RunAsync();

        public Task DisposeAsync() => Task.CompletedTask;
    }

    /// <param name="Processor">The first line: the instructions in use.</param>
    /// <param name="Hashes">The other lines: names and hashes.</param>
    internal sealed record BitsRun(string Processor, string[] Hashes);

    private static async Task<BitsRun> RunAsync(params (string Name, string Value)[] variables)
    {
        var run = await ChildProcess.Dotnet(variables, "exec", Repository.Metadata("BitsProgram"));
        Assert.True(run.ExitCode == 0, $"Exit code {run.ExitCode}: {run.Errors}");
        var lines = run.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        return new BitsRun(lines[0], lines[1..]);
    }
}
