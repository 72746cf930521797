using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>φ(m) = max(0, −m).</summary>
internal sealed class PerceptronLoss : MarginLoss
{
    protected override Vector512<double> OfMargin(Vector512<double> margin) => PositivePart(-margin);

    protected override Vector512<double> Slope(Vector512<double> margin) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(margin, Vector512<double>.Zero),
            Vector512<double>.Zero,
            -Vector512<double>.One);

    protected override double Curvature(double margin) => 0;
}
