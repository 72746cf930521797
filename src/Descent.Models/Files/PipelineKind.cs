namespace Descent.Models;

/// <summary>A model behind a map, with a model of any kind inside.</summary>
internal sealed class PipelineKind() : ModelKind("pipeline", typeof(PipelineModel<>))
{
    public override bool Is(IModel model) => model is IPipelineModel;

    public override void Write(FieldWriter fields, IModel model)
    {
        var pipeline = (IPipelineModel)model;
        fields.Map("map", pipeline.Map).Model("inner", pipeline.Inner);
    }

    public override IModel Read(FieldReader fields)
    {
        var (map, inner) = (fields.Map("map"), fields.Model("inner"));
        return fields.Valid(() => ModelKinds.Use(inner, new Behind(map)));
    }

    public override TResult Use<TResult>(IModel model, IModelUser<TResult> user) =>
        ((IPipelineModel)model).Use(user);

    private sealed class Behind(IFeatureMap map) : IModelUser<IModel>
    {
        public IModel Use<TModel>(TModel model)
            where TModel : class, IModel =>
            PipelineModel.Of(map, model);
    }
}
