namespace Descent.Models;

/// <summary>Means over rows, in one fixed order.</summary>
internal static class RowMean
{
    /// <summary>
    /// Σ cᵢ tᵢ / Σ cᵢ; a row of weight 0 adds nothing, though its term be infinite.
    /// </summary>
    public static double Of(double[] terms, Dataset rows)
    {
        if (!rows.IsWeighted)
            return Kernels.Sum(terms) / terms.Length;

        var counted = new double[terms.Length];
        for (var i = 0; i < counted.Length; i++)
            counted[i] = rows.Weights[i] == 0 ? 0 : terms[i];
        return Kernels.Dot(rows.Weights.AsSpan(), counted) / rows.Weights.Sum();
    }

    /// <summary>The greatest number of a row of positive weight; NaN where one of them is.</summary>
    public static double Greatest(Vector numbers, Dataset rows)
    {
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < numbers.Count; i++)
            if (!rows.IsWeighted || rows.Weights[i] > 0)
                greatest = Math.Max(greatest, numbers[i]);
        return greatest;
    }

    /// <summary>Targets and weights without features, checked as those of a dataset.</summary>
    public static Dataset Rows(Vector targets, Vector? weights)
    {
        Guard.NotEmpty(targets.Count, nameof(targets));
        if (weights is { } given)
            Guard.SameLength(given.Count, targets.Count, "the list of targets", nameof(weights));
        return new Dataset(Matrix.From(targets.Count, 0, (_, _) => 0), targets, weights);
    }
}
