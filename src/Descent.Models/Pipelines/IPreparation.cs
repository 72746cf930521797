namespace Descent.Models;

/// <summary>Settings, and a pure function from training data to a map of features.</summary>
/// <remarks>
/// What a preparation learns, it learns from the rows it is given: in a <see cref="Pipeline{TModel}"/> those
/// of the training part alone. <see cref="Prepare"/> names the preparations there are, and
/// <see cref="Prepare.From"/> makes one of a function; a type of a user's own may be one too. Then
/// <c>ToString</c> is what reports call it.
/// </remarks>
public interface IPreparation
{
    /// <summary>Learns what there is to learn.</summary>
    /// <param name="training">The rows to learn from: the training part, not the whole data.</param>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> is null.</exception>
    /// <exception cref="ArgumentException">The features cannot be prepared so.</exception>
    IFeatureMap Fit(Dataset training);
}
