namespace Descent;

/// <summary>A multiple of a penalty: <c>factor · R(w)</c>.</summary>
internal sealed record ScaledPenalty(double Factor, ISmoothPenalty Penalty) : ISmoothPenalty
{
    public double CurvatureBound => Factor * Penalty.CurvatureBound;

    public double Value(Vector weights) => Factor * Penalty.Value(weights);

    public Vector Gradient(Vector weights) => Factor * Penalty.Gradient(weights);

    public Vector HessianTimes(Vector weights, Vector direction) =>
        Factor * Penalty.HessianTimes(weights, direction);
}
