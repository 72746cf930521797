namespace Descent;

/// <summary>√(Σ xᵢ²) without overflow or underflow on the way.</summary>
internal static class EuclideanNorm
{
    // Squares of sizes in [2⁻⁵⁰⁰, 2⁴⁹⁰] keep their digits, and 2³¹ of them add up to less than 2¹⁰¹².
    private const double LeastPlainSize = 3.054936363499605e-151;
    private const double GreatestPlainSize = 3.196670515523576e147;
    private const int ScaleExponent = 600;

    public static double Of(ReadOnlySpan<double> x)
    {
        var size = Kernels.AbsoluteMaximum(x);
        if (size is 0 || !double.IsFinite(size))
            return size;
        if (size is >= LeastPlainSize and <= GreatestPlainSize)
            return Math.Sqrt(Kernels.Dot(x, x));

        var exponent = size > 1 ? -ScaleExponent : ScaleExponent;
        var scaled = new double[x.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = Math.ScaleB(x[i], exponent);
        return Math.ScaleB(Math.Sqrt(Kernels.Dot(scaled, scaled)), -exponent);
    }
}
