using System.Globalization;
using Descent;

namespace QuickStart;

/// <summary>
/// Reads the data file that the repository carries; data/README.md has its origin and licence.
/// </summary>
internal static class BreastCancer
{
    public static Dataset Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "breast_cancer.csv"));
        var names = lines[0].Split(',');
        var rows = lines.Skip(1).Select(Numbers).ToArray();
        return new Dataset(
            Matrix.FromRows(rows.Select(row => row[..^1])),
            Vector.From(rows.Select(row => row[^1])),
            names: names[..^1]);
    }

    private static double[] Numbers(string line) =>
        Array.ConvertAll(line.Split(','), field => double.Parse(field, CultureInfo.InvariantCulture));
}
