using System.Collections.Frozen;
using Descent.Linq;

namespace Descent.Models;

/// <summary>Samples from a file of separated values, and what their numbers stand for.</summary>
/// <remarks>
/// <code>
/// var flowers = CsvDataset.Read("iris.csv", target: "species");
/// var learner = Prepare.OneHot(flowers.Categories).Then(new LogisticRegression());
/// </code>
/// <para>A column is one of categories where it is listed, or where a field of it is neither a number nor
/// missing; otherwise it is one of numbers. Categories are numbered from 0: first those that are numbers, by
/// size, then the others in the order of their letters. Numbers have a decimal point in every culture, and
/// are finite. The header names the columns, each once.</para>
/// <para>A test file is read by <see cref="ReadSame(string)"/> of the training file, so that numbers stand
/// for the same names.</para>
/// </remarks>
public sealed class CsvDataset
{
    private readonly CsvSchema _schema;

    private CsvDataset(CsvSchema schema, Dataset data)
    {
        _schema = schema;
        Data = data;
        Categories = schema.Features.Where(feature => feature.Categories is not null)
            .ToFrozenDictionary(feature => feature.Name, feature => feature.Categories!);
    }

    /// <summary>The samples of a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="target">The column to predict; text becomes classes.</param>
    /// <param name="categorical">
    /// Columns whose fields are categories though they are numbers; the target may be one.
    /// </param>
    /// <param name="weights">The column of the samples' weights; none when omitted.</param>
    /// <param name="ignore">Columns that are left out, such as a number of the row.</param>
    /// <param name="missing">What becomes of missing values; refused when omitted.</param>
    /// <param name="format">How the file is written; with commas and a header when omitted.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="path"/>, <paramref name="target"/> or a name is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The file has no column of a name; the message lists those it has. Or one has two parts to play.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// A value is missing, or not finite, or has a decimal comma: the message names line and column. Or rows
    /// differ in length, a column is named twice, there is no row, or weights are negative or all 0.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CsvDataset Read(
        string path,
        string target,
        IEnumerable<string>? categorical = null,
        string? weights = null,
        IEnumerable<string>? ignore = null,
        MissingValues? missing = null,
        CsvFormat? format = null)
    {
        Guard.NotNull(target);
        using var reader = new StreamReader(AtomicFile.At(path).Open());
        return Of(reader, path, target, categorical, weights, ignore, missing, format);
    }

    /// <summary>The samples of a text.</summary>
    /// <param name="reader">Where the text comes from; it is read to its end, and stays open.</param>
    /// <param name="target">The column to predict; text becomes classes.</param>
    /// <param name="categorical">Columns whose fields are categories though they are numbers.</param>
    /// <param name="weights">The column of the samples' weights; none when omitted.</param>
    /// <param name="ignore">Columns that are left out.</param>
    /// <param name="missing">What becomes of missing values; refused when omitted.</param>
    /// <param name="format">How the text is written; with commas and a header when omitted.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="reader"/>, <paramref name="target"/> or a name is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The text has no column of a name, or one has two parts to play.
    /// </exception>
    /// <exception cref="InvalidDataException">The text cannot be read so.</exception>
    public static CsvDataset Read(
        TextReader reader,
        string target,
        IEnumerable<string>? categorical = null,
        string? weights = null,
        IEnumerable<string>? ignore = null,
        MissingValues? missing = null,
        CsvFormat? format = null) => Of(
        Guard.NotNull(reader), "The text", Guard.NotNull(target),
        categorical, weights, ignore, missing, format);

    /// <summary>The samples.</summary>
    public Dataset Data { get; }

    /// <summary>For each feature of categories, what its numbers stand for.</summary>
    public IReadOnlyDictionary<string, Categories> Categories { get; }

    /// <summary>What the classes stand for; null where the target is a number.</summary>
    public Categories? TargetCategories => _schema.Target.Categories;

    /// <summary>Reads another file as this one: its columns, categories, marks and fillings.</summary>
    /// <remarks>
    /// Columns are found by their names, and others passed over. A category that this file does not have is
    /// refused with line and column named.
    /// </remarks>
    /// <param name="path">The file, written in the same way.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The file lacks a column.</exception>
    /// <exception cref="InvalidDataException">A field cannot be read so.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CsvDataset ReadSame(string path)
    {
        using var reader = new StreamReader(AtomicFile.At(path).Open());
        return Of(CsvText.Read(reader, path, _schema.Format), nameof(path));
    }

    /// <summary>Reads another text as this one was read.</summary>
    /// <inheritdoc cref="ReadSame(string)"/>
    /// <param name="reader">Where the text comes from; it is read to its end, and stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public CsvDataset ReadSame(TextReader reader) =>
        Of(CsvText.Read(Guard.NotNull(reader), "The text", _schema.Format), nameof(reader));

    /// <summary>Writes samples to a file: features, target, and weights where there are any.</summary>
    /// <remarks>
    /// What <c>Read</c> makes of it has the same bits. The old file is there, whole, until the new one is.
    /// </remarks>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="data">The samples.</param>
    /// <param name="target">The name of the targets' column.</param>
    /// <param name="weights">The name of the weights' column.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two columns would have one name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Dataset data, string target = "target", string weights = "weight")
    {
        var file = AtomicFile.At(path);
        CsvLines.Check(data, target, weights);
        file.Replace(stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            CsvLines.Write(writer, data, target, weights);
        });
    }

    /// <summary>Writes samples as text: features, target, and weights where there are any.</summary>
    /// <param name="writer">Where the text goes; it stays open.</param>
    /// <param name="data">The samples.</param>
    /// <param name="target">The name of the targets' column.</param>
    /// <param name="weights">The name of the weights' column.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two columns would have one name.</exception>
    public static void Write(
        TextWriter writer, Dataset data, string target = "target", string weights = "weight")
    {
        Guard.NotNull(writer);
        CsvLines.Check(data, target, weights);
        CsvLines.Write(writer, data, target, weights);
    }

    /// <summary>The samples, and which columns hold categories.</summary>
    public override string ToString() => string.Join(
        "; ",
        _schema.Features.Append(_schema.Target).Where(one => one.Categories is not null)
            .Select(one => $"{one.Name}: {one.Categories}").Prepend(Data.ToString()));

    private static CsvDataset Of(
        TextReader reader,
        string source,
        string target,
        IEnumerable<string>? categorical,
        string? weights,
        IEnumerable<string>? ignore,
        MissingValues? missing,
        CsvFormat? format)
    {
        var named = ColumnNames.Checked(categorical ?? [], nameof(categorical)).Items;
        var ignored = ColumnNames.Checked(ignore ?? [], nameof(ignore)).Items;
        (missing, format) = (missing ?? MissingValues.Refuse, format ?? new CsvFormat());
        var text = CsvText.Read(reader, source, format);
        var answer = text.Column(target, nameof(target));
        var counts = weights is null ? null : text.Column(weights, nameof(weights));
        foreach (var name in named)
            text.Column(name, nameof(categorical));
        foreach (var name in ignored)
            text.Column(name, nameof(ignore));
        var inputs = text.Columns.Where(one => one != answer && one != counts && !ignored.Contains(one.Name))
            .ToArray();
        string[] given = weights is null ? [target] : [target, weights];
        if (target == weights || (weights is not null && named.Contains(weights))
            || given.Concat(named).Any(ignored.Contains))
            throw new ArgumentException(
                "A column that is ignored, or weights, can be nothing else; name it for one of them only.",
                nameof(target));

        var drops = missing == MissingValues.DropRows;
        var rows = CsvSchema.Rows(text, given.Select(Column).Concat(inputs), format, drops);
        var learning = new CsvLearning(text, rows, format);
        var schema = new CsvSchema(
            [.. inputs.Select(one => learning.Feature(one, named.Contains(one.Name), missing))],
            learning.Feature(answer, named.Contains(target), MissingValues.Refuse),
            weights, format, drops);
        return new(schema, schema.Data(text, rows));

        CsvColumn Column(string name) => text.Column(name, nameof(target));
    }

    private CsvDataset Of(CsvText text, string parameter)
    {
        var used = _schema.Names.Select(name => text.Column(name, parameter)).ToArray();
        var rows = CsvSchema.Rows(text, used, _schema.Format, _schema.DropsRows);
        return new(_schema, _schema.Data(text, rows));
    }
}
