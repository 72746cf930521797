namespace Descent.Models;

/// <summary>A preparation and an iterative learner as one iterative learner.</summary>
/// <remarks>
/// As <see cref="Pipeline{TModel}"/>, and its training can be looked at: the states are the learner's, on the
/// prepared rows.
/// </remarks>
/// <param name="Preparation">What is done to the features.</param>
/// <param name="Learner">What learns from the result.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public sealed record IterativePipeline<TModel>(IPreparation Preparation, IIterativeLearner<TModel> Learner)
    : IIterativeLearner<PipelineModel<TModel>>, IBindable
    where TModel : class, IModel
{
    /// <summary>What is done to the features.</summary>
    public IPreparation Preparation { get; init => field = Guard.NotNull(value, nameof(Preparation)); } =
        Guard.NotNull(Preparation);

    /// <summary>What learns from the result.</summary>
    public IIterativeLearner<TModel> Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <inheritdoc/>
    public IFit<PipelineModel<TModel>> Fit(Dataset data) =>
        new Pipeline<TModel>(Preparation, Learner).Fit(Guard.NotNull(data));

    /// <summary>The states of the learner's training on the prepared rows.</summary>
    /// <remarks>The preparation is learnt at the call, the states are drawn lazily.</remarks>
    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) =>
        Learner.Training(Prepared.By(Preparation, Guard.NotNull(data)).Data);

    /// <summary>The model that parameters make, on rows that are not prepared.</summary>
    /// <remarks>The preparation is learnt anew each time: equal rows give equal bits.</remarks>
    /// <inheritdoc/>
    public PipelineModel<TModel> ModelOf(Dataset data, Vector parameters)
    {
        var prepared = Prepared.By(Preparation, Guard.NotNull(data));
        return PipelineModel.Of(prepared.Map, Learner.ModelOf(prepared.Data, parameters));
    }

    BoundTraining IBindable.Bind(Dataset data)
    {
        var prepared = Prepared.By(Preparation, data);
        var inner = BoundTraining.Of(Learner, prepared.Data);
        return new(
            inner.States,
            parameters => PipelineModel.Of(prepared.Map, (TModel)inner.ModelOf(parameters)));
    }

    /// <summary>The steps and the learner.</summary>
    public override string ToString() => $"{Preparation}, {Learner}";
}
