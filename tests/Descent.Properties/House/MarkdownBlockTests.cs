using Xunit;

namespace Descent.Properties;

/// <summary>The reader of fenced blocks, on small texts.</summary>
public sealed class MarkdownBlockTests
{
    private const string Text = """
        # Title

        ```csharp
        var x = 1;

        Console.WriteLine(x);
        ```

        ```text
        1
        ```

        Words between.

        ```csharp
        x.Y();
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
    public void Blocks_come_in_order_with_language_and_line() =>
        Assert.Equal(
            ["csharp/4", "text/10", "csharp/16", "text/22", "fsharp/28"],
            Blocks.Select(block => $"{block.Language}/{block.Line}"));

    [Fact]
    public void Code_keeps_its_empty_lines_and_inner_indentation()
    {
        Assert.Equal("var x = 1;\n\nConsole.WriteLine(x);", Blocks[0].Code);
        Assert.Equal("let y =\n    2", Blocks[4].Code);
    }

    [Fact]
    public void Only_a_text_block_right_after_the_code_is_its_output()
    {
        Assert.Equal("1", Blocks[0].Output);
        Assert.Null(Blocks[2].Output);
    }

    [Fact]
    public void An_empty_text_block_promises_silence() =>
        Assert.Equal("", MarkdownBlock.In("```csharp\nA();\n```\n```text\n```")[0].Output);

    [Fact]
    public void A_text_without_fences_has_no_blocks() =>
        Assert.Empty(MarkdownBlock.In("Only `code` in words."));

    [Fact]
    public void An_open_fence_is_an_error() =>
        Assert.Throws<FormatException>(() => MarkdownBlock.In("```csharp\nvar x = 1;"));
}
