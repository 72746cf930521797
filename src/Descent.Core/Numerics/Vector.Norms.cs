namespace Descent;

// Inner product and norms, each in one fixed order.
public readonly partial struct Vector
{
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
    /// Right wherever the norm itself is a double: entries whose squares would overflow or underflow are
    /// first scaled by a power of two, which rounds nothing (Blue 1978). NaN where an entry is NaN.
    /// </remarks>
    public double Norm => EuclideanNorm.Of(AsSpan());

    /// <summary>The 1-norm, <c>Σ |vᵢ|</c>.</summary>
    public double Norm1 => Kernels.AbsoluteSum(AsSpan());

    /// <summary>
    /// The maximum norm, <c>max |vᵢ|</c>; 0 for the empty vector, NaN where an entry is NaN.
    /// </summary>
    public double NormInf => Kernels.AbsoluteMaximum(AsSpan());
}
