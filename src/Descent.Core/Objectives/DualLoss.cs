namespace Descent;

/// <summary>A loss with its convex conjugate <c>ℓ*(u, y) = sup_s u s − ℓ(s, y)</c>.</summary>
/// <remarks>
/// Fenchel and Young: ℓ(s) + ℓ*(u) − u s is at least 0, and 0 where u is the slope at s. Every conjugate here
/// is finite at 0, so that a slope may be moved towards 0.
/// </remarks>
internal abstract class DualLoss(ILoss loss)
{
    /// <summary>The losses that have one, as an exception names them.</summary>
    public const string Supported = "Squared, HalfSquared, Logistic, Hinge and SquaredHinge";

    /// <summary>ℓ.</summary>
    public ILoss Loss { get; } = loss;

    /// <summary>Whether every number is the slope of some score.</summary>
    public virtual bool IsUnbounded => false;

    /// <summary>Whether a slope is found at more than one score, and the other way round.</summary>
    public virtual bool HasKink => false;

    /// <summary>What <c>ℓ(s) + ℓ*(u) − u s</c> is above 0, and by how much it may be rounded.</summary>
    public abstract (double Excess, double Error) Excess(double score, double target, double slope);

    public static DualLoss? Of(ILoss loss) =>
        loss.Equals(Descent.Loss.Squared) ? new OfSquared(loss, 1)
        : loss.Equals(Descent.Loss.HalfSquared) ? new OfSquared(loss, 0.5)
        : loss.Equals(Descent.Loss.Logistic) ? new OfLogistic(loss)
        : loss.Equals(Descent.Loss.Hinge) ? new OfHinge(loss)
        : loss.Equals(Descent.Loss.SquaredHinge) ? new OfSquaredHinge(loss)
        : null;

    /// <summary>Of a loss that falls by one slope and rises by another from the target on.</summary>
    public static DualLoss OfQuantile(ILoss loss) => new OfQuantileLoss(loss);

    private const double Rounding = 16 * MachineEpsilon.Value;

    private static (double Excess, double Error) Whole(double loss, double conjugate, double product) => (
        Math.Max(0, loss + conjugate - product),
        Rounding * (Math.Abs(loss) + Math.Abs(conjugate) + Math.Abs(product)));

    /// <summary>f (s − y)²; ℓ* = u y + u² / 4f.</summary>
    private sealed class OfSquared(ILoss loss, double factor) : DualLoss(loss)
    {
        public override bool IsUnbounded => true;

        public override (double Excess, double Error) Excess(double score, double target, double slope)
        {
            var difference = score - target - (slope / (2 * factor));
            var size = Math.Abs(score) + Math.Abs(target) + Math.Abs(slope);
            var error = MachineEpsilon.Value * size;
            return (
                factor * difference * difference,
                factor * error * ((2 * Math.Abs(difference)) + error));
        }
    }

    /// <summary>log(1 + eˢ) − y s; ℓ* = p log p + (1 − p) log(1 − p), p = u + y.</summary>
    private sealed class OfLogistic(ILoss loss) : DualLoss(loss)
    {
        public override (double Excess, double Error) Excess(double score, double target, double slope)
        {
            // 1 − p is taken from u, which may be far smaller than ε.
            var (p, q) = (slope + target, (1 - target) - slope);
            return Whole(
                Loss.Value(score, target), EntropyOf(p, q) + EntropyOf(q, p), slope * score);
        }

        private static double EntropyOf(double p, double rest) =>
            p <= 0 ? 0 : p * (p < 0.5 ? Elementary.Log(p) : Elementary.Log1p(-rest));
    }

    /// <summary>max(0, 1 − m); ℓ* = σ u where σ u is in [−1, 0].</summary>
    private sealed class OfHinge(ILoss loss) : DualLoss(loss)
    {
        public override bool HasKink => true;

        public override (double Excess, double Error) Excess(double score, double target, double slope) =>
            Whole(Loss.Value(score, target), ((2 * target) - 1) * slope, slope * score);
    }

    /// <summary>max(0, 1 − m)²; ℓ* = σ u + u² / 4 where σ u is at most 0.</summary>
    private sealed class OfSquaredHinge(ILoss loss) : DualLoss(loss)
    {
        public override (double Excess, double Error) Excess(double score, double target, double slope) =>
            Whole(
                Loss.Value(score, target),
                (((2 * target) - 1) * slope) + (slope * slope / 4),
                slope * score);
    }

    /// <summary>p (y − s) where s ≤ y, else q (s − y); ℓ* = u y where u is in [−p, q].</summary>
    private sealed class OfQuantileLoss(ILoss loss) : DualLoss(loss)
    {
        private readonly double _falling = -loss.Derivative(-1, 0);
        private readonly double _rising = loss.Derivative(1, 0);

        public override bool HasKink => true;

        public override (double Excess, double Error) Excess(double score, double target, double slope)
        {
            var missing = target - score;
            var excess = missing > 0 ? (_falling + slope) * missing : (slope - _rising) * missing;
            return (
                Math.Max(0, excess),
                Rounding * (_falling + _rising) * (Math.Abs(score) + Math.Abs(target)));
        }
    }
}
