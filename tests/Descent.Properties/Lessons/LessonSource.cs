using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Descent.Properties;

/// <summary>The numbers that the lessons must give: see data/README.md.</summary>
internal static class LessonSource
{
    private const double Tolerance = 1e-12;

    public static JsonElement Json(string file) => JsonDocument.Parse(Text(file)).RootElement;

    /// <summary>The rows of a table, by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Rows(string file)
    {
        var lines = Text(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Named(names, line.Split(',')))];
    }

    public static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    public static double Number(this JsonElement element, string name) =>
        element.GetProperty(name).GetDouble();

    public static IReadOnlyList<JsonElement> Elements(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray()];

    public static void AssertSameBits(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(
            expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    /// <summary>Equal to 1e-12 of each number's own size.</summary>
    public static void AssertNear(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        Assert.All(left.Zip(right), pair => AssertNear(pair.First, pair.Second, Math.Abs(pair.First)));
    }

    /// <summary>Equal to 1e-12 of a size, for a number that is a difference of terms of that size.</summary>
    public static void AssertNear(double expected, double actual, double size) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * size,
            FormattableString.Invariant($"{actual:R} is not {expected:R} to 1e-12 of {size:R}."));

    private static Dictionary<string, double> Named(string[] names, string[] cells) =>
        names.Zip(cells, (name, cell) => (name, number: double.Parse(cell, CultureInfo.InvariantCulture)))
            .ToDictionary(pair => pair.name, pair => pair.number);

    private static string Text(string file) =>
        File.ReadAllText(Repository.PathOf($"tests/Descent.Properties/Lessons/data/{file}"));
}
