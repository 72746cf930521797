namespace Descent.Models;

/// <summary>Learns from the fields of a column how it becomes features.</summary>
/// <param name="Text">The file.</param>
/// <param name="Rows">The rows that are read.</param>
/// <param name="Format">Which texts say that a value is missing.</param>
internal sealed record CsvLearning(CsvText Text, int[] Rows, CsvFormat Format)
{
    /// <summary>The rule of one column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isCategorical">Whether its texts are categories even if they are numbers.</param>
    /// <param name="missing">What becomes of missing values.</param>
    public CsvFeature Feature(CsvColumn column, bool isCategorical, MissingValues missing)
    {
        var places = Rows.Select(row => column.Rows[row]).Distinct();
        var used = places.Select(place => column.Texts[place]).ToList();
        var there = used.Where(field => !Format.IsMissing(field)).ToArray();
        var hasGaps = there.Length < used.Count;
        if (isCategorical || Array.Exists(there, field => CsvColumn.Number(field) is null))
            return Categorical(column, isCategorical, there, hasGaps, missing);

        // Numbers that are not finite are refused where they are read, with their line.
        var isMarked = hasGaps && missing == MissingValues.Mark;
        var fill = isMarked ? 0 : Fill(column, missing.Imputation, field => CsvColumn.Number(field)!.Value);
        return fill is { } value && !double.IsFinite(value) && hasGaps
            ? throw new InvalidDataException(
                Guard.Text($"{Text.Source}: column '{column.Name}' gives {value} as {missing.Imputation} of ")
                + Guard.Text($"{there.Length} different values; ignore it, or fill with a constant."))
            : new(column.Name, null, isMarked, fill);
    }

    private CsvFeature Categorical(
        CsvColumn column, bool isNamed, string[] there, bool hasGaps, MissingValues missing)
    {
        if (!isNamed && Array.Find(there, CsvColumn.IsMeantAsNumber) is { } meant)
            throw Text.Wrong(
                Array.Find(Rows, row => column[row] == meant), column,
                $"'{meant}' is no number; write numbers with a decimal point and finite, or name the column "
                + "as categorical.");
        var labels = there.OrderBy(field => CsvColumn.Number(field) ?? double.PositiveInfinity)
            .ThenBy(field => field, StringComparer.Ordinal).ToList();
        var isMarked = hasGaps && missing == MissingValues.Mark;
        if (isMarked)
            labels.Add(CsvFeature.Gap);
        if (labels.Count == 0)
            throw new InvalidDataException(
                $"{Text.Source}: column '{column.Name}' has no value; ignore it.");

        var categories = Categories.InOrder(labels);
        var how = missing.Imputation is null ? null : Imputation.MostFrequent;
        return new(
            column.Name, categories, false,
            isMarked ? labels.Count - 1 : Fill(column, how, field => categories.Code(field)));
    }

    private double? Fill(CsvColumn column, Imputation? how, Func<string, double> number)
    {
        if (how is null)
            return null;

        var values = Vector.From(
            from row in Rows
            let field = column[row]
            where !Format.IsMissing(field)
            select number(field));
        return how.Of(values, Vector.Ones(values.Count));
    }
}
