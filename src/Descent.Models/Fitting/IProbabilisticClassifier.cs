namespace Descent.Models;

/// <summary>A classifier that gives each class a probability.</summary>
public interface IProbabilisticClassifier : IClassifier
{
    /// <summary>
    /// The probabilities of the classes: a row of K numbers for each row, from 0 to 1, with sum 1.
    /// </summary>
    /// <param name="features">n rows of d features.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have <see cref="IModel.FeatureCount"/> features.
    /// </exception>
    Matrix Probabilities(Matrix features);
}
