using System.Globalization;
using Spectre.Console;

namespace QuickStart;

/// <summary>
/// A small curve in text, its scale logarithmic: the first fall is large, the rest is what one looks for.
/// </summary>
internal static class LossCurve
{
    private const int Width = 60;
    private const int Height = 10;

    public static void Print(string title, IReadOnlyList<double> values)
    {
        var columns = Math.Min(Width, values.Count);
        var sampled = Enumerable.Range(0, columns)
            .Select(column => values[(int)((long)column * (values.Count - 1) / Math.Max(1, columns - 1))])
            .ToArray();
        var (low, high) = (Math.Log(sampled.Min()), Math.Log(sampled.Max()));
        AnsiConsole.WriteLine(title);
        for (var row = Height - 1; row >= 0; row--)
        {
            var marks = sampled.Select(value => Level(Math.Log(value), low, high) == row ? '•' : ' ');
            var label = Math.Exp(low + ((high - low) * row / (Height - 1)));
            AnsiConsole.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{label,8:F4} │{string.Concat(marks)}"));
        }

        AnsiConsole.WriteLine($"{"",8} └{new string('─', columns)}");
        var last = (values.Count - 1).ToString(CultureInfo.InvariantCulture);
        AnsiConsole.WriteLine($"{"",9}0{last.PadLeft(columns)}");
        AnsiConsole.WriteLine();
    }

    private static int Level(double value, double low, double high) =>
        high > low ? (int)Math.Round((value - low) / (high - low) * (Height - 1)) : 0;
}
