using System.Globalization;

namespace Descent.Models;

/// <summary>A dataset as lines of separated values.</summary>
internal static class CsvLines
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    public static void Check(Dataset data, string target, string weights)
    {
        var names = Header(Guard.NotNull(data), Guard.NotNull(target), Guard.NotNull(weights));
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new ArgumentException(
                $"Two columns would have the name '{twice.Key}'; name target and weights otherwise, or the "
                + "features.",
                nameof(data));
    }

    public static void Write(TextWriter writer, Dataset data, string target, string weights)
    {
        Line(writer, Header(data, target, weights).Select(Quoted));
        for (var i = 0; i < data.Count; i++)
        {
            double[] last = data.IsWeighted ? [data.Targets[i], data.Weights[i]] : [data.Targets[i]];
            Line(
                writer,
                data.Features.Row(i).ToArray().Concat(last)
                    .Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
        }
    }

    private static string[] Header(Dataset data, string target, string weights) =>
        [.. data.FeatureNames, target, .. data.IsWeighted ? new[] { weights } : []];

    private static void Line(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields));
        writer.Write('\n');
    }

    // An empty line would be passed over; blanks at the ends would be cut off.
    private static string Quoted(string name) =>
        name.Length == 0 || name.IndexOfAny(Special) >= 0 || name.Trim().Length < name.Length
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}
