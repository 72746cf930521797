namespace Descent;

/// <summary>The curvature bound of a risk: sup ℓ″ · λmax(Σ cᵢ xᵢ xᵢᵀ / Σ cᵢ) and the penalty's.</summary>
internal static class RiskCurvature
{
    public static double Of(Risk risk, double loss)
    {
        var penalty = Known(risk.Penalty?.CurvatureBound ?? 0, "penalty", risk.Penalty, "");

        // A loss that is a line bends with no features, not even with such as overflow.
        if (loss is 0)
            return penalty;
        var features = OfFeatures(risk.Data, risk.HasBias, risk.Reduction);
        return ((loss * features) + penalty) * (1 + (4 * MachineEpsilon.Value));
    }

    /// <summary>The bound of a loss, or an exception that says that there is none.</summary>
    public static double Of(ILoss loss) => Known(
        loss.CurvatureBound,
        "loss",
        loss,
        "Or take a smooth relative: Huber for Absolute, SquaredHinge for Hinge. ");

    /// <summary>At least λmax of the weighted mean, or sum, of x xᵀ, a 1 for the bias after each x.</summary>
    public static double OfFeatures(Dataset data, bool bias, Reduction reduction)
    {
        var weights = data.Weights;
        return GramBound.Of(
            data.Features,
            reduction == Reduction.Sum ? weights.AsSpan() : (weights / weights.Sum()).AsSpan(),
            bias);
    }

    /// <summary>L of the gradient of any one row, as N times its share of a risk, penalty included.</summary>
    public static double OfAnyRow(EmpiricalRisk risk)
    {
        var penalty = Known(risk.Penalty?.CurvatureBound ?? 0, "penalty", risk.Penalty, "");
        var (data, greatest) = (risk.Data, 0.0);
        for (var i = 0; i < data.Count; i++)
        {
            var stored = data.Features.Selection is { } selection ? selection[i] : i;
            var square = SquareOf(data.Features.Store, stored) + (risk.HasBias ? 1 : 0);
            greatest = Math.Max(greatest, data.Weights[i] is 0 ? 0 : data.Weights[i] * square);
        }

        var loss = Of(risk.Loss);
        return penalty + (loss is 0 ? 0 : loss * greatest * (data.Count / risk.DivisorOf(data.Count)));
    }

    /// <summary>The squared length of a stored row, with the bits of a product sum.</summary>
    private static double SquareOf(IRowStore store, int row)
    {
        if (store is not SparseRows sparse)
            return Kernels.Dot(store.Row(row), store.Row(row));

        Span<double> lanes = stackalloc double[Lanes.Count];
        lanes.Clear();
        var columns = sparse.ColumnsOf(row);
        var values = sparse.ValuesOf(row);
        for (var k = 0; k < values.Length; k++)
        {
            ref var lane = ref lanes[columns[k] % Lanes.Count];
            lane = Math.FusedMultiplyAdd(values[k], values[k], lane);
        }

        return Lanes.Sum(Lanes.Load(lanes, 0));
    }

    private static double Known(double bound, string what, object? whose, string remedy) => bound switch
    {
        double.PositiveInfinity => throw new InvalidOperationException(
            Guard.Text($"The {what} {whose} has no known curvature bound, and so no rate 1 / L is safe; ")
            + $"choose a rate by hand. {remedy}A {what} of your own tells its CurvatureBound."),
        >= 0 => bound,
        _ => throw new InvalidOperationException(
            Guard.Text($"The {what} {whose} has the CurvatureBound {bound}; it must be at least 0, ")
            + "or +∞ where none is known."),
    };
}
