namespace Descent;

/// <summary>Dᵢ = cᵢ ℓ″(sᵢ, yᵢ) / Σ c: how a risk bends along the score of each sample.</summary>
internal static class RiskCurvatures
{
    // Each row by itself, so how many a thread takes at once changes no bit.
    private const int RowsAtOnce = RowTree.ChunkRows;

    public static Vector Of(EmpiricalRisk risk, Vector weights, double bias)
    {
        var data = risk.Data;
        var curvatures = new double[data.Count];
        var isFinite = weights.IsFinite;
        var threads = RowTree.IsWorthThreads(data.Count, data.Features.Store.NumbersPerRow)
            ? risk.MaxDegreeOfParallelism
            : 1;
        Workers.Run(threads, (data.Count + RowsAtOnce - 1) / RowsAtOnce, task =>
        {
            var end = Math.Min((task + 1) * RowsAtOnce, data.Count);
            for (var i = task * RowsAtOnce; i < end; i++)
            {
                var row = data.Features.StoredAt(i);
                var score = data.Features.Store.Dot(row, weights.AsSpan(), isFinite) + bias;
                curvatures[i] = Weighted(risk, i, score);
            }
        });
        return Vector.Own(curvatures);
    }

    private static double Weighted(EmpiricalRisk risk, int i, double score)
    {
        var weight = risk.Data.IsWeighted ? risk.Data.Weights[i] : 1;
        if (weight is 0)
            return 0;

        var curvature = risk.Loss.SecondDerivative(score, risk.Data.Targets[i]);
        if (double.IsNaN(curvature) && double.IsFinite(score))
        {
            throw new InvalidOperationException(
                Guard.Text($"The loss {risk.Loss} has no second derivative at the score {score} ")
                + Guard.Text($"for the target {risk.Data.Targets[i]}; pass one to Loss.From, ")
                + "or take a minimizer that asks for gradients alone.");
        }

        return weight * curvature / risk.DivisorOf(risk.Data.Count);
    }
}
