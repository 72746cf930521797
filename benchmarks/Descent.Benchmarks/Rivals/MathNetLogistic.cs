using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Descent.Benchmarks;

/// <summary>The formulas in matrices and vectors of MathNet.Numerics, on one thread.</summary>
internal sealed class MathNetLogistic : ILogisticRival
{
    private readonly Matrix<double> _x;
    private readonly Vector<double> _y;

    /// <summary>Copies the problem into a matrix and a vector.</summary>
    public MathNetLogistic(Problem problem)
    {
        Control.UseSingleThread();
        _x = Matrix<double>.Build.DenseOfRowMajor(problem.Rows, problem.Columns, problem.Features);
        _y = Vector<double>.Build.DenseOfArray(problem.Targets);
    }

    /// <inheritdoc/>
    public string Name => Names.MathNet;

    /// <inheritdoc/>
    public double FullBatch(int evaluations, double rate)
    {
        var w = Vector<double>.Build.Dense(_x.ColumnCount);
        var loss = 0.0;
        for (var k = 0; k < evaluations; k++)
        {
            var scores = _x * w;
            loss = (scores.PointwiseExp() + 1).PointwiseLog().Sum() - (_y * scores);
            w -= rate / _x.RowCount * _x.TransposeThisAndMultiply(scores.Map(SpecialFunctions.Logistic) - _y);
        }

        return loss / _x.RowCount;
    }

    /// <inheritdoc/>
    public double[] Epochs(int epochs, int size, double rate)
    {
        var w = Vector<double>.Build.Dense(_x.ColumnCount);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in ShuffledRows.Of(epoch, _x.RowCount).Chunk(size))
                w -= size == 1 ? StepOnSample(batch[0], w, rate) : StepOnBatch(batch, w, rate);
        }

        return w.ToArray();
    }

    private Vector<double> StepOnBatch(int[] batch, Vector<double> w, double rate)
    {
        var x = Matrix<double>.Build.DenseOfRowVectors(batch.Select(i => _x.Row(i)));
        var y = Vector<double>.Build.DenseOfEnumerable(batch.Select(i => _y[i]));
        return rate / batch.Length * x.TransposeThisAndMultiply((x * w).Map(SpecialFunctions.Logistic) - y);
    }

    private Vector<double> StepOnSample(int i, Vector<double> w, double rate)
    {
        var row = _x.Row(i);
        return rate * (SpecialFunctions.Logistic(row * w) - _y[i]) * row;
    }
}
