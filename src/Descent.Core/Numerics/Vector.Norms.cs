namespace Descent;

// Inner product and norms, each in one fixed order.
public readonly partial struct Vector
{
    // Squares of sizes in [2⁻⁵⁰⁰, 2⁵⁰⁰] neither overflow nor lose digits, nor does the sum of 2²³ of them.
    private const double LeastPlainSize = 3.054936363499605e-151;
    private const double GreatestPlainSize = 3.273390607896142e150;
    private const int ScaleExponent = 600;

    /// <summary>The inner product, <c>Σ vᵢ otherᵢ</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double Dot(Vector other)
    {
        Guard.SameLength(other.Count, Count, "this vector", nameof(other));
        return Kernels.Dot(AsSpan(), other.AsSpan());
    }

    /// <summary>The sum of the entries, <c>Σ vᵢ</c>.</summary>
    /// <remarks>A method, so that it comes before LINQ's own, whose order is another.</remarks>
    public double Sum() => Kernels.Sum(AsSpan());

    /// <summary>The Euclidean norm, <c>√(Σ vᵢ²)</c>.</summary>
    /// <remarks>
    /// Right wherever the norm itself is a double: entries whose squares would overflow or underflow are first
    /// scaled by a power of two, which rounds nothing (Blue 1978). NaN where an entry is NaN.
    /// </remarks>
    public double Norm
    {
        get
        {
            var size = NormInf;
            if (size is 0 || !double.IsFinite(size))
                return size;
            if (size is >= LeastPlainSize and <= GreatestPlainSize)
                return Math.Sqrt(Kernels.Dot(AsSpan(), AsSpan()));

            var exponent = size > 1 ? -ScaleExponent : ScaleExponent;
            var scaled = Map(entry => Math.ScaleB(entry, exponent)).AsSpan();
            return Math.ScaleB(Math.Sqrt(Kernels.Dot(scaled, scaled)), -exponent);
        }
    }

    /// <summary>The 1-norm, <c>Σ |vᵢ|</c>.</summary>
    public double Norm1 => Kernels.AbsoluteSum(AsSpan());

    /// <summary>The maximum norm, <c>max |vᵢ|</c>; 0 for the empty vector, NaN where an entry is NaN.</summary>
    public double NormInf => Kernels.AbsoluteMaximum(AsSpan());
}
