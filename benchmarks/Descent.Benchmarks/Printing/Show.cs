using System.Globalization;

namespace Descent.Benchmarks;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Show
{
    /// <summary>At most three digits after the point, and not more than are worth reading.</summary>
    public static string Number(double number) => number.ToString(
        Math.Abs(number) switch { >= 100 => "0", >= 10 => "0.#", >= 1 => "0.##", _ => "0.###" },
        CultureInfo.InvariantCulture);

    /// <summary>As many digits after the point as make a column of times legible.</summary>
    public static string Milliseconds(double number) =>
        number.ToString(number >= 100 ? "0" : number >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>Two digits after the point.</summary>
    public static string Ratio(double number) =>
        number.ToString(number >= 100 ? "0" : number >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A size: two significant digits.</summary>
    public static string Size(double number) =>
        number == 0 ? "0" : number.ToString("0.0e+0", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
