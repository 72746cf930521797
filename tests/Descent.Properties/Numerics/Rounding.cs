namespace Descent.Properties;

/// <summary>
/// What rounding may do, in the notation of Higham, Accuracy and Stability of Numerical Algorithms, 2002.
/// </summary>
internal static class Rounding
{
    /// <summary>
    /// u = 2⁻⁵³: one operation has a relative error of at most u, where nothing underflows.
    /// </summary>
    public const double Unit = 1.1102230246251565e-16;

    /// <summary>γₙ = n u / (1 − n u): the relative error of n operations in a row (lemma 3.1).</summary>
    public static double Gamma(int operations) => operations * Unit / (1 - (operations * Unit));

    /// <summary>
    /// The operations an entry goes through in a sum of so many: its lane, then the tree over eight lanes.
    /// </summary>
    public static int Depth(int count) => ((count + 7) / 8) + 3;

    /// <summary>Equal to the last bit, where every NaN is one value.</summary>
    public static bool SameBits(double x, double y) =>
        double.IsNaN(x)
            ? double.IsNaN(y)
            : BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y);

    public static bool SameBits(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            return false;
        for (var i = 0; i < x.Length; i++)
        {
            if (!SameBits(x[i], y[i]))
                return false;
        }

        return true;
    }

    public static bool SameBits(Vector x, Vector y) => SameBits(x.AsSpan(), y.AsSpan());

    /// <summary>Every |xᵢ − yᵢ| ≤ boundᵢ.</summary>
    public static bool Within(Vector x, Vector y, Vector bound) =>
        x.Count == y.Count && Enumerable.Range(0, x.Count).All(i => Math.Abs(x[i] - y[i]) <= bound[i]);
}
