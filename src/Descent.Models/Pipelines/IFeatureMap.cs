using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A pure function from a row of features to a row of others.</summary>
/// <remarks>
/// Immutable, and safe to share between threads. What a row becomes does not depend on the rows beside it,
/// bit for bit.
/// </remarks>
public interface IFeatureMap
{
    /// <summary>The number of features of a row before.</summary>
    int FeatureCount { get; }

    /// <summary>The names of the features after.</summary>
    ImmutableArray<string> FeatureNames { get; }

    /// <summary>What rows become.</summary>
    /// <param name="features">n rows of <see cref="FeatureCount"/> features.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rows do not have <see cref="FeatureCount"/> features, or cannot be mapped.
    /// </exception>
    Matrix Transform(Matrix features);
}
