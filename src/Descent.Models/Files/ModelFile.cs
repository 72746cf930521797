using Descent.Linq;

namespace Descent.Models;

/// <summary>A model in a file, every bit of it, as JSON that people can read.</summary>
/// <remarks>
/// <code>
/// ModelFile.Save("model.json", fit.Model);
/// var model = ModelFile.Load&lt;LogisticModel&gt;("model.json");
/// </code>
/// <para>The text is that of <see cref="ModelJson"/>. A pipeline's model is one too, with what its
/// preparations learnt.</para>
/// </remarks>
public static class ModelFile
{
    /// <summary>
    /// Puts a model into a file: after it, or a kill in it, the old file or the new is there, whole.
    /// </summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="model">What to write.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">
    /// The model is, or holds, a type that is not of this library; no file is touched.
    /// </exception>
    /// <exception cref="IOException">The path is a folder, or cannot be written.</exception>
    public static void Save(string path, IModel model)
    {
        var file = AtomicFile.At(path);
        var bytes = ModelJson.Bytes(Guard.NotNull(model));
        file.Replace(stream => stream.Write(bytes));
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">
    /// The model is, or holds, a type that is not of this library; nothing is written.
    /// </exception>
    public static void Save(Stream stream, IModel model)
    {
        Guard.NotNull(stream);
        stream.Write(ModelJson.Bytes(Guard.NotNull(model)));
    }

    /// <summary>The model in a file.</summary>
    /// <param name="path">A file that <see cref="Save(string, IModel)"/> wrote.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no JSON, cut off, of another format or a later version, of an unknown kind, or a field is
    /// missing or wrong: the message has its path, such as <c>$.model.weights[3]</c>.
    /// </exception>
    /// <exception cref="IOException">The path is a folder, or cannot be read.</exception>
    public static IModel Load(string path)
    {
        using var stream = AtomicFile.At(path).Open();
        return ModelJson.Read(All(stream), stream.Name);
    }

    /// <summary>The model in a file, of a type that is known.</summary>
    /// <inheritdoc cref="Load(string)"/>
    public static TModel Load<TModel>(string path)
        where TModel : class, IModel =>
        ModelJson.Typed<TModel>(Load(path), path);

    /// <summary>The model in a stream, which is read to its end.</summary>
    /// <param name="stream">What <see cref="Save(Stream, IModel)"/> wrote.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">It holds no model, or a damaged one.</exception>
    public static IModel Load(Stream stream) => ModelJson.Read(All(Guard.NotNull(stream)), "The stream");

    /// <summary>The model in a stream, of a type that is known.</summary>
    /// <inheritdoc cref="Load(Stream)"/>
    public static TModel Load<TModel>(Stream stream)
        where TModel : class, IModel =>
        ModelJson.Typed<TModel>(Load(stream), "The stream");

    private static byte[] All(Stream stream)
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
