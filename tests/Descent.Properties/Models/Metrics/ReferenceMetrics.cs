using System.Text.Json;

namespace Descent.Properties;

/// <summary>The reference metrics.</summary>
internal static class ReferenceMetrics
{
    private static readonly JsonElement All = JsonDocument.Parse(File.ReadAllText(
        Repository.PathOf("tests/Descent.Properties/Models/Metrics/data/metrics.json"))).RootElement;

    public static IEnumerable<JsonElement> Binary => All.GetProperty("binary").EnumerateArray();

    public static IEnumerable<JsonElement> Multiclass => All.GetProperty("multiclass").EnumerateArray();

    public static IEnumerable<JsonElement> Numeric => All.GetProperty("regression").EnumerateArray();

    public static JsonElement MetricsOf(JsonElement test) => test.GetProperty("metrics");

    public static Vector Numbers(JsonElement list) => Vector.From(list.EnumerateArray().Select(Number));

    public static Vector Numbers(JsonElement element, string name) => Numbers(element.GetProperty(name));

    public static Matrix Rows(JsonElement element, string name) =>
        Matrix.FromRows(element.GetProperty(name).EnumerateArray().Select(Numbers));

    public static double Number(JsonElement element, string name) => Number(element.GetProperty(name));

    /// <summary>A number, NaN where it is 0/0.</summary>
    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
}
