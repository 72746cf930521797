using System.Numerics.Tensors;

namespace Descent.Benchmarks;

/// <summary>In-place operations of <see cref="TensorPrimitives"/> on the six points.</summary>
internal sealed class TensorLine(Problem problem) : ILineRival
{
    private readonly double[] _x = problem.Features;
    private readonly double[] _y = problem.Targets;
    private readonly double[] _residuals = new double[problem.Rows];

    /// <inheritdoc/>
    public string Name => Names.Tensors;

    /// <inheritdoc/>
    public double Descend(int evaluations, double rate)
    {
        var (slope, intercept, loss) = (0.0, 0.0, 0.0);
        for (var k = 0; k < evaluations; k++)
        {
            (loss, var bySlope, var byIntercept) = Evaluate(slope, intercept);
            slope -= rate * bySlope;
            intercept -= rate * byIntercept;
        }

        return loss;
    }

    private (double Loss, double BySlope, double ByIntercept) Evaluate(double slope, double intercept)
    {
        TensorPrimitives.Multiply(_x, slope, _residuals);
        TensorPrimitives.Add(_residuals, intercept, _residuals);
        TensorPrimitives.Subtract(_residuals, _y, _residuals);
        return (
            TensorPrimitives.SumOfSquares(_residuals) / (2 * _x.Length),
            TensorPrimitives.Dot(_residuals, _x) / _x.Length,
            TensorPrimitives.Sum(_residuals) / _x.Length);
    }
}
