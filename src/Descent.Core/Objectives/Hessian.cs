namespace Descent;

/// <summary>Second derivatives from a matrix or from a product.</summary>
public static class Hessian
{
    /// <summary>The second derivatives that a matrix holds.</summary>
    /// <param name="matrix">∇²f, square and symmetric.</param>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static IHessian From(Matrix matrix)
    {
        Guard.SameLength(Guard.NotNull(matrix).Rows, matrix.Columns, "a row of it", nameof(matrix));
        return new OfMatrix(matrix);
    }

    /// <summary>The second derivatives that a product tells.</summary>
    /// <remarks>The matrix takes a product for each parameter.</remarks>
    /// <param name="dimension">The number of parameters, at least 0.</param>
    /// <param name="times">d ↦ ∇²f d, a pure function.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is negative.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="times"/> is null.</exception>
    public static IHessian From(int dimension, Func<Vector, Vector> times) =>
        new OfProduct(Guard.AtLeast(dimension, 0), Guard.NotNull(times));

    /// <summary>The sum of the second derivatives of several terms.</summary>
    internal static IHessian Sum(IHessian first, IHessian second) => new Total(first, second);

    /// <summary>A multiple of second derivatives.</summary>
    internal static IHessian Scale(double factor, IHessian hessian) => new Multiple(factor, hessian);

    private sealed class OfMatrix(Matrix matrix) : IHessian
    {
        public int Dimension => matrix.Rows;

        public Vector Times(Vector direction) => matrix.Multiply(Checked(direction, Dimension));

        public Matrix ToMatrix() => matrix;
    }

    private sealed class OfProduct(int dimension, Func<Vector, Vector> times) : IHessian
    {
        public int Dimension => dimension;

        public Vector Times(Vector direction)
        {
            var product = times(Checked(direction, dimension));
            Guard.GradientLength(product.Count, dimension);
            return product;
        }

        public Matrix ToMatrix()
        {
            var columns = Enumerable.Range(0, dimension)
                .Select(j => Times(Vector.Unit(dimension, j)))
                .ToArray();
            return Matrix.From(dimension, dimension, (i, j) => columns[Math.Min(i, j)][Math.Max(i, j)]);
        }
    }

    private sealed class Total(IHessian first, IHessian second) : IHessian
    {
        public int Dimension => first.Dimension;

        public Vector Times(Vector direction) =>
            first.Times(Checked(direction, Dimension)) + second.Times(direction);

        public Matrix ToMatrix()
        {
            var (a, b) = (first.ToMatrix(), second.ToMatrix());
            return Matrix.Fill(Dimension, Dimension, (i, row) =>
                Kernels.Elementwise(a.Row(i), b.Row(i), row, default(Sum)));
        }
    }

    private sealed class Multiple(double factor, IHessian hessian) : IHessian
    {
        public int Dimension => hessian.Dimension;

        public Vector Times(Vector direction) => factor * hessian.Times(Checked(direction, Dimension));

        public Matrix ToMatrix()
        {
            var matrix = hessian.ToMatrix();
            return Matrix.Fill(Dimension, Dimension, (i, row) =>
                Kernels.Elementwise(matrix.Row(i), matrix.Row(i), row, new Scaled(factor)));
        }
    }

    private static Vector Checked(Vector direction, int dimension)
    {
        Guard.SameLength(direction.Count, dimension, "a row of the Hessian", nameof(direction));
        return direction;
    }
}
