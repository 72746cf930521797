using Xunit;

namespace Descent.Properties;

/// <summary>What a source file must look like, whoever wrote it.</summary>
public sealed class SourceFileTests
{
    private const int LongestLine = 110;
    private const int MostLinesOfCode = 250;

    // In two parts, so that this file does not name them.
    private static readonly string[] Unfinished =
        ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

    private static readonly string[] Folders = ["src", "tests", "examples"];

    // The small types that laws take are one idea: what a law may be given.
    private static readonly string[] Groups =
    [
        "tests/Descent.Properties/GeneratedValues.cs",
        "tests/Descent.Properties/DomainValues.cs",
    ];

    private static IReadOnlyList<string> CSharp => RepositoryFiles.Files("*.cs", Folders);

    private static IEnumerable<string> Code => CSharp.Concat(RepositoryFiles.Files("*.fs", Folders));

    [Fact]
    public void A_line_has_at_most_110_columns() =>
        Complaints.None(
            from path in Code
            from line in Lines(path).Index()
            let columns = line.Item.EnumerateRunes().Count()
            where columns > LongestLine
            select $"{path}:{line.Index + 1} has {columns} columns.");

    [Fact]
    public void A_file_of_src_has_at_most_250_lines_of_code() =>
        Complaints.None(
            from path in RepositoryFiles.Files("*.cs", "src")
            let lines = Lines(path).Count(IsCode)
            where lines > MostLinesOfCode
            select $"{path} has {lines} lines of code.");

    [Fact]
    public void A_file_bears_the_name_of_a_type_in_it() =>
        Complaints.None(
            from path in RepositoryFiles.Files("*.cs", "src", "tests").Except(Groups)
            let idea = Path.GetFileName(path).Split('.')[0]
            let source = RepositoryFiles.Read(path)
            where !Floors.DeclaredTypes(source).Any(type => type == idea || type == $"I{idea}")
                && idea != "Program" && !HasOnlyAttributes(source)
            select $"{path} declares no type {idea}.");

    [Fact]
    public void Lines_end_in_a_line_feed_and_have_no_tab() =>
        Complaints.None(
            from path in Code
            let source = RepositoryFiles.Read(path)
            where source.Contains('\r') || source.Contains('\t') || !source.EndsWith('\n')
            select $"{path} has a carriage return, a tab, or no line feed at its end.");

    [Fact]
    public void Nothing_is_left_for_later() =>
        Complaints.None(
            from path in Code
            from line in Lines(path).Index()
            from word in Unfinished
            where line.Item.Contains(word, StringComparison.Ordinal)
            select $"{path}:{line.Index + 1} says {word}.");

    [Fact]
    public void The_files_of_src_and_tests_are_found()
    {
        Assert.Contains("src/Descent.Core/Numerics/Vector.cs", CSharp);
        Assert.Contains("tests/Descent.Properties/House/SourceFileTests.cs", CSharp);
        Assert.DoesNotContain(CSharp, path => path.Contains("/obj/"));
    }

    private static string[] Lines(string path) => RepositoryFiles.Read(path).TrimEnd('\n').Split('\n');

    private static bool IsCode(string line) =>
        line.AsSpan().Trim() is { IsEmpty: false } text && !text.StartsWith("//");

    private static bool HasOnlyAttributes(string source) =>
        source.Contains("[assembly:", StringComparison.Ordinal) && !Floors.DeclaredTypes(source).Any();
}
