using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>½ c s², c in the place of the target: the gradient of its sum is a Hessian's product.</summary>
internal readonly struct HalfCurvature : IBlockLoss
{
    public static bool HasLogarithm => false;

    public double CurvatureBound => double.PositiveInfinity;

    public double SecondDerivative(double score, double target) => target;

    public bool Accepts(double target) => true;

    public override string ToString() => nameof(HalfCurvature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> terms,
        out Vector512<double> growths,
        out Vector512<double> slopes)
    {
        slopes = targets * scores;
        terms = 0.5 * (slopes * scores);
        growths = Vector512<double>.Zero;
    }
}
