using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Xunit;

namespace Descent.Properties;

/// <summary>Every program in the documents compiles, runs and prints what it says.</summary>
[Collection(AloneWithTheConsole.Name)]
public sealed partial class DocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("descent-documents").FullName;

    private static IEnumerable<(Document Document, MarkdownBlock Block)> Blocks(string language) =>
        from document in Document.All
        from block in document.BlocksIn(language)
        select (document, block);

    [Fact]
    public async Task Every_CSharp_program_compiles_runs_and_prints_what_it_says()
    {
        var blocks = Blocks("csharp").ToArray();
        var complaints = new ConcurrentQueue<string>();
        var programs = new ConcurrentDictionary<MarkdownBlock, string>();
        await Parallel.ForEachAsync(blocks, async (one, _) =>
        {
            var place = (one.Document.Path, one.Block.Line);
            var (program, errors) = await Snippet.Compile(one.Block.Code, place, _folder);
            if (program is null)
                complaints.Enqueue(errors);
            else
                programs[one.Block] = program;
        });

        foreach (var (document, block) in blocks.Where(one => programs.ContainsKey(one.Block)))
        {
            try
            {
                Compare(document, block, await Snippet.Run(programs[block]), complaints);
            }
            catch (Exception failure)
            {
                complaints.Enqueue($"{document.Path}:{block.Line} {failure}");
            }
        }

        Complaints.None(complaints);
    }

    [Fact]
    public async Task Every_FSharp_program_compiles_runs_and_prints_what_it_says()
    {
        var complaints = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Blocks("fsharp"), async (one, _) =>
        {
            var place = (one.Document.Path, one.Block.Line);
            var (output, errors) = await Snippet.RunFSharp(one.Block.Code, place, _folder);
            if (errors.Length > 0)
                complaints.Enqueue($"{one.Document.Path}:{one.Block.Line} {errors}");
            else
                Compare(one.Document, one.Block, output, complaints);
        });

        Complaints.None(complaints);
    }

    [Fact]
    public void The_README_shows_whole_programs_in_both_languages()
    {
        var readme = Document.All.Single(document => document.Path == "README.md");

        Assert.True(readme.BlocksIn("csharp").Count() >= 2, "README.md has fewer than 2 C# blocks.");
        Assert.NotEmpty(readme.BlocksIn("fsharp"));
    }

    [Fact]
    public void Every_command_names_a_known_tool_and_a_project_that_exists() =>
        Complaints.None(
            from document in Document.All
            from command in document.Commands
            where !IsKnown(command)
            select $"{document.Path} tells the reader to run: {command}");

    [Fact]
    public void Every_link_leads_to_a_file() =>
        Complaints.None(
            from document in Document.All
            from link in document.Links
            where !Path.Exists(Repository.PathOf(link))
            select $"{document.Path} links to {link}, which is not there.");

    [Fact]
    public async Task A_program_is_compiled_run_and_heard()
    {
        var (program, errors) = await Snippet.Compile(
            """Console.WriteLine(Vector.Of(1, 2).Select(x => 2 * x).Sum());""", ("Example.md", 1), _folder);

        Assert.Equal("", errors);
        Assert.Equal(["6"], MarkdownBlock.SplitLines(await Snippet.Run(program!)));
    }

    [Fact]
    public async Task A_warning_is_an_error_at_its_place_in_the_document()
    {
        var (program, errors) = await Snippet.Compile("\nvar unused = 1;", ("Example.md", 40), _folder);

        Assert.Null(program);
        Assert.Contains("Example.md(41,5): error CS0219", errors);
    }

    [Theory]
    [InlineData("dotnet test", true)]
    [InlineData("DESCENT_ACCEPT_API=1 dotnet test --filter PublicApi", true)]
    [InlineData("dotnet run --project tests/Descent.Properties", true)]
    [InlineData("dotnet run --project examples/Nowhere", false)]
    [InlineData("rm -rf .", false)]
    public void A_command_is_known_or_not(string command, bool isKnown) =>
        Assert.Equal(isKnown, IsKnown(command));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Compare(
        Document document, MarkdownBlock block, string output, ConcurrentQueue<string> complaints)
    {
        if (block.Output is null)
        {
            complaints.Enqueue($"{document.Path}:{block.Line} lacks a text block of what it prints.");
            return;
        }

        var actual = MarkdownBlock.SplitLines(output);
        var expected = MarkdownBlock.SplitLines(block.Output);
        if (!expected.SequenceEqual(actual))
        {
            complaints.Enqueue(string.Join('\n', [
                $"{document.Path}:{block.Line} promises (-) and prints (+):",
                .. expected.Select(line => $"- {line}"),
                .. actual.Select(line => $"+ {line}"),
            ]));
        }
    }

    private static bool IsKnown(string command) =>
        RunCommand().Match(command) is { Success: true } run
            ? Path.Exists(Repository.PathOf(run.Groups[1].Value))
            : KnownCommand().IsMatch(command);

    [GeneratedRegex(@"^dotnet run (?:-c Release )?--project (\S+)")]
    private static partial Regex RunCommand();

    [GeneratedRegex(
        @"^(?:[A-Z_]+=\w+ )*(?:git clone|cd|\.ci/run|dotnet (?:add package|build|format|test|pack))\b")]
    private static partial Regex KnownCommand();
}
