namespace Descent;

/// <summary>
/// A risk, the penalties on its weights, and what a bound of its minimum needs of the data.
/// </summary>
internal sealed class DualProblem
{
    private readonly EmpiricalRisk _risk;
    private readonly DualLoss _loss;
    private readonly IProximalPenalty? _beside;

    private DualProblem(EmpiricalRisk risk, DualLoss loss, SplitPenalty penalty, IProximalPenalty? beside)
    {
        (_risk, _loss, _beside, Penalty) = (risk, loss, beside, penalty);
        var divisor = risk.DivisorOf(risk.Data.Count);
        Share = 1 / divisor;
        Rounding = RoundingOf(risk.Data.Count, risk.Data.FeatureCount);
        var squares = risk.Data.Moments(risk.MaxDegreeOfParallelism).Squares;
        Lengths = [.. squares.Select(square => Math.Sqrt(square / divisor) * (1 + Rounding))];
        TotalWeight = risk.Data.IsWeighted ? risk.Data.Weights.Sum() / divisor : risk.Data.Count / divisor;
    }

    public SplitPenalty Penalty { get; }

    /// <summary>s, what a sum over the rows is multiplied by.</summary>
    public double Share { get; }

    /// <summary>s Σ cᵢ.</summary>
    public double TotalWeight { get; }

    /// <summary>√(s Σ cᵢ xᵢⱼ²) of each feature, at least.</summary>
    public double[] Lengths { get; }

    /// <summary>The share of the sizes summed that rounding may hide in a sum over the rows.</summary>
    public double Rounding { get; }

    /// <exception cref="ArgumentException">A loss or a penalty has no conjugate here.</exception>
    public static DualProblem Of(EmpiricalRisk risk, IProximalPenalty? penalty)
    {
        var loss = DualLoss.Of(risk.Loss) ?? throw new ArgumentException(
            $"The loss {risk.Loss} has no duality gap here; these losses have: {DualLoss.Supported}.",
            nameof(risk));
        return Of(risk, loss, penalty);
    }

    /// <exception cref="ArgumentException">A penalty has no conjugate here.</exception>
    public static DualProblem Of(EmpiricalRisk risk, DualLoss loss, IProximalPenalty? penalty)
    {
        var parts = SplitPenalty.Of(risk, penalty) ?? throw new ArgumentException(
            $"The penalties {risk.Penalty?.ToString() ?? "none"} and {penalty?.ToString() ?? "none"} have no "
            + "duality gap here; L2 in the risk has, and L1 or ElasticNet beside it.",
            nameof(penalty));
        var free = parts.FirstFree();
        return free < 0 ? new(risk, loss, parts, penalty) : throw new ArgumentException(
            Guard.Text($"Nothing penalises weight {free}, so that no number bounds the minimum from below; ")
            + "give every weight a penalty greater than 0.",
            nameof(penalty));
    }

    /// <summary>The gap at any parameters.</summary>
    public Certificate At(Vector parameters)
    {
        var data = _risk.Data;
        var evaluation = _risk.Evaluate(parameters);
        var scores = _risk.Scores(parameters);
        var primal = evaluation.Loss + (_beside?.Value(_risk.WeightsOf(parameters)) ?? 0);
        if (!double.IsFinite(primal) || !scores.IsFinite)
            return new(primal, double.PositiveInfinity);

        var slopes = DualSlopes.Of(_loss, data, scores, _risk.HasBias, Share);
        var gap = GapOf(slopes, parameters, scores);
        if (_loss.HasKink && KinkSlopes.Of(slopes, data, scores, this, _risk.HasBias) is { } chosen)
            gap = Math.Min(gap, GapOf(chosen, parameters, scores));
        return new(primal, Widened(gap, primal, slopes.Imbalance));
    }

    /// <summary>The gap beside slopes that somebody has chosen, each between those of its loss.</summary>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <param name="primal">The objective there.</param>
    /// <param name="scores">The scores there.</param>
    /// <param name="slopes">u; made to sum to 0 in their place.</param>
    public Certificate At(Vector parameters, double primal, Vector scores, double[] slopes)
    {
        var dual = DualSlopes.Of(_loss, _risk.Data, slopes, _risk.HasBias, Share);
        return new(primal, Widened(GapOf(dual, parameters, scores), primal, dual.Imbalance));
    }

    /// <summary>The same for a squared loss, from its value and gradient alone.</summary>
    /// <remarks>
    /// The slopes, less their mean, have the size 4 f (loss − their mean's part), and what they do to each
    /// feature is the gradient, less that of the mean.
    /// </remarks>
    /// <param name="factor">f, of f (s − y)².</param>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <param name="evaluation">The risk there.</param>
    /// <param name="primal">The whole objective there.</param>
    /// <param name="dual">Takes v, scaled.</param>
    public Certificate OfSquared(
        double factor, Vector parameters, Evaluation evaluation, double primal, Span<double> dual)
    {
        var weights = _risk.WeightsOf(parameters).AsSpan();
        var sums = _risk.Data.Moments(_risk.MaxDegreeOfParallelism).Sums;
        var smooth = 0.0;
        for (var j = 0; j < weights.Length; j++)
            smooth += Penalty.Smooth[j] * weights[j] * weights[j] / 2;
        var total = Math.Max(0, evaluation.Loss - smooth);
        var mean = _risk.HasBias ? evaluation.Gradient[^1] / TotalWeight : 0;
        var ofMean = mean * mean * TotalWeight / (4 * factor);
        var varying = Math.Max(0, total - ofMean);
        var size = Math.Sqrt(4 * factor * total) * (1 + Rounding);
        var errors = new double[weights.Length];
        for (var j = 0; j < weights.Length; j++)
        {
            var data = evaluation.Gradient[j] - (Penalty.Smooth[j] * weights[j]);
            dual[j] = data - (mean * Share * sums[j]);
            errors[j] = (size * Lengths[j] * 4 * Rounding)
                + (4 * MachineEpsilon.Value * (Math.Abs(evaluation.Gradient[j]) + Math.Abs(data)));
        }

        var scale = WeightGap.Scale(Penalty, dual, errors);
        var gap = WeightGap.Of(Penalty, weights, dual, errors, scale)
            + ((1 - scale) * (1 - scale) * varying) + ofMean
            + ScoreError(parameters, weights, size);
        for (var j = 0; j < dual.Length; j++)
            dual[j] *= scale;
        return new(primal, Widened(gap, Math.Abs(primal) + smooth, 4 * Rounding));
    }

    private double GapOf(DualSlopes slopes, Vector parameters, Vector scores)
    {
        var data = _risk.Data;
        var weights = _risk.WeightsOf(parameters).AsSpan();
        var v = data.Features.TransposeMultiply(slopes.Weighted(data, Share)).AsSpan();

        // Rounding of v, and what the last bits of Σ cᵢ uᵢ = 0 may still move it by.
        var size = slopes.Size;
        var errors = new double[v.Length];
        for (var j = 0; j < v.Length; j++)
            errors[j] = size * Lengths[j] * (Rounding + slopes.Imbalance);
        var scale = WeightGap.Scale(Penalty, v, errors);
        return WeightGap.Of(Penalty, weights, v, errors, scale)
            + slopes.Gap(_loss, data, scores, scale, Share)
            + ScoreError(parameters, weights, size);
    }

    /// <summary>What the rounding of scores does to losses and to products of slopes and scores.</summary>
    private double ScoreError(Vector parameters, ReadOnlySpan<double> weights, double size)
    {
        var scores = 0.0;
        for (var j = 0; j < weights.Length; j++)
            scores += Math.Abs(weights[j]) * Lengths[j];
        if (_risk.HasBias)
            scores += Math.Abs(parameters[^1]) * Math.Sqrt(TotalWeight);
        return 2 * Rounding * size * scores;
    }

    /// <summary>A gap with the rounding of its own sums, and of the objective.</summary>
    private double Widened(double gap, double primal, double imbalance) =>
        double.IsNaN(gap) ? double.PositiveInfinity
        : (gap * (1 + (4 * Rounding))) + ((Rounding + imbalance) * Math.Abs(primal));

    /// <summary>Half an ε for each addition on the longest way through a sum, and for products.</summary>
    private static double RoundingOf(int rows, int columns)
    {
        var depth = Math.Min(rows, RowTree.ChunkRows) + System.Numerics.BitOperations.Log2((uint)rows + 1);
        return (depth + (columns / Lanes.Count) + 16) * (MachineEpsilon.Value / 2);
    }
}
