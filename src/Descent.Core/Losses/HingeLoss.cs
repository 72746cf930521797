using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>φ(m) = max(0, 1 − m).</summary>
internal sealed class HingeLoss : MarginLoss
{
    protected override Vector512<double> OfMargin(Vector512<double> margin) =>
        PositivePart(Vector512<double>.One - margin);

    protected override Vector512<double> Slope(Vector512<double> margin) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(margin, Vector512<double>.One),
            Vector512<double>.Zero,
            -Vector512<double>.One);

    protected override double Curvature(double margin) => 0;
}
