using System.Globalization;

namespace Descent.Models;

/// <summary>The fields of one column: each text once, and where it stands.</summary>
internal sealed class CsvColumn(string name)
{
    private static readonly string[] NotFinite = ["inf", "infinity", "nan"];

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _rows = [];

    public string Name => name;

    /// <summary>The different texts, in the order in which they come.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>For each row, the place of its text among <see cref="Texts"/>.</summary>
    public IReadOnlyList<int> Rows => _rows;

    public void Add(string field)
    {
        if (!_places.TryGetValue(field, out var place))
        {
            place = _texts.Count;
            _places.Add(field, place);
            _texts.Add(field);
        }

        _rows.Add(place);
    }

    /// <summary>The text of a row.</summary>
    public string this[int row] => _texts[_rows[row]];

    /// <summary>Reads a number with a decimal point, which may be infinite.</summary>
    public static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>Whether a text that is no number was meant as one: <c>1,5</c> or <c>inf</c>.</summary>
    public static bool IsMeantAsNumber(string field) =>
        NotFinite.Contains(field.TrimStart('+', '-').ToLowerInvariant())
        || (field.Contains(',', StringComparison.Ordinal)
            && Number(field.Replace(",", "", StringComparison.Ordinal)) is not null);
}
