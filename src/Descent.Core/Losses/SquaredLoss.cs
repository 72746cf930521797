using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>factor · (s − y)².</summary>
internal sealed class SquaredLoss(double factor) : BlockLoss
{
    private readonly double _slope = 2 * factor;

    public override double SecondDerivative(double score, double target) => _slope;

    public override void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives)
    {
        var residuals = scores - targets;
        values = factor * (residuals * residuals);
        derivatives = _slope * residuals;
    }
}
