namespace Descent.Models;

/// <summary>A model behind a map.</summary>
internal sealed record PlainPipelineModel<TModel> : PipelineModel<TModel>
    where TModel : class, IModel
{
    public PlainPipelineModel(IFeatureMap map, TModel inner)
        : base(map, inner)
    {
    }
}

/// <summary>A classifier behind a map.</summary>
internal sealed record ClassifierPipelineModel<TModel> : PipelineModel<TModel>, IClassifier
    where TModel : class, IModel
{
    public ClassifierPipelineModel(IFeatureMap map, TModel inner)
        : base(map, inner)
    {
    }

    private IClassifier Classifier => (IClassifier)Inner;

    public int ClassCount => Classifier.ClassCount;

    public Matrix Discriminants(Matrix features) => Classifier.Discriminants(Mapped(features));
}

/// <summary>A classifier with probabilities behind a map.</summary>
internal sealed record ProbabilisticPipelineModel<TModel> : PipelineModel<TModel>, IProbabilisticClassifier
    where TModel : class, IModel
{
    public ProbabilisticPipelineModel(IFeatureMap map, TModel inner)
        : base(map, inner)
    {
    }

    private IProbabilisticClassifier Classifier => (IProbabilisticClassifier)Inner;

    public int ClassCount => Classifier.ClassCount;

    public Matrix Discriminants(Matrix features) => Classifier.Discriminants(Mapped(features));

    public Matrix Probabilities(Matrix features) => Classifier.Probabilities(Mapped(features));
}
