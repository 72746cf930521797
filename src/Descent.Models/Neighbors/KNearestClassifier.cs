namespace Descent.Models;

/// <summary>k nearest neighbours: the class that most of the k nearest rows have.</summary>
/// <remarks>
/// <para>Nothing is fitted, the rows are kept. The probabilities are the classes' shares of the neighbours'
/// weights. <see cref="KNearest"/> tells how ties, scales and row weights count (Fix, Hodges 1951; Cover,
/// Hart 1967).</para>
/// </remarks>
/// <param name="K">How many rows are asked, at least 1. Few follow the noise, many blur the border.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="K"/> is less than 1.</exception>
public sealed record KNearestClassifier(int K = 5) : KNearest(K), ILearner<NeighborVoteModel>
{
    /// <summary>Keeps the rows, in a tree where that helps.</summary>
    /// <param name="data">The rows; targets are classes 0, 1, ….</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A target is no class, or k is more than there are rows, or than their weights add up to.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A tree is asked for, but the distance has no bounds.
    /// </exception>
    public IFit<NeighborVoteModel> Fit(Dataset data)
    {
        var index = new NeighborIndex(this, Guard.NotNull(data));
        var model = new NeighborVoteModel(this, index, ModelGuard.ClassCount(data));
        return new Fit<NeighborVoteModel>(model, index.Report);
    }
}
