namespace Descent.Models;

/// <summary>How one column becomes features: what is needed to read another file in the same way.</summary>
/// <param name="Name">The name of the column.</param>
/// <param name="Categories">What the numbers stand for, or null for a column of numbers.</param>
/// <param name="HasMark">Whether a column of marks stands after it.</param>
/// <param name="Fill">What a missing value becomes; null where it is refused.</param>
internal sealed record CsvFeature(string Name, Categories? Categories, bool HasMark, double? Fill)
{
    public const string Gap = "NA";

    /// <summary>The names of the features.</summary>
    public IEnumerable<string> Names => HasMark ? [Name, Prepare.MissingMark(Name)] : [Name];

    /// <summary>The number for the text of a row; NaN where it is a gap without a filling.</summary>
    public double Number(CsvText text, CsvColumn column, CsvFormat format, int row)
    {
        var field = column[row];
        if (format.IsMissing(field))
            return Fill ?? double.NaN;
        if (Categories is not null)
        {
            return Categories.Labels.IndexOf(field) is var code and >= 0
                ? code
                : throw text.Wrong(
                    row, column,
                    $"'{field}' is none of the categories {Categories}; read the file that has all of them "
                    + "first, or remove the row.");
        }

        return CsvColumn.Number(field) is { } value && double.IsFinite(value)
            ? value
            : throw text.Wrong(
                row, column,
                $"'{field}' is no finite number; correct it, or remove the row.");
    }
}
