using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Descent.Models;

/// <summary>A model as JSON text, and back with equal bits.</summary>
/// <remarks>
/// <code>
/// { "format": "descent-model", "version": 1,
///   "model": { "kind": "linear", "weights": [0.5, -1.25], "bias": 3 } }
/// </code>
/// <para>Numbers are the shortest decimals that read back to the same bits; NaN and the infinities are
/// strings. Laws: what is read equals what was written and predicts the same bits; equal models give equal
/// text; a text that is cut off anywhere is refused.</para>
/// <para>The text holds no code and names no type to be made, so it can come from anyone. There is no
/// checksum: whoever changes a number by hand gets another model.</para>
/// </remarks>
public static class ModelJson
{
    private const string Format = "descent-model";
    private const int Version = 1;

    // Keys once each: of two, readers would disagree on which one counts.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The text of a model.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="NotSupportedException">
    /// It is, or holds, a type that is not of this library.
    /// </exception>
    public static string Write(IModel model) => Encoding.UTF8.GetString(Bytes(Guard.NotNull(model)));

    /// <summary>The model of a text.</summary>
    /// <param name="json">What <see cref="Write"/> gave.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no JSON, cut off, of another format or a later version, of an unknown kind, or a field is
    /// missing or wrong: the message has its path, such as <c>$.model.weights[3]</c>.
    /// </exception>
    public static IModel Read(string json) => Read(Encoding.UTF8.GetBytes(Guard.NotNull(json)), "The text");

    /// <summary>The model of a text, of a type that is known.</summary>
    /// <inheritdoc cref="Read(string)"/>
    /// <exception cref="InvalidDataException">It holds a model of another type, or none.</exception>
    public static TModel Read<TModel>(string json)
        where TModel : class, IModel =>
        Typed<TModel>(Read(json), "The text");

    internal static byte[] Bytes(IModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            new FieldWriter(json).Text("format", Format).Integer("version", Version).Model("model", model);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static IModel Read(ReadOnlyMemory<byte> bytes, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return Read(new FieldReader(document.RootElement, "$"));
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException(
                $"{source} is no JSON, or cut off: {damage.Message} Pass what ModelFile.Save or "
                + "ModelJson.Write wrote.",
                damage);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{source} holds no model: {damage.Message}", damage);
        }
    }

    internal static TModel Typed<TModel>(IModel model, string source)
        where TModel : class, IModel =>
        model as TModel ?? throw new InvalidDataException(
            $"{source} holds a {TypeName(model.GetType())}, not a {TypeName(typeof(TModel))}. Read it as "
            + "that, or as an IModel.");

    private static IModel Read(FieldReader fields)
    {
        if (fields.Text("format") is var format && format != Format)
            throw new InvalidDataException(
                $"$.format is '{format}', not '{Format}'. Pass what ModelFile.Save or "
                + "ModelJson.Write wrote.");
        if (fields.Integer("version") is var version && version != Version)
            throw new InvalidDataException(
                Guard.Text($"$.version is {version}; this version reads {Version}. ")
                + "Read it with the version of the library that wrote it.");
        return fields.Model("model");
    }

    private static string TypeName(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;
}
