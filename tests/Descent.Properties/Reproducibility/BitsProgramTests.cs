using Xunit;

namespace Descent.Properties;

/// <summary>Descent.Bits finds what is not as expected, and writes the file anew when told to.</summary>
public sealed class BitsProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("descent-bits").FullName;

    [Fact]
    public async Task It_names_what_is_different_new_or_missing_until_it_is_accepted()
    {
        var (different, added) = (BitsRun.Committed[3], BitsRun.Committed[5]);
        var elsewhere = different[..^1] + (different[^1] == '0' ? '1' : '0');
        var file = FileOf(BitsRun.Committed.Select(line => line == different ? elsewhere : line)
            .Where(line => line != added)
            .Append("no.longer.computed 00"));

        var run = await BitsRun.With("--expected", file);

        var (name, hash) = Parts(different);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{hash} DIFFERENT (expected {Parts(elsewhere).Hash})", run.Judgement(name));
        Assert.Equal($"{Parts(added).Hash} NEW (nothing is expected)", run.Judgement(Parts(added).Name));
        Assert.Equal("MISSING (expected 00)", run.Judgement("no.longer.computed"));
        Assert.Equal(
            $"3 of {BitsRun.Committed.Length + 1} hashes are NOT as expected: "
                + $"{name}, {Parts(added).Name}, no.longer.computed",
            run.Verdict);
        Assert.All(
            BitsRun.Committed.Except([different, added]).Select(Parts),
            line => Assert.Equal($"{line.Hash} as expected", run.Judgement(line.Name)));

        var acceptance = await BitsRun.With("--accept", "--expected", file);

        Assert.Equal(0, acceptance.ExitCode);
        Assert.Equal(BitsRun.Committed, await File.ReadAllLinesAsync(file));
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "many")]
    [InlineData("--culture")]
    [InlineData("--except")]
    public async Task It_computes_nothing_where_an_argument_is_wrong(params string[] arguments)
    {
        var run = await BitsRun.With(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Lines);
        Assert.Equal(
            $"Not understood: {string.Join(' ', arguments)}", MarkdownBlock.SplitLines(run.Errors)[0]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FileOf(IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder, "expected.txt");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static (string Name, string Hash) Parts(string line) => (line.Split(' ')[0], line.Split(' ')[1]);
}
