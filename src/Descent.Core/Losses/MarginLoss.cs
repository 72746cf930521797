using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>A loss of the margin m = σ s, σ = 2y − 1, as φ(m): the chain rule in one place.</summary>
internal abstract class MarginLoss : BlockLoss
{
    /// <summary>φ″(m), since σ² = 1.</summary>
    public override double SecondDerivative(double score, double target) =>
        Curvature(((2 * target) - 1) * score);

    public override bool Accepts(double target) => target is 0 or 1;

    public override void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives)
    {
        var sign = (2 * targets) - Vector512<double>.One;
        var margin = sign * scores;
        values = OfMargin(margin);
        derivatives = sign * Slope(margin);
    }

    protected abstract Vector512<double> OfMargin(Vector512<double> margin);

    protected abstract Vector512<double> Slope(Vector512<double> margin);

    protected abstract double Curvature(double margin);

    /// <summary>max(0, x), NaN where x is NaN.</summary>
    protected static Vector512<double> PositivePart(Vector512<double> x) =>
        Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), Vector512<double>.Zero, x);
}
