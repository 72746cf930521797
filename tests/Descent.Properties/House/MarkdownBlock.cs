using System.Text.RegularExpressions;

namespace Descent.Properties;

/// <summary>A fenced block of a Markdown text.</summary>
/// <param name="Language">What stands after the fence, or nothing.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Code">What is between the fences.</param>
/// <param name="Output">The <c>text</c> block that comes right after it, if there is one.</param>
internal sealed partial record MarkdownBlock(string Language, int Line, string Code, string? Output)
{
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
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            if (end < 0)
                throw new FormatException($"The fence in line {i + 1} is never closed.");

            var code = lines[(i + 1)..end].Select(line => line[Math.Min(indent, line.Length)..]);
            var language = fence.Groups[2].Value.Trim();
            blocks.Add((new MarkdownBlock(language, i + 2, string.Join('\n', code), Output: null), end));
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
}
