using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Which columns a file is read into, and how.</summary>
internal sealed record CsvSchema(
    ImmutableArray<CsvFeature> Features, CsvFeature Target, string? Weights, CsvFormat Format, bool DropsRows)
{
    /// <summary>The samples of a file.</summary>
    public Dataset Data(CsvText text, int[] rows)
    {
        if (rows.Length == 0)
            throw new InvalidDataException($"{text.Source} has no row without a missing value.");

        double[][] all =
        [
            .. Features.SelectMany(feature => feature.HasMark
                ? new[] { Numbers(text, feature, rows), Marks(text, feature, rows) }
                : [Numbers(text, feature, rows)]),
        ];
        var targets = Vector.Own(Numbers(text, Target, rows));
        Vector? weights = Weights is null
            ? null
            : Vector.Own(Numbers(text, new(Weights, null, false, null), rows));
        try
        {
            return new(
                Matrix.From(rows.Length, all.Length, (i, j) => all[j][i]), targets, weights,
                Features.SelectMany(feature => feature.Names));
        }
        catch (ArgumentException refusal)
        {
            throw new InvalidDataException($"{text.Source}: {refusal.Message}", refusal);
        }
    }

    /// <summary>The rows to read: all, or those where nothing that is used is missing.</summary>
    public static int[] Rows(CsvText text, IEnumerable<CsvColumn> used, CsvFormat format, bool dropsRows)
    {
        var columns = dropsRows ? used.ToArray() : [];
        return
        [
            .. Enumerable.Range(0, text.Rows).Where(row =>
                Array.TrueForAll(columns, column => !format.IsMissing(column[row]))),
        ];
    }

    public IEnumerable<string> Names =>
        Features.Select(feature => feature.Name).Append(Target.Name).Concat(Weights is null ? [] : [Weights]);

    private double[] Numbers(CsvText text, CsvFeature feature, int[] rows)
    {
        var column = text.Column(feature.Name, "path");
        // Each text is read once, and none that stands in dropped rows alone.
        var numbers = new double?[column.Texts.Count];
        var values = new double[rows.Length];
        foreach (var (i, row) in rows.Index())
        {
            values[i] = numbers[column.Rows[row]] ??= feature.Number(text, column, Format, row);
            if (double.IsNaN(values[i]))
                throw text.Wrong(row, column, Gap(column[row], feature));
        }

        return values;
    }

    private double[] Marks(CsvText text, CsvFeature feature, int[] rows)
    {
        var column = text.Column(feature.Name, "path");
        return Array.ConvertAll(rows, row => Format.IsMissing(column[row]) ? 1.0 : 0.0);
    }

    private string Gap(string field, CsvFeature feature) =>
        $"the value is missing ('{field}'); "
        + (feature.Name == Target.Name || feature.Name == Weights
            ? "remove the row, or read with MissingValues.DropRows."
            : "remove the row, or read with MissingValues.DropRows, Mark or Fill.");
}
