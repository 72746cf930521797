namespace Descent.Models;

/// <summary>A preparation and a learner as one learner.</summary>
/// <remarks>
/// <c>Fit</c> learns the preparation from the rows it is given and the model from what they become, so that
/// in a cross-validation both come from the training part alone. The report is the learner's, with the steps
/// named. Laws: the bits of the same steps by hand; with <see cref="Prepare.Nothing"/>, of the learner.
/// </remarks>
/// <param name="Preparation">What is done to the features.</param>
/// <param name="Learner">What learns from the result.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public sealed record Pipeline<TModel>(IPreparation Preparation, ILearner<TModel> Learner)
    : ILearner<PipelineModel<TModel>>
    where TModel : class, IModel
{
    /// <summary>What is done to the features.</summary>
    public IPreparation Preparation { get; init => field = Guard.NotNull(value, nameof(Preparation)); } =
        Guard.NotNull(Preparation);

    /// <summary>What learns from the result.</summary>
    public ILearner<TModel> Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <inheritdoc/>
    public IFit<PipelineModel<TModel>> Fit(Dataset data)
    {
        var prepared = Prepared.By(Preparation, Guard.NotNull(data));
        var fit = Learner.Fit(prepared.Data);
        return new Fit<PipelineModel<TModel>>(
            PipelineModel.Of(prepared.Map, fit.Model), Prepared.Report(Preparation, fit.Report));
    }

    /// <summary>The steps and the learner.</summary>
    public override string ToString() => $"{Preparation}, {Learner}";
}
