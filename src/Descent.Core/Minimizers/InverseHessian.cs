using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>An approximation of (∇²f)⁻¹, symmetric to the bit, as <see cref="Bfgs"/> makes it.</summary>
/// <param name="Entries">H, row by row: n² entries.</param>
/// <exception cref="ArgumentException">The number of entries is not a square.</exception>
public sealed record InverseHessian(Vector Entries)
{
    /// <summary>H, row by row: n² entries.</summary>
    public Vector Entries { get; init => field = Square(value); } = Square(Entries);

    /// <summary>n.</summary>
    internal int Dimension => Side(Entries.Count);

    /// <summary>γ I.</summary>
    internal static InverseHessian Scaled(int dimension, double scale)
    {
        var entries = new double[dimension * dimension];
        for (var i = 0; i < dimension; i++)
            entries[(i * dimension) + i] = scale;
        return new(Vector.Own(entries));
    }

    /// <summary>H v.</summary>
    internal Vector Times(Vector vector)
    {
        var n = Dimension;
        Guard.SameLength(vector.Count, n, "a row of it", nameof(vector));
        var result = new double[n];
        for (var i = 0; i < n; i++)
            result[i] = Kernels.Dot(Entries.AsSpan().Slice(i * n, n), vector.AsSpan());
        return Vector.Own(result);
    }

    /// <summary>The H nearest to this one with <c>H y = s</c>: the update of BFGS.</summary>
    /// <remarks>
    /// <c>H + s uᵀ + u sᵀ</c> with <c>u = ρ (½ (1 + ρ yᵀHy) s − Hy)</c>, ρ = 1 / sᵀy: the product form
    /// <c>(I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ</c> multiplied out.
    /// </remarks>
    internal InverseHessian After(CurvaturePair pair)
    {
        var (s, y, curvature) = pair;
        var image = Times(y);
        var weight = 0.5 * (1 + (y.Dot(image) / curvature));
        var u = ((weight * s) - image) / curvature;
        var n = Dimension;
        var entries = new double[Entries.Count];
        for (var i = 0; i < n; i++)
        {
            var row = entries.AsSpan(i * n, n);
            Kernels.Elementwise(u.AsSpan(), s.AsSpan(), row, new SymmetricPair(s[i], u[i]));
            Kernels.Elementwise(Entries.AsSpan().Slice(i * n, n), row, row, default(Sum));
        }

        return new(Vector.Own(entries));
    }

    private static Vector Square(Vector entries)
    {
        var n = Side(entries.Count);
        Guard.SameLength(entries.Count, n * n, "a square matrix", nameof(Entries));
        return entries;
    }

    private static int Side(int count) => (int)Math.Sqrt(count);

    /// <summary>a x + b y, each product rounded: the same where both pairs change places.</summary>
    private readonly struct SymmetricPair(double a, double b) : IElementwise
    {
        public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => (x * a) + (y * b);

        public double Apply(double x, double y) => (x * a) + (y * b);
    }
}
