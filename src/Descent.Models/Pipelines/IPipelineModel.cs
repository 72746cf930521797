namespace Descent.Models;

/// <summary>A model behind a map, whatever the type of the model.</summary>
internal interface IPipelineModel
{
    IFeatureMap Map { get; }

    IModel Inner { get; }

    /// <summary>Hands itself over by its own type.</summary>
    TResult Use<TResult>(IModelUser<TResult> user);
}

/// <summary>A model behind a map, by the type of the model, so that learners of them can be told.</summary>
internal interface IPipelineModel<out TModel> : IPipelineModel, IModel
    where TModel : class, IModel
{
    new TModel Inner { get; }
}

/// <summary>A function of a model that is known by its type: a generic lambda.</summary>
internal interface IModelUser<out TResult>
{
    TResult Use<TModel>(TModel model)
        where TModel : class, IModel;
}
