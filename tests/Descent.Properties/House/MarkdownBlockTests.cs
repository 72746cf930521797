using Xunit;

namespace Descent.Properties;

/// <summary>The reader of fenced blocks, on small texts.</summary>
public sealed class MarkdownBlockTests
{
    private const string Text = """
        # Title

        ```csharp
        var x = 1;

        Console.WriteLine(x); // prints: 1
        ```

        ```text
        1
        ```

        Words between.

        ```csharp fragment
        x.Y(); // → 2
        ```

        Words, and then:

        ```text
        not an output
        ```

        - in a list

          ```fsharp
          let y =
              2
          ```
        """;

    private static readonly IReadOnlyList<MarkdownBlock> Blocks = MarkdownBlock.In(Text);

    [Fact]
    public void Blocks_come_in_order_with_language_flags_and_line() =>
        Assert.Equal(
            ["csharp/0/4", "text/0/10", "csharp/1/16", "text/0/22", "fsharp/0/28"],
            Blocks.Select(block => $"{block.Language}/{block.Flags.Count}/{block.Line}"));

    [Fact]
    public void Code_keeps_its_empty_lines_and_inner_indentation()
    {
        Assert.Equal("var x = 1;\n\nConsole.WriteLine(x); // prints: 1", Blocks[0].Code);
        Assert.Equal("let y =\n    2", Blocks[4].Code);
    }

    [Fact]
    public void Only_a_text_block_right_after_the_code_is_its_output()
    {
        Assert.Equal("1", Blocks[0].Output);
        Assert.Null(Blocks[2].Output);
    }

    [Fact]
    public void Comments_with_the_mark_are_the_output_in_order()
    {
        var blocks = MarkdownBlock.In("```csharp\nA(); // prints: 1\nB(); // plain\nC(); // → two  \n```");

        Assert.Equal(["1", "two"], blocks.Single().ExpectedLines);
    }

    [Fact]
    public void A_block_without_marks_promises_nothing() =>
        Assert.Null(MarkdownBlock.In("```csharp\nA(); // says 1\n```").Single().ExpectedLines);

    [Fact]
    public void An_empty_text_block_promises_silence() =>
        Assert.Equal([], MarkdownBlock.In("```csharp\nA();\n```\n```text\n```")[0].ExpectedLines);

    [Fact]
    public void A_text_without_fences_has_no_blocks() =>
        Assert.Empty(MarkdownBlock.In("Only `code` in words."));

    [Fact]
    public void An_open_fence_is_an_error() =>
        Assert.Throws<FormatException>(() => MarkdownBlock.In("```csharp\nvar x = 1;"));
}
