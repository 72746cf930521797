namespace Descent.Models;

/// <summary>What was fitted: a pure function from a row of features to a prediction.</summary>
/// <remarks>
/// <para>Immutable, equal by value, and safe to share between threads. The prediction of a row does not
/// depend on the rows beside it, bit for bit.</para>
/// <para>A classifier predicts the number of a class, 0, 1, …, K − 1; see <see cref="IClassifier"/>. For a
/// single row there is <see cref="ModelExtensions.Predict"/>.</para>
/// </remarks>
public interface IModel
{
    /// <summary>The number of features of a row, d.</summary>
    int FeatureCount { get; }

    /// <summary>The predictions of rows, one each.</summary>
    /// <param name="features">n rows of d features.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have <see cref="FeatureCount"/> features.
    /// </exception>
    Vector Predict(Matrix features);
}
