namespace Descent.Benchmarks;

/// <summary>A table in Markdown that is legible as it stands.</summary>
/// <param name="header">The titles of the columns; the first column is text, the others are numbers.</param>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>Adds a row with one cell per column.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints it, and an empty line after it.</summary>
    public void Print(TextWriter output)
    {
        var widths = header.Select((_, j) => _rows.Max(row => row[j].Length)).ToArray();
        Print(_rows[0], widths, output);
        output.WriteLine(Line(widths.Select(Rule)));
        foreach (var row in _rows.Skip(1))
            Print(row, widths, output);
        output.WriteLine();
    }

    private static void Print(string[] row, int[] widths, TextWriter output) =>
        output.WriteLine(Line(row.Select((cell, j) => Pad(cell, widths[j], j))));

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Rule(int width, int column) =>
        column == 0 ? new string('-', width) : new string('-', width - 1) + ":";

    private static string Pad(string cell, int width, int column) =>
        column == 0 ? cell.PadRight(width) : cell.PadLeft(width);
}
