using System.Text.RegularExpressions;

namespace Descent.Properties;

/// <summary>A fenced block of a Markdown text.</summary>
/// <param name="Language">The first word after the fence, or nothing.</param>
/// <param name="Flags">The other words after the fence.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Code">What is between the fences.</param>
/// <param name="Output">The <c>text</c> block that comes right after it, if there is one.</param>
internal sealed partial record MarkdownBlock(
    string Language, IReadOnlyList<string> Flags, int Line, string Code, string? Output)
{
    /// <summary>What the comments say that is printed, a line each.</summary>
    public IReadOnlyList<string> Promises =>
        [.. Promise().Matches(Code).Select(match => match.Groups[1].Value.TrimEnd())];

    /// <summary>The output that the text promises, line by line; null where it promises none.</summary>
    public IReadOnlyList<string>? ExpectedLines =>
        Output is not null ? SplitLines(Output) : Promises.Count > 0 ? Promises : null;

    /// <summary>The blocks of a text, in order.</summary>
    /// <exception cref="FormatException">A fence is never closed.</exception>
    public static IReadOnlyList<MarkdownBlock> In(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<(MarkdownBlock Block, int End)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
                continue;

            var indent = fence.Groups[1].Length;
            var words = fence.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            if (end < 0)
                throw new FormatException($"The fence in line {i + 1} is never closed.");

            var code = lines[(i + 1)..end].Select(line => line[Math.Min(indent, line.Length)..]);
            var block = new MarkdownBlock(
                words.FirstOrDefault(""), [.. words.Skip(1)], i + 2, string.Join('\n', code), Output: null);
            blocks.Add((block, end));
            i = end;
        }

        return [.. blocks.Select((one, k) => one.Block with { Output = OutputAfter(k) })];

        string? OutputAfter(int k) =>
            k + 1 < blocks.Count
            && blocks[k].Block.Language is "csharp" or "fsharp"
            && blocks[k + 1].Block is { Language: "text" } next
            && lines[(blocks[k].End + 1)..(next.Line - 2)].All(string.IsNullOrWhiteSpace)
                ? next.Code
                : null;
    }

    /// <summary>Lines without blanks at their ends, and without empty ones at the end.</summary>
    public static IReadOnlyList<string> SplitLines(string text) =>
        text.TrimEnd() is { Length: > 0 } some
            ? [.. some.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())]
            : [];

    [GeneratedRegex(@"^( *)```([^`]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"// (?:prints:|→) (.*)")]
    private static partial Regex Promise();
}
