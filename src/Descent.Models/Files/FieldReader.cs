using System.Collections.Immutable;
using System.Text.Json;

namespace Descent.Models;

/// <summary>Reads the fields of one JSON object; what is missing or wrong is refused by its path.</summary>
internal sealed class FieldReader
{
    private readonly JsonElement _json;

    /// <param name="json">What should be an object.</param>
    /// <param name="path">Where it is, such as <c>$.model</c>.</param>
    /// <exception cref="InvalidDataException">It is no object.</exception>
    public FieldReader(JsonElement json, string path)
    {
        (_json, Path) = (json, path);
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong(path, "an object");
    }

    public string Path { get; }

    public bool Has(string name) => _json.TryGetProperty(name, out _);

    public double Number(string name) => Number(Field(name), new(At(name)));

    public int Integer(string name) => Integer(Field(name), new(At(name)));

    public bool Flag(string name) => Field(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(At(name), "true or false"),
    };

    public string Text(string name) => Text(Field(name), new(At(name)));

    public ImmutableArray<string> Texts(string name) => Items(name, Text);

    public Vector Numbers(string name) => new(Items(name, Number));

    public ImmutableArray<int> Integers(string name) => Items(name, Integer);

    public Matrix Matrix(string name)
    {
        var fields = Object(name);
        var (rows, columns) = (fields.Integer("rows"), fields.Integer("columns"));
        if (fields.Has("starts"))
        {
            return fields.Valid(() => Descent.Matrix.FromCompressedRows(
                columns,
                Checked(fields.Integers("starts"), rows + 1, fields.At("starts")),
                [.. fields.Integers("columnIndices")],
                [.. fields.Numbers("values")]));
        }

        var values = fields.Items("values", (row, at) => Each(row, at.ToString(), Number));
        Checked(values, rows, fields.At("values"));
        for (var i = 0; i < rows; i++)
            Checked(values[i], columns, new Place(fields.At("values"), i).ToString());
        return fields.Valid(() => Descent.Matrix.From(rows, columns, (i, j) => values[i][j]));
    }

    /// <summary>A model of any kind.</summary>
    public IModel Model(string name) => ModelKinds.Read(Object(name));

    /// <summary>Models of any kinds.</summary>
    public ImmutableArray<IModel> Models(string name) => Objects(name, ModelKinds.Read);

    /// <summary>A map of any kind.</summary>
    public IFeatureMap Map(string name) => MapKinds.Read(Object(name));

    public ImmutableArray<T> Objects<T>(string name, Func<FieldReader, T> read) =>
        Items(name, (item, at) => read(new FieldReader(item, at.ToString())));

    public FieldReader Object(string name) => new(Field(name), At(name));

    /// <summary>What a constructor makes of fields; its refusal becomes one of the file.</summary>
    public T Valid<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException refusal)
        {
            throw new InvalidDataException(
                $"{Path} holds numbers that do not go together: {refusal.Message} The file is damaged, or "
                + "was written by hand.",
                refusal);
        }
    }

    private string At(string name) => $"{Path}.{name}";

    private JsonElement Field(string name) => _json.TryGetProperty(name, out var value)
        ? value
        : throw new InvalidDataException(
            $"{Path} has no field '{name}'. The file is damaged, or was written by hand; write the model "
            + "anew.");

    private ImmutableArray<T> Items<T>(string name, Func<JsonElement, Place, T> read) =>
        Each(Field(name), At(name), read);

    private static ImmutableArray<T> Each<T>(
        JsonElement array, string path, Func<JsonElement, Place, T> read) =>
        array.ValueKind == JsonValueKind.Array
            ? [.. array.EnumerateArray().Select((item, i) => read(item, new Place(path, i)))]
            : throw Wrong(path, "a list");

    private static T[] Checked<T>(ImmutableArray<T> items, int count, string path) => items.Length == count
        ? [.. items]
        : throw Wrong(path, Guard.Text($"a list of {count} entries, and has {items.Length}"));

    private static double Number(JsonElement element, Place at) =>
        NumberText.Read(element)
            ?? throw Wrong(at, "a number that a double holds, or \"NaN\", \"Infinity\", \"-Infinity\"");

    private static int Integer(JsonElement element, Place at) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value)
            ? value
            : throw Wrong(at, "a whole number of 32 bits");

    private static string Text(JsonElement element, Place at) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong(at, "a text");

    private static InvalidDataException Wrong(string path, string expected) => new(
        $"{path} must be {expected}. The file is damaged, or was written by hand; write the model anew.");

    private static InvalidDataException Wrong(Place at, string expected) => Wrong(at.ToString(), expected);

    // Long lists are read often, their paths in messages alone.
    private readonly record struct Place(string Path, int Index = -1)
    {
        public override string ToString() => Index < 0 ? Path : Guard.Text($"{Path}[{Index}]");
    }
}
