using System.Globalization;
using System.Text.Json;

namespace Descent.Models;

/// <summary>Every double as JSON and back, to the bit.</summary>
/// <remarks>
/// A finite number is the shortest decimal that reads back to its bits. JSON has no others, so they are
/// strings: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>, and a NaN with other bits than
/// <see cref="double.NaN"/> as <c>"NaN:7FF8000000000001"</c>.
/// </remarks>
internal static class NumberText
{
    private const string Payload = "NaN:";

    public static string Of(double value) =>
        double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture)
        : double.IsInfinity(value) ? value > 0 ? "\"Infinity\"" : "\"-Infinity\""
        : BitConverter.DoubleToUInt64Bits(value) is var bits
            && bits == BitConverter.DoubleToUInt64Bits(double.NaN) ? "\"NaN\""
        : $"\"{Payload}{bits.ToString("X16", CultureInfo.InvariantCulture)}\"";

    /// <summary>The number; null where it is none.</summary>
    public static double? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => Finite(element.GetRawText()),
        JsonValueKind.String => Special(element.GetString()!),
        _ => null,
    };

    private static double? Finite(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? value
            : null;

    private static double? Special(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => text.StartsWith(Payload, StringComparison.Ordinal)
            && ulong.TryParse(
                text.AsSpan(Payload.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out var bits)
            && BitConverter.UInt64BitsToDouble(bits) is var value && double.IsNaN(value)
                ? value
                : null,
    };
}
