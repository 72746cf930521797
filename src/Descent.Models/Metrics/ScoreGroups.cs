namespace Descent.Models;

/// <summary>The rows that share a score.</summary>
/// <param name="Score">The score.</param>
/// <param name="Positives">The weight of the rows of class 1.</param>
/// <param name="Negatives">The weight of the rows of class 0.</param>
internal readonly record struct ScoreGroup(double Score, double Positives, double Negatives);

/// <summary>Rows of two classes by their scores, the highest first.</summary>
internal static class ScoreGroups
{
    /// <summary>
    /// One group for each distinct score; weights are added in the order of the rows, and a row of weight 0
    /// is not there.
    /// </summary>
    public static ScoreGroup[] Of(Dataset rows, Vector scores)
    {
        // The sort is stable, so rows of one score keep their order.
        var order = Enumerable.Range(0, rows.Count)
            .Where(i => !rows.IsWeighted || rows.Weights[i] > 0)
            .OrderByDescending(i => scores[i]);
        var groups = new List<ScoreGroup>();
        foreach (var i in order)
        {
            var weight = rows.IsWeighted ? rows.Weights[i] : 1;
            var (positive, negative) = rows.Targets[i] == 1 ? (weight, 0.0) : (0.0, weight);
            if (groups.Count > 0 && groups[^1].Score == scores[i])
            {
                var last = groups[^1];
                groups[^1] = new(last.Score, last.Positives + positive, last.Negatives + negative);
            }
            else
            {
                groups.Add(new(scores[i], positive, negative));
            }
        }

        return [.. groups];
    }

    /// <summary>The groups of targets 0 and 1.</summary>
    public static ScoreGroup[] Of(Vector targets, Vector scores, Vector? weights)
    {
        var rows = RowMean.Rows(targets, weights);
        Check(scores, targets.Count, nameof(scores));
        ModelGuard.Classes(rows, 2, nameof(targets));
        return Of(rows, scores);
    }

    /// <summary>
    /// The groups by a model's scores g₁ − g₀; none where one of them is NaN, as a run that diverged leaves
    /// them.
    /// </summary>
    public static ScoreGroup[] Of(Dataset data, IClassifier model)
    {
        Guard.NotNull(data);
        Guard.NotNull(model);
        if (model.ClassCount != 2)
        {
            throw new ArgumentException(
                Guard.Text($"model has {model.ClassCount} classes; scores order the rows of two. ")
                + "Pass a model of one class against the others.",
                nameof(model));
        }

        ModelGuard.Classes(data, 2);
        var discriminants = model.Discriminants(data.Features);
        var scores = discriminants.Column(1) - discriminants.Column(0);
        return scores.Any(double.IsNaN) ? [] : Of(data, scores);
    }

    /// <summary>Demands as many scores as rows, none of them NaN.</summary>
    public static void Check(Vector scores, int count, string name)
    {
        Guard.SameLength(scores.Count, count, "the list of targets", name);
        for (var i = 0; i < scores.Count; i++)
        {
            if (double.IsNaN(scores[i]))
            {
                throw new ArgumentException(
                    Guard.Text($"{name}[{i}] is NaN; every score must be a number. Replace it."), name);
            }
        }
    }
}
