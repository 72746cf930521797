using System.Globalization;

namespace Lessons;

/// <summary>Numbers as text, the same on every machine.</summary>
public static class Show
{
    /// <summary>A whole number.</summary>
    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Twelve significant digits: what exp and log of different libraries agree on.</summary>
    public static string Digits(double number) => number.ToString("G12", CultureInfo.InvariantCulture);

    /// <summary>A size: two significant digits.</summary>
    public static string Size(double number) =>
        number == 0 ? "0" : number.ToString("0.0e+0", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits at most, and no more zeros than needed.</summary>
    public static string Brief(double number) => number.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>So many digits after the point.</summary>
    public static string Fixed(double number, int digits) =>
        // Adding 0 makes a rounded -0.00001 a plain 0.
        (Math.Round(number, digits) + 0.0).ToString($"F{Whole(digits)}", CultureInfo.InvariantCulture);

    /// <summary>Row numbers, as in <c>2 1 3</c>.</summary>
    public static string Rows(IEnumerable<int> rows) => string.Join(' ', rows.Select(row => Whole(row)));
}
