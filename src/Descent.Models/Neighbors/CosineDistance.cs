namespace Descent.Models;

/// <summary>1 − x·y / (‖x‖ ‖y‖).</summary>
internal sealed record CosineDistance : Distance
{
    // Between these, products of two sums of squares lose no digits and do not overflow.
    private const double LeastSquare = 1e-140;
    private const double GreatestSquare = 1e140;

    internal override bool IsOfDifferences => false;

    public override string ToString() => nameof(Cosine);

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        var (squareX, squareY) = (Kernels.Dot(x, x), Kernels.Dot(y, y));
        return IsPlain(squareX) && IsPlain(squareY)
            ? Of(Kernels.Dot(x, y), squareX, squareY)
            : OfSized(x, y);
    }

    private static bool IsPlain(double square) => square is > LeastSquare and < GreatestSquare;

    // The root of one product, and not the product of roots: so a row's distance from itself is 0 exactly.
    private static double Of(double product, double squareX, double squareY) =>
        Math.Max(0, 1 - (product / Math.Sqrt(squareX * squareY)));

    /// <summary>The distance of the same directions, with lengths near 1.</summary>
    private static double OfSized(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (sizeX, sizeY) = (Kernels.AbsoluteMaximum(x), Kernels.AbsoluteMaximum(y));
        if (sizeX == 0 || sizeY == 0)
            return sizeX == sizeY ? 0 : 1;

        var (a, b) = (Sized(x, sizeX), Sized(y, sizeY));
        return Of(Kernels.Dot(a, b), Kernels.Dot(a, a), Kernels.Dot(b, b));
    }

    private static double[] Sized(ReadOnlySpan<double> x, double size)
    {
        var result = new double[x.Length];
        for (var j = 0; j < result.Length; j++)
            result[j] = Math.ScaleB(x[j], -Math.ILogB(size));
        return result;
    }
}
