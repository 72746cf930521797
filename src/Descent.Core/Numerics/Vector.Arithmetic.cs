namespace Descent;

// Vector space: sums, multiples and entry-wise maps. Each operator has a named twin.
public readonly partial struct Vector
{
    /// <summary>The sum, entry by entry.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Vector Add(Vector other) => Combine(other, default(Sum), nameof(other));

    /// <summary>The difference, entry by entry.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Vector Subtract(Vector other) => Combine(other, default(Difference), nameof(other));

    /// <summary>The multiple <c>factor · v</c>.</summary>
    public Vector Multiply(double factor) => Combine(this, new Scaled(factor), nameof(factor));

    /// <summary>The quotient <c>v / divisor</c>, each entry divided and rounded once.</summary>
    public Vector Divide(double divisor) => Combine(this, new Divided(divisor), nameof(divisor));

    /// <summary>The opposite vector, <c>−v</c>.</summary>
    public Vector Negate() => Combine(this, new Scaled(-1), nameof(Negate));

    /// <summary><c>factor · v + addend</c>, each entry rounded once.</summary>
    /// <remarks>The vector twin of <see cref="Math.FusedMultiplyAdd"/>, and BLAS's axpy.</remarks>
    /// <param name="factor">The factor of this vector.</param>
    /// <param name="addend">The vector added, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Vector MultiplyAdd(double factor, Vector addend) =>
        Combine(addend, new ScaledSum(factor), nameof(addend));

    /// <summary>Applies a function to each entry.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public Vector Map(Func<double, double> function)
    {
        Guard.NotNull(function);
        var x = AsSpan();
        var result = new double[x.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = function(x[i]);
        return Own(result);
    }

    /// <summary>Applies a function to each pair of entries: <c>resultᵢ = function(vᵢ, otherᵢ)</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Vector Zip(Vector other, Func<double, double, double> function)
    {
        Guard.NotNull(function);
        Guard.SameLength(other.Count, Count, "this vector", nameof(other));
        var x = AsSpan();
        var y = other.AsSpan();
        var result = new double[x.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = function(x[i], y[i]);
        return Own(result);
    }

    /// <inheritdoc cref="Add"/>
    public static Vector operator +(Vector left, Vector right) =>
        left.Combine(right, default(Sum), nameof(right));

    /// <inheritdoc cref="Subtract"/>
    public static Vector operator -(Vector left, Vector right) =>
        left.Combine(right, default(Difference), nameof(right));

    /// <inheritdoc cref="Negate"/>
    public static Vector operator -(Vector vector) => vector.Negate();

    /// <inheritdoc cref="Multiply"/>
    public static Vector operator *(double factor, Vector vector) => vector.Multiply(factor);

    /// <inheritdoc cref="Multiply"/>
    public static Vector operator *(Vector vector, double factor) => vector.Multiply(factor);

    /// <inheritdoc cref="Divide"/>
    public static Vector operator /(Vector vector, double divisor) => vector.Divide(divisor);

    /// <summary>v − (factor · direction), product and difference rounded once each, in one pass.</summary>
    internal Vector Descend(double factor, Vector direction) =>
        Combine(direction, new Descended(factor), nameof(direction));

    internal Vector Combine<TOperation>(Vector other, TOperation operation, string name)
        where TOperation : struct, IElementwise
    {
        Guard.SameLength(other.Count, Count, "this vector", name);
        var result = new double[Count];
        Kernels.Elementwise(AsSpan(), other.AsSpan(), result, operation);
        return Own(result);
    }
}
