using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>φ(m) = max(0, 1 − m)².</summary>
internal sealed class SquaredHingeLoss : MarginLoss
{
    protected override Vector512<double> OfMargin(Vector512<double> margin)
    {
        var shortfall = PositivePart(Vector512<double>.One - margin);
        return shortfall * shortfall;
    }

    protected override Vector512<double> Slope(Vector512<double> margin) =>
        -2 * PositivePart(Vector512<double>.One - margin);

    protected override double Curvature(double margin) => margin < 1 ? 2 : 0;
}
