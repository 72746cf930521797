using System.Runtime.Intrinsics;

namespace Descent.Models;

/// <summary>√(Σ (xⱼ − yⱼ)²).</summary>
internal sealed record EuclideanDistance : Distance
{
    // Between these, squares lose no digits and no sum of them overflows.
    private const double LeastSquare = 1e-280;
    private const double GreatestSquare = 1e280;

    public override string ToString() => nameof(Euclidean);

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        var sum = Vector512<double>.Zero;
        for (var j = 0; j < x.Length; j += Lanes.Count)
        {
            var difference = Lanes.Load(x, j) - Lanes.Load(y, j);
            sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
        }

        var square = Lanes.Sum(sum);
        return square is > LeastSquare and < GreatestSquare ? Math.Sqrt(square) : Scaled(x, y);
    }

    private static double Scaled(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.SequenceEqual(y))
            return 0;

        var differences = new double[x.Length];
        Kernels.Elementwise(x, y, differences, default(Difference));
        return EuclideanNorm.Of(differences);
    }
}
