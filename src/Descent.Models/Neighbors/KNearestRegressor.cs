namespace Descent.Models;

/// <summary>k nearest neighbours: the mean target of the k nearest rows.</summary>
/// <remarks>
/// Nothing is fitted, the rows are kept. <see cref="KNearest"/> tells how ties, scales and row weights count.
/// </remarks>
/// <param name="K">How many rows are asked, at least 1. Few follow the noise, many blur the curve.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="K"/> is less than 1.</exception>
public sealed record KNearestRegressor(int K = 5) : KNearest(K), ILearner<NeighborMeanModel>
{
    /// <summary>Keeps the rows, in a tree where that helps.</summary>
    /// <param name="data">The rows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// k is more than there are rows, or than their weights add up to.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A tree is asked for, but the distance has no bounds.
    /// </exception>
    public IFit<NeighborMeanModel> Fit(Dataset data)
    {
        var index = new NeighborIndex(this, Guard.NotNull(data));
        return new Fit<NeighborMeanModel>(new NeighborMeanModel(this, index), index.Report);
    }
}
