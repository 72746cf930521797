using System.Collections.Immutable;
using CsvHelper;

namespace Descent.Models;

/// <summary>The fields of a file, column by column, and the line of each row.</summary>
internal sealed record CsvText(string Source, ImmutableArray<CsvColumn> Columns, ImmutableArray<int> Lines)
{
    /// <exception cref="InvalidDataException">
    /// Rows differ in length, names come twice, quotes do not close, or there is no row.
    /// </exception>
    public static CsvText Read(TextReader reader, string source, CsvFormat format)
    {
        using var parser = CsvReader.Create(reader, Options(format), leaveOpen: true);
        var lines = ImmutableArray.CreateBuilder<int>();
        CsvColumn[]? columns = null;
        while (Next(parser, source))
        {
            var fields = Enumerable.Range(0, parser.FieldCount).Select(parser.GetString).ToArray();
            if (columns is null)
            {
                columns = Named(fields, source, format.HasHeader);
                if (format.HasHeader)
                    continue;
            }

            Add(fields, columns, source, parser.LineNumber);
            lines.Add((int)parser.LineNumber);
        }

        return lines.Count > 0
            ? new(source, [.. columns!], lines.ToImmutable())
            : throw new InvalidDataException($"{source} has no row; it must have one at least.");
    }

    /// <summary>The number of rows.</summary>
    public int Rows => Lines.Length;

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CsvColumn Column(string name, string parameter) =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw new ArgumentException(
            $"{Source} has no column '{name}'; name one of "
            + $"{string.Join(", ", Columns.Select(one => one.Name))}.",
            parameter);

    public InvalidDataException Wrong(int row, CsvColumn column, string what) => new(
        Guard.Text($"{Source}, line {Lines[row]}, column '{column.Name}': ") + what);

    // The header is read as a row: names are the user's, and not matched loosely.
    private static CsvReaderOptions Options(CsvFormat format) => new()
    {
        Separator = format.Separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private static bool Next(CsvReader parser, string source)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvFormatException damage)
        {
            throw new InvalidDataException(
                Guard.Text($"{source}, line {damage.LineNumber} has a quote within a field, or one that ")
                + "does not close; quote the whole field, and double the quote inside.",
                damage);
        }
    }

    private static CsvColumn[] Named(string[] fields, string source, bool hasHeader)
    {
        var names = hasHeader
            ? fields
            : [.. Enumerable.Range(1, fields.Length).Select(j => Guard.Text($"x{j}"))];
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? Array.ConvertAll(names, name => new CsvColumn(name))
            : throw new InvalidDataException(
                $"{source} names the column '{twice.Key}' twice; name each once, or read it without a "
                + "header.");
    }

    private static void Add(string[] fields, CsvColumn[] columns, string source, long line)
    {
        if (fields.Length != columns.Length)
            throw new InvalidDataException(
                Guard.Text($"{source}, line {line} has {fields.Length} fields, but there are ")
                + Guard.Text($"{columns.Length} columns; a field with the separator in it must be quoted."));
        for (var j = 0; j < fields.Length; j++)
            columns[j].Add(fields[j]);
    }
}
