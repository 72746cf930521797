namespace Descent.Models;

/// <summary>A model that tells classes 0, 1, …, K − 1 apart by a discriminant function for each.</summary>
/// <remarks>
/// The prediction is the class of the greatest discriminant, <c>argmax_k g_k(x)</c>, and of equal ones the
/// lowest number (Duda, Hart 1973). With two classes <c>g_1 − g_0</c> is the score that orders rows, and
/// class 1 is predicted where it is above 0.
/// </remarks>
public interface IClassifier : IModel
{
    /// <summary>The number of classes, K, at least 2.</summary>
    int ClassCount { get; }

    /// <summary>The discriminants of rows: a row of K numbers for each.</summary>
    /// <param name="features">n rows of d features.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have <see cref="IModel.FeatureCount"/> features.
    /// </exception>
    Matrix Discriminants(Matrix features);
}
