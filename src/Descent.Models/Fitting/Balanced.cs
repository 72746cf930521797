namespace Descent.Models;

/// <summary>A learner of classes, each of which counts as much as any other.</summary>
/// <remarks>
/// Its fit is that of the learner on <see cref="ClassWeights.Balanced(Dataset)"/>: with the weights
/// <c>N / (K N_k)</c> of the data that it is given, so in cross-validation of the training part alone.
/// Probabilities are then those of a population in which classes are equally frequent.
/// </remarks>
/// <param name="Learner">The learner.</param>
/// <exception cref="ArgumentNullException"><paramref name="Learner"/> is null.</exception>
public sealed record Balanced<TModel>(ILearner<TModel> Learner) : ILearner<TModel>
    where TModel : class, IModel
{
    /// <summary>The learner.</summary>
    public ILearner<TModel> Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <inheritdoc/>
    public IFit<TModel> Fit(Dataset data) => Learner.Fit(Guard.NotNull(data).Balanced());

    /// <summary>The learner, and that its classes are balanced.</summary>
    public override string ToString() => $"{Learner}, balanced";
}
