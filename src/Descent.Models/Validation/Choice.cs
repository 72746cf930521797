namespace Descent.Models;

/// <summary>Which of several scores is the best, and which is as good but for noise.</summary>
internal static class Choice
{
    /// <summary>Whether a score is better than another; NaN is worse than any.</summary>
    public static bool IsBetter(bool higherIsBetter, double score, double than) =>
        double.IsNaN(than) ? !double.IsNaN(score) : higherIsBetter ? score > than : score < than;

    /// <summary>The place of the best mean, and of equal ones the first.</summary>
    public static int Best(bool higherIsBetter, IReadOnlyList<ScoreSummary> scores)
    {
        var (best, mean) = (0, scores[0].Mean);
        for (var k = 1; k < scores.Count; k++)
        {
            var other = scores[k].Mean;
            if (IsBetter(higherIsBetter, other, mean))
                (best, mean) = (k, other);
        }

        return best;
    }

    /// <summary>The first place whose mean is within one standard error of the best's.</summary>
    public static int OneStandardError(bool higherIsBetter, IReadOnlyList<ScoreSummary> scores)
    {
        var best = scores[Best(higherIsBetter, scores)];
        var slack = double.IsFinite(best.StandardError) ? best.StandardError : 0;
        var limit = best.Mean + (higherIsBetter ? -slack : slack);
        for (var k = 0; k < scores.Count; k++)
        {
            if (higherIsBetter ? scores[k].Mean >= limit : scores[k].Mean <= limit)
                return k;
        }

        // No mean is a number.
        return 0;
    }
}
