using System.Globalization;

namespace Descent.Models;

/// <summary>What the lines of a LIBSVM text say, as compressed rows.</summary>
internal sealed class LibSvmText
{
    private readonly string _source;
    private readonly int? _given;
    private readonly List<double> _labels = [];
    private readonly List<int> _lines = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _columns = [];
    private readonly List<double> _values = [];
    private int _greatest;
    private int _line;

    private LibSvmText(string source, int? features) => (_source, _given) = (source, features);

    public static LibSvmText Read(TextReader reader, string source, int? features)
    {
        var text = new LibSvmText(source, features);
        while (reader.ReadLine() is { } line)
        {
            text._line++;
            var end = line.IndexOf('#', StringComparison.Ordinal);
            text.Add((end < 0 ? line : line.AsSpan(0, end)).Trim());
        }

        return text._labels.Count > 0
            ? text
            : throw new InvalidDataException($"{source} has no sample; a line is 'label index:value …'.");
    }

    public Dataset Data() => Data(Vector.From(_labels));

    public LibSvmClasses Classes(Vector? labels)
    {
        for (var i = 0; i < _labels.Count; i++)
        {
            if (_labels[i] != Math.Floor(_labels[i]))
                throw Wrong(
                    _lines[i],
                    Guard.Text($"the label {_labels[i]} is no whole number, so no class; read a regression "),
                    "by Read.");
        }

        if (labels is { } given && given.Distinct().Count() < given.Count)
            throw new ArgumentException("labels has a label twice; give each once.", nameof(labels));
        var known = labels ?? Vector.From(_labels.Select(label => label + 0.0).Distinct().Order());
        var codes = known.Index().ToDictionary(one => one.Item + 0.0, one => one.Index);
        return new(Data(Vector.From(_labels.Select((label, i) => Code(codes, label, i, known)))), known);
    }

    private double Code(Dictionary<double, int> codes, double label, int row, Vector known) =>
        codes.TryGetValue(label + 0.0, out var code)
            ? code
            : throw Wrong(
                _lines[row], Guard.Text($"the label {label} is none of {known}; "),
                "give all labels there are.");

    private Dataset Data(Vector targets) => new(
        Matrix.FromCompressedRows(_given ?? _greatest, [.. _starts], [.. _columns], [.. _values]), targets);

    private void Add(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return;

        var last = 0;
        var isLabel = true;
        foreach (var range in line.SplitAny(' ', '\t'))
        {
            var field = line[range];
            if (field.IsEmpty)
                continue;
            if (isLabel)
                _labels.Add(Number(field, 0));
            else
                last = AddEntry(field, last);
            isLabel = false;
        }

        _lines.Add(_line);
        _starts.Add(_columns.Count);
    }

    /// <summary>Adds an entry and gives its index.</summary>
    private int AddEntry(ReadOnlySpan<char> field, int last)
    {
        var colon = field.IndexOf(':');
        if (colon < 0)
            throw Wrong(_line, $"'{field}' is no entry; ", "write index:value.");
        if (field.StartsWith("qid:", StringComparison.Ordinal))
            throw Wrong(_line, $"'{field}' is a ranking group, which is not read; ", "remove it.");
        if (!int.TryParse(field[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw Wrong(_line, $"'{field[..colon]}' is no index; ", "write a whole number from 1.");
        if (index < 1)
            throw Wrong(_line, "an index is 0; ", "indices count from 1, so add 1 to each in the file.");
        if (index <= last)
            throw Wrong(
                _line, Guard.Text($"the index {index} comes after {last}; "),
                "indices must increase: sort the line, and name each index once.");
        if (index > _given)
            throw Wrong(
                _line, Guard.Text($"the index {index} is beyond the {_given} features; "),
                "give more, or none.");

        var value = Number(field[(colon + 1)..], index);
        _columns.Add(index - 1);
        _values.Add(value);
        _greatest = Math.Max(_greatest, index);
        return index;
    }

    /// <summary>The value of an index, or of index 0 the label.</summary>
    private double Number(ReadOnlySpan<char> text, int index) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : throw Wrong(
                _line,
                (index == 0 ? "the label" : Guard.Text($"the value of index {index}"))
                + $" is '{text}', which is no finite number; ",
                "write it with a decimal point, and one label a line.");

    private InvalidDataException Wrong(int line, string what, string remedy) =>
        new(Guard.Text($"{_source}, line {line}: ") + what + remedy);
}
