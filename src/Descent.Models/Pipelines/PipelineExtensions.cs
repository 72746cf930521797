namespace Descent.Models;

/// <summary>What a model behind a map can do where the inner model can.</summary>
/// <remarks>
/// The compiler knows the type of <see cref="PipelineModel{TModel}.Inner"/>, so it offers these where they
/// are defined; whoever holds an <see cref="IModel"/> asks whether it is an <see cref="IClassifier"/>.
/// </remarks>
public static class PipelineExtensions
{
    /// <summary>The discriminants of rows: a row of K numbers for each.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The rows do not have as many features as the model.</exception>
    public static Matrix Discriminants<TModel>(this PipelineModel<TModel> model, Matrix features)
        where TModel : class, IClassifier =>
        ((IClassifier)Guard.NotNull(model)).Discriminants(features);

    /// <summary>The discriminants of one row, one for each class.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The row is not as long as the model has features.</exception>
    public static Vector Discriminants<TModel>(this PipelineModel<TModel> model, Vector row)
        where TModel : class, IClassifier =>
        ((IClassifier)Guard.NotNull(model)).Discriminants(row);

    /// <summary>The probabilities of the classes: a row of K numbers for each row.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The rows do not have as many features as the model.</exception>
    public static Matrix Probabilities<TModel>(this PipelineModel<TModel> model, Matrix features)
        where TModel : class, IProbabilisticClassifier =>
        ((IProbabilisticClassifier)Guard.NotNull(model)).Probabilities(features);

    /// <summary>The probabilities of the classes for one row.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The row is not as long as the model has features.</exception>
    public static Vector Probabilities<TModel>(this PipelineModel<TModel> model, Vector row)
        where TModel : class, IProbabilisticClassifier =>
        ((IProbabilisticClassifier)Guard.NotNull(model)).Probabilities(row);
}
