namespace Descent;

public static partial class Elementary
{
    /// <summary>The power x^n for an integer n ≥ 0.</summary>
    /// <remarks>
    /// x^0 = 1 for every x, NaN included. Repeated squaring takes the binary digits of n from the lowest
    /// (Knuth, 1969, section 4.6.3), so the order of the products is fixed. The relative error is at most
    /// about (n - 1)·2^-53.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static double Power(double x, long n)
    {
        var rest = Guard.AtLeast(n, 0);
        var result = 1.0;
        for (var square = x; rest > 0; square *= square, rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                result *= square;
            }
        }

        return result;
    }
}
