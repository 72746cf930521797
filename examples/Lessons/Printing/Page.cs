namespace Lessons;

/// <summary>Where a lesson prints: headings, paragraphs and tables, the lines ending alike on every
/// machine.</summary>
public sealed class Page(TextWriter writer)
{
    /// <summary>A heading, underlined.</summary>
    public void Heading(string text) => Lines([text, new string('=', text.Length)]);

    /// <summary>A paragraph, its lines as they are.</summary>
    public void Say(string text) => Lines(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>A table, aligned to the right: one line per row, one column per header and cell.</summary>
    public void Table<TRow>(IEnumerable<TRow> rows, params (string Header, Func<TRow, string> Cell)[] columns)
    {
        string[][] cells =
        [
            [.. columns.Select(column => column.Header)],
            .. rows.Select(row => columns.Select(column => column.Cell(row)).ToArray()),
        ];
        var widths = columns.Select((_, j) => cells.Max(line => line[j].Length)).ToArray();
        Lines(cells.Select(line => string.Join("  ", line.Select((cell, j) => cell.PadLeft(widths[j])))));
    }

    /// <summary>Lines as they are, and an empty one.</summary>
    public void Lines(IEnumerable<string> lines) => writer.Write(string.Join('\n', lines.Append("")) + "\n");
}
