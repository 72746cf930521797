using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>A loss written once, for eight samples; one sample is a lane of it, with equal bits.</summary>
internal abstract class BlockLoss : ILoss, IBlockLoss
{
    public double Value(double score, double target)
    {
        Evaluate(Vector512.Create(score), Vector512.Create(target), 1, out var values, out _);
        return values.ToScalar();
    }

    public double Derivative(double score, double target)
    {
        Evaluate(Vector512.Create(score), Vector512.Create(target), 1, out _, out var derivatives);
        return derivatives.ToScalar();
    }

    public abstract double SecondDerivative(double score, double target);

    public virtual bool Accepts(double target) => double.IsFinite(target);

    public abstract void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives);
}
