namespace Descent.Models;

/// <summary>Settings, and a pure function from data to a model.</summary>
/// <remarks>
/// Equal learners make equal models of equal data, bit for bit, in any process: what is random takes a
/// <see cref="Seed"/>. This is the form that a list of different learners has; <see cref="ILearner{TModel}"/>
/// says what comes out. Row weights of the data count in every learner.
/// </remarks>
public interface ILearner
{
    /// <summary>Fits a model to data.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The learner cannot read the targets.</exception>
    IFit<IModel> Fit(Dataset data);
}

/// <summary>A learner whose models are known by their type.</summary>
public interface ILearner<out TModel> : ILearner
    where TModel : class, IModel
{
    /// <summary>Fits a model to data.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The learner cannot read the targets.</exception>
    new IFit<TModel> Fit(Dataset data);

    IFit<IModel> ILearner.Fit(Dataset data) => Fit(data);
}
