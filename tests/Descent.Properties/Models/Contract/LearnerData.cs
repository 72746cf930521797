namespace Descent.Properties;

/// <summary>Small data for any learner: three features, and targets that hang on them with noise.</summary>
internal static class LearnerData
{
    public static Dataset Of(LearnerTask task, int rows, Seed seed)
    {
        var features = Matrix.From(rows, 3, (i, j) => Math.Round(8 * seed.Normal((3 * i) + j)) / 8);
        var scores = Enumerable.Range(0, rows).Select(i =>
            features[i, 0] - (2 * features[i, 1]) + seed.Derive(1).Normal(i)).ToArray();
        return new(features, Vector.From(scores.Select(score => TargetOf(task, score))));
    }

    private static double TargetOf(LearnerTask task, double score) => task switch
    {
        LearnerTask.TwoClasses => score > 0 ? 1 : 0,
        LearnerTask.ThreeClasses => score > 1 ? 2 : score > -1 ? 1 : 0,
        _ => score,
    };
}
