using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Descent.Benchmarks;

/// <summary>The formulas in matrices and vectors of MathNet.Numerics, on one thread.</summary>
internal sealed class MathNetLine : ILineRival
{
    private readonly Matrix<double> _x;
    private readonly Vector<double> _y;

    /// <summary>Puts a column of ones beside the points.</summary>
    public MathNetLine(Problem problem)
    {
        Control.UseSingleThread();
        _x = Matrix<double>.Build.Dense(problem.Rows, 2, (i, j) => j == 0 ? problem.Features[i] : 1);
        _y = Vector<double>.Build.DenseOfArray(problem.Targets);
    }

    /// <inheritdoc/>
    public string Name => Names.MathNet;

    /// <inheritdoc/>
    public double Descend(int evaluations, double rate)
    {
        var w = Vector<double>.Build.Dense(2);
        var loss = 0.0;
        for (var k = 0; k < evaluations; k++)
            (w, loss) = Step(w, rate);
        return loss;
    }

    private (Vector<double> Weights, double Loss) Step(Vector<double> w, double rate)
    {
        var residuals = (_x * w) - _y;
        var gradient = _x.TransposeThisAndMultiply(residuals) / _x.RowCount;
        return (w - (rate * gradient), residuals * residuals / (2 * _x.RowCount));
    }
}
