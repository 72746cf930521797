namespace Descent;

public sealed partial class Dataset
{
    // Such numbers are made by the library, and need not be finite.
    private Dataset(Dataset whole, Vector targets)
    {
        (Features, Targets, FeatureNames) = (whole.Features, targets, whole.FeatureNames);
        _moments = new(threads => ColumnMoments.Of(this, (int)threads));
        _ones = new RecentValues<Vector>(_ => Vector.Ones(Count));
    }

    /// <summary>The same rows with a curvature each in the place of its target, and no weights.</summary>
    internal Dataset WithCurvatures(Vector curvatures) => new(this, curvatures);
}
