namespace Descent.Models;

/// <summary>A learner that trains step by step, and shows the steps.</summary>
/// <remarks>
/// <c>Fit</c> is <see cref="Training"/>, drawn until a stop rule is met. Whoever wants another rule, a look
/// at each state, or another end, draws it alone: <c>learner.ModelOf(data,
/// state.Parameters)</c> is the model at any state.
/// </remarks>
public interface IIterativeLearner<out TModel> : ILearner<TModel>
    where TModel : class, IModel
{
    /// <summary>The states of a training, from the start, lazily.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The learner cannot read the targets.</exception>
    IEnumerable<IState> Training(Dataset data);

    /// <summary>The model that parameters make.</summary>
    /// <param name="data">The rows that are learned from: they tell how many features there are.</param>
    /// <param name="parameters">Those of a state of <see cref="Training"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">There are more or fewer parameters than the model has.</exception>
    TModel ModelOf(Dataset data, Vector parameters);
}
