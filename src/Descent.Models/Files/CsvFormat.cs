using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>How a file of separated values is written.</summary>
/// <remarks>
/// Fields may be quoted by <c>"</c>, a quote inside is doubled, and blanks around a field do not count.
/// Lines end in LF or CRLF; the text is UTF-8, with or without a mark at its beginning. Blank lines are
/// passed over.
/// </remarks>
/// <param name="Separator">
/// Between fields: one character, and none that numbers, quotes or line ends have.
/// </param>
/// <param name="HasHeader">Whether the first line names the columns; x1, x2, … otherwise.</param>
/// <exception cref="ArgumentException">
/// <paramref name="Separator"/> is a quote, a line end, or a character of numbers: a digit, a point, a sign.
/// </exception>
public sealed record CsvFormat(char Separator = ',', bool HasHeader = true)
{
    /// <summary>Between fields.</summary>
    public char Separator { get; init => field = Checked(value, nameof(Separator)); } = Checked(Separator);

    /// <summary>The fields that say that a value is missing, letter by letter.</summary>
    /// <remarks><c>NA, N/A, NaN, nan, null, NULL, ?</c> and the empty field, unless set.</remarks>
    public IEnumerable<string> Missing
    {
        get => MissingMarks.Items;
        init => MissingMarks = ColumnNames.Checked(value, nameof(Missing));
    }

    /// <summary>The separator, whether there is a header, and what says that a value is missing.</summary>
    public override string ToString() =>
        $"fields between '{Separator}', {(HasHeader ? "with a header" : "without a header")}, "
        + $"missing where {string.Join(", ", MissingMarks.Items.Select(mark => $"'{mark}'"))}";

    private Listed<string> MissingMarks { get; init; } =
        ImmutableArray.Create("NA", "N/A", "NaN", "nan", "null", "NULL", "?", "");

    internal bool IsMissing(string field) => MissingMarks.Items.Contains(field);

    private static char Checked(char separator, string name = "Separator") =>
        separator is '"' or '\r' or '\n' or '.' or '+' or '-' || char.IsAsciiDigit(separator)
            ? throw new ArgumentException(
                $"{name} is a quote, a line end or a character of numbers; pass a comma, a semicolon or a "
                + "tab.",
                name)
            : separator;
}
