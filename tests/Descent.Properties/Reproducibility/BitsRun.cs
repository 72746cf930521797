namespace Descent.Properties;

/// <summary>What Descent.Bits said when it was run.</summary>
internal sealed record BitsRun(int ExitCode, string[] Lines, string Errors)
{
    /// <summary>The committed lines, "name hash".</summary>
    public static string[] Committed =>
        File.ReadAllLines(Repository.PathOf("tests/Descent.Bits/expected.txt"));

    /// <summary>Runs it with these variables and no other switch of the runtime.</summary>
    public static async Task<BitsRun> With(
        IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var run = await ChildProcess.Dotnet(
            variables, ["exec", Repository.Metadata("BitsProgram"), .. arguments]);
        return new(run.ExitCode, [.. MarkdownBlock.SplitLines(run.Output)], run.Errors);
    }

    public static Task<BitsRun> With(params string[] arguments) => With([], arguments);

    /// <summary>Its results as the file has them: "name hash".</summary>
    public IEnumerable<string> Hashes => Results.Select(line => string.Join(' ', Words(line).Take(2)));

    /// <summary>Its results: a name, a hash and a judgement.</summary>
    public IEnumerable<string> Results => Lines.Where(line => !line.StartsWith('#')).SkipLast(1);

    public string Verdict => Lines[^1];

    /// <summary>What it says about where it runs, such as its "threads".</summary>
    public string Fact(string name)
    {
        var start = $"# {name}: ";
        return Lines.Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
    }

    /// <summary>The judgement beside one result.</summary>
    public string Judgement(string name) =>
        string.Join(' ', Words(Results.Single(line => Words(line)[0] == name)).Skip(1));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
