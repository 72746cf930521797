namespace Descent.Models;

/// <summary>A learner of classes, each of which counts by a weight of its own.</summary>
/// <remarks>
/// Its fit is that of the learner on <see cref="ClassWeights.WithClassWeights(Dataset, Vector)"/>. To give
/// class 1 the weight c is to say that a row of it that is missed costs c times as much.
/// </remarks>
/// <param name="Learner">The learner.</param>
/// <param name="Weights">One for each class, finite and at least 0.</param>
/// <exception cref="ArgumentNullException"><paramref name="Learner"/> is null.</exception>
/// <exception cref="ArgumentException">A weight is negative or not finite, or there is none.</exception>
public sealed record ClassWeighted<TModel>(ILearner<TModel> Learner, Vector Weights) : ILearner<TModel>
    where TModel : class, IModel
{
    /// <summary>The learner.</summary>
    public ILearner<TModel> Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <summary>One for each class, finite and at least 0.</summary>
    public Vector Weights { get; init => field = ClassWeights.Checked(value, nameof(Weights)); } =
        ClassWeights.Checked(Weights, nameof(Weights));

    /// <inheritdoc/>
    public IFit<TModel> Fit(Dataset data) => Learner.Fit(Guard.NotNull(data).WithClassWeights(Weights));

    /// <summary>The learner and the weights.</summary>
    public override string ToString() => Guard.Text($"{Learner}, class weights {Weights}");
}
