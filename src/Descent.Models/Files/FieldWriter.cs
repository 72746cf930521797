using System.Globalization;
using System.Text.Json;

namespace Descent.Models;

/// <summary>Writes the fields of one JSON object; each method a field, and all can be chained.</summary>
internal sealed class FieldWriter(Utf8JsonWriter json)
{
    public FieldWriter Number(string name, double value) => Raw(name, NumberText.Of(value));

    public FieldWriter Integer(string name, long value) =>
        Raw(name, value.ToString(CultureInfo.InvariantCulture));

    public FieldWriter Flag(string name, bool value) => Raw(name, value ? "true" : "false");

    public FieldWriter Text(string name, string value)
    {
        json.WriteString(name, value);
        return this;
    }

    public FieldWriter Texts(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
        return this;
    }

    /// <summary>Numbers on one line.</summary>
    public FieldWriter Numbers(string name, IEnumerable<double> values) => Raw(name, Line(values));

    /// <summary>Whole numbers on one line.</summary>
    public FieldWriter Integers(string name, IEnumerable<int> values) => Raw(
        name, $"[{string.Join(", ", values.Select(x => x.ToString(CultureInfo.InvariantCulture)))}]");

    /// <summary>A matrix in its form, dense or sparse; a dense one with a line for each row.</summary>
    public FieldWriter Matrix(string name, Matrix value) => Object(name, fields =>
    {
        fields.Integer("rows", value.Rows).Integer("columns", value.Columns);
        if (value.IsSparse)
            Sparse(fields, value);
        else
            fields.Lines("values", Enumerable.Range(0, value.Rows).Select(i => value.Row(i).ToArray()));
    });

    /// <summary>A model of any kind.</summary>
    public FieldWriter Model(string name, IModel value) =>
        Object(name, fields => ModelKinds.Write(fields, value));

    /// <summary>Models of any kinds.</summary>
    public FieldWriter Models(string name, IEnumerable<IModel> values) =>
        Objects(name, values, ModelKinds.Write);

    /// <summary>A map of any kind.</summary>
    public FieldWriter Map(string name, IFeatureMap value) =>
        Object(name, fields => MapKinds.Write(fields, value));

    /// <summary>An object for each item.</summary>
    public FieldWriter Objects<T>(string name, IEnumerable<T> items, Action<FieldWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        return this;
    }

    public FieldWriter Object(string name, Action<FieldWriter> write)
    {
        json.WriteStartObject(name);
        write(this);
        json.WriteEndObject();
        return this;
    }

    private static void Sparse(FieldWriter fields, Matrix value)
    {
        var starts = new List<int> { 0 };
        var (columns, values) = (new List<int>(), new List<double>());
        for (var i = 0; i < value.Rows; i++)
        {
            var row = value.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] is not 0)
                {
                    columns.Add(j);
                    values.Add(row[j]);
                }
            }

            starts.Add(columns.Count);
        }

        fields.Integers("starts", starts).Integers("columnIndices", columns).Numbers("values", values);
    }

    private void Lines(string name, IEnumerable<double[]> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
            json.WriteRawValue(Line(row), skipInputValidation: true);
        json.WriteEndArray();
    }

    private static string Line(IEnumerable<double> values) =>
        $"[{string.Join(", ", values.Select(NumberText.Of))}]";

    private FieldWriter Raw(string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
        return this;
    }
}
