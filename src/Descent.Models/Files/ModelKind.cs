namespace Descent.Models;

/// <summary>How models of one type are written as fields and read from them.</summary>
internal abstract class ModelKind(string name, Type type)
{
    /// <summary>The kind of models of a type that is not generic.</summary>
    /// <param name="name">What the file calls it; never changed, since files have it.</param>
    /// <param name="write">The fields of a model.</param>
    /// <param name="read">The model of these fields; an argument refused is told as damage.</param>
    public static ModelKind Of<TModel>(
        string name, Action<FieldWriter, TModel> write, Func<FieldReader, TModel> read)
        where TModel : class, IModel =>
        new Plain<TModel>(name, write, read);

    public string Name => name;

    /// <summary>The type; of a generic one its definition.</summary>
    public Type Type => type;

    public abstract bool Is(IModel model);

    public abstract void Write(FieldWriter fields, IModel model);

    public abstract IModel Read(FieldReader fields);

    /// <summary>Hands a model of this kind over by its own type.</summary>
    public abstract TResult Use<TResult>(IModel model, IModelUser<TResult> user);

    private sealed class Plain<TModel>(
        string name, Action<FieldWriter, TModel> write, Func<FieldReader, TModel> read)
        : ModelKind(name, typeof(TModel))
        where TModel : class, IModel
    {
        public override bool Is(IModel model) => model is TModel;

        public override void Write(FieldWriter fields, IModel model) => write(fields, (TModel)model);

        public override IModel Read(FieldReader fields) => fields.Valid(() => read(fields));

        public override TResult Use<TResult>(IModel model, IModelUser<TResult> user) =>
            user.Use((TModel)model);
    }
}
