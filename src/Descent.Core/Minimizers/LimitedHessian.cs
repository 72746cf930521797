using System.Collections.Immutable;

namespace Descent;

/// <summary>
/// The limited-memory BFGS matrix as a sum: <c>B = θ I + Σ bᵢ bᵢᵀ − Σ aᵢ aᵢᵀ</c>.
/// </summary>
/// <remarks>
/// <c>bᵢ = yᵢ / √(sᵢ·yᵢ)</c>, <c>aᵢ = Bᵢ sᵢ / √(sᵢ·Bᵢ sᵢ)</c>, Bᵢ the matrix of the pairs before (Nocedal,
/// Wright 2006, §7.2); θ = y·y / s·y of the newest pair. It is a form of the compact one, without the
/// inverse of a matrix that is not definite.
/// </remarks>
internal sealed class LimitedHessian
{
    private LimitedHessian(double scale, ImmutableArray<Vector> columns, ImmutableArray<double> signs) =>
        (Scale, Columns, Signs) = (scale, columns, signs);

    /// <summary>θ.</summary>
    public double Scale { get; }

    /// <summary>The columns b₁, a₁, b₂, a₂ and so on.</summary>
    public ImmutableArray<Vector> Columns { get; }

    /// <summary>1 for each b and −1 for each a.</summary>
    public ImmutableArray<double> Signs { get; }

    /// <summary>A multiple of the identity.</summary>
    public static LimitedHessian Multiple(double scale) => new(scale, [], []);

    /// <summary>The matrix of pairs of steps and changes of the gradient, the oldest first.</summary>
    public static LimitedHessian Of(LBfgsBMemory memory)
    {
        var hessian = Multiple(memory.Scale);
        foreach (var pair in memory.Pairs)
            hessian = hessian.Updated(pair);
        return hessian;
    }

    /// <summary>B v.</summary>
    public Vector Multiply(Vector vector)
    {
        var product = Scale * vector;
        for (var j = 0; j < Columns.Length; j++)
            product = Columns[j].MultiplyAdd(Signs[j] * Columns[j].Dot(vector), product);
        return product;
    }

    /// <summary>Σ signⱼ xⱼ yⱼ.</summary>
    public double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var j = 0; j < Signs.Length; j++)
            sum += Signs[j] * x[j] * y[j];
        return sum;
    }

    /// <summary>The entries of all columns at each coordinate, one row after the other.</summary>
    public double[] Rows()
    {
        var width = Columns.Length;
        var rows = new double[width == 0 ? 0 : Columns[0].Count * width];
        for (var j = 0; j < width; j++)
        {
            var column = Columns[j].AsSpan();
            for (var i = 0; i < column.Length; i++)
                rows[(i * width) + j] = column[i];
        }

        return rows;
    }

    private LimitedHessian Updated(CurvaturePair pair)
    {
        var image = Multiply(pair.Step);
        var expected = pair.Step.Dot(image);
        // Only rounding can hide that a matrix is positive definite: then the pair is left out.
        return expected > 0
            ? new(
                Scale,
                [.. Columns, pair.Change / Math.Sqrt(pair.Curvature), image / Math.Sqrt(expected)],
                [.. Signs, 1, -1])
            : this;
    }
}
