using System.Text.RegularExpressions;

namespace Descent.Properties;

/// <summary>A Markdown document of the repository, with what its readers will try.</summary>
internal sealed partial record Document(string Path, string Text)
{
    public static IReadOnlyList<Document> All =>
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }
            .Where(RepositoryFiles.Has)
            .Concat(RepositoryFiles.Files("*.md", "docs", "examples"))
            .Select(path => new Document(path, RepositoryFiles.Read(path))),
    ];

    public IReadOnlyList<MarkdownBlock> Blocks => MarkdownBlock.In(Text);

    public IEnumerable<MarkdownBlock> BlocksIn(string language) =>
        Blocks.Where(block => block.Language == language);

    /// <summary>The commands of its shell blocks, without comments.</summary>
    public IEnumerable<string> Commands =>
        from block in BlocksIn("bash")
        from line in block.Code.Replace("\\\n", " ").Split('\n')
        from command in line.Split(" # ")[0].Split("&&")
        where command.Trim() is { Length: > 0 } text && !text.StartsWith('#')
        select command.Trim();

    /// <summary>Where its links lead within the repository, as paths from the root.</summary>
    public IEnumerable<string> Links =>
        from match in Link().Matches(Text)
        let target = match.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://")
        select System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, target);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
