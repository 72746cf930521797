namespace Descent.Models;

/// <summary>A model behind a map: it takes rows as they are, before the map.</summary>
/// <remarks>
/// It is an <see cref="IClassifier"/> or an <see cref="IProbabilisticClassifier"/> exactly where
/// <see cref="Inner"/> is one, so a metric that asks for probabilities gets them. Equal by value where the
/// map and the model are. <see cref="PipelineModel.Of"/> makes it.
/// </remarks>
public record PipelineModel<TModel> : IPipelineModel<TModel>, IModel
    where TModel : class, IModel
{
    private protected PipelineModel(IFeatureMap map, TModel inner) => (Map, Inner) = (map, inner);

    /// <summary>From a row as it is to the features of <see cref="Inner"/>.</summary>
    public IFeatureMap Map { get; }

    /// <summary>The model of what the map makes.</summary>
    public TModel Inner { get; }

    IModel IPipelineModel.Inner => Inner;

    /// <inheritdoc/>
    public int FeatureCount => Map.FeatureCount;

    /// <inheritdoc/>
    public Vector Predict(Matrix features) => Inner.Predict(Mapped(features));

    /// <summary>The map and the model.</summary>
    public sealed override string ToString() => $"{Map}: {Inner}";

    TResult IPipelineModel.Use<TResult>(IModelUser<TResult> user) => user.Use(this);

    private protected Matrix Mapped(Matrix features) =>
        Map.Transform(ModelGuard.Features(features, FeatureCount));
}

/// <summary>Makes models behind maps.</summary>
public static class PipelineModel
{
    /// <summary>A model behind a map.</summary>
    /// <param name="map">From a row as it is to the features of the model.</param>
    /// <param name="inner">The model of what the map makes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The map makes more or fewer features than the model has.
    /// </exception>
    public static PipelineModel<TModel> Of<TModel>(IFeatureMap map, TModel inner)
        where TModel : class, IModel
    {
        var made = Guard.NotNull(map).FeatureNames.Length;
        if (made != Guard.NotNull(inner).FeatureCount)
            throw new ArgumentException(
                Guard.Text($"{nameof(inner)} has {inner.FeatureCount} features, but {nameof(map)} makes ")
                + Guard.Text($"{made}; pass the map that the model was fitted behind."),
                nameof(inner));
        return inner switch
        {
            IProbabilisticClassifier => new ProbabilisticPipelineModel<TModel>(map, inner),
            IClassifier => new ClassifierPipelineModel<TModel>(map, inner),
            _ => new PlainPipelineModel<TModel>(map, inner),
        };
    }
}
