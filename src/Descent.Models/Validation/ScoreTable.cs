using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>Rows of text in columns.</summary>
internal static class ScoreTable
{
    private const string Gap = "  ";

    /// <summary>The rows as lines, every column as wide as its widest cell.</summary>
    public static string Of(IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        int[] widths = [.. Enumerable.Range(0, all[0].Length).Select(k => all.Max(row => row[k].Length))];
        return string.Join('\n', all.Select(row =>
            string.Join(Gap, row.Select((cell, k) => cell.PadRight(widths[k]))).TrimEnd()));
    }

    /// <summary>A user's value as a cell: numbers, and tuples of them, by the invariant culture.</summary>
    public static string Cell<T>(T value) => value is ITuple items
        ? $"({string.Join(", ", Enumerable.Range(0, items.Length).Select(k => Cell(items[k])))})"
        : Guard.Text($"{value}").ReplaceLineEndings(" ");

    /// <summary>What is said of a row that was chosen.</summary>
    public static string Mark(bool isBest, bool isOneStandardError) => (isBest, isOneStandardError) switch
    {
        (true, true) => "best, and first within one standard error",
        (true, false) => "best",
        (false, true) => "first within one standard error",
        _ => "",
    };
}
