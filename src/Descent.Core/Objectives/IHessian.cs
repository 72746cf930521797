namespace Descent;

/// <summary>The second derivatives at one point: a symmetric matrix that need not be written down.</summary>
/// <remarks>An immutable value. Products take about as long as a gradient; the matrix may take n times as
/// long and n² numbers.</remarks>
public interface IHessian
{
    /// <summary>The number of parameters, n.</summary>
    int Dimension { get; }

    /// <summary>The product with a direction, <c>∇²f d</c>.</summary>
    /// <param name="direction">d, one entry per parameter.</param>
    /// <exception cref="ArgumentException">The length is not <see cref="Dimension"/>.</exception>
    Vector Times(Vector direction);

    /// <summary>The matrix, n × n and symmetric to the bit.</summary>
    Matrix ToMatrix();
}
