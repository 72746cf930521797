using System.Numerics.Tensors;

namespace Descent.Benchmarks;

/// <summary>In-place loops over <see cref="TensorPrimitives"/>: one dot and one axpy a row.</summary>
/// <remarks>
/// Sigmoids and logarithms are taken of a block of scores at once, and the rows of a block are still in the
/// cache when they are added to the gradient.
/// </remarks>
internal sealed class TensorLogistic(Problem problem) : ILogisticRival
{
    private const int Block = 64;
    private readonly double[] _y = problem.Targets;

    /// <inheritdoc/>
    public string Name => Names.Tensors;

    /// <inheritdoc/>
    public double FullBatch(int evaluations, double rate)
    {
        var w = new double[problem.Columns];
        var gradient = new double[problem.Columns];
        var loss = 0.0;
        for (var k = 0; k < evaluations; k++)
        {
            loss = Evaluate(w, gradient);
            TensorPrimitives.MultiplyAdd(gradient, -rate / problem.Rows, w, w);
        }

        return loss / problem.Rows;
    }

    /// <inheritdoc/>
    public double[] Epochs(int epochs, int size, double rate)
    {
        var w = new double[problem.Columns];
        var gradient = new double[problem.Columns];
        var slopes = new double[size];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var order = ShuffledRows.Of(epoch, problem.Rows).AsSpan();
            for (var first = 0; first < order.Length; first += size)
            {
                var batch = order.Slice(first, Math.Min(size, order.Length - first));
                if (size == 1)
                    StepOnSample(batch[0], w, rate);
                else
                    StepOnBatch(batch, w, gradient, slopes, rate);
            }
        }

        return w;
    }

    private double Evaluate(double[] w, double[] gradient)
    {
        Array.Clear(gradient);
        Span<double> scores = stackalloc double[Block];
        Span<double> slopes = stackalloc double[Block];
        var loss = 0.0;
        for (var first = 0; first < problem.Rows; first += Block)
        {
            var count = Math.Min(Block, problem.Rows - first);
            loss += EvaluateBlock(first, w, gradient, scores[..count], slopes[..count]);
        }

        return loss;
    }

    private double EvaluateBlock(
        int first, double[] w, double[] gradient, Span<double> scores, Span<double> slopes)
    {
        var y = _y.AsSpan(first, scores.Length);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = TensorPrimitives.Dot(problem.Row(first + i), w);

        TensorPrimitives.Sigmoid(scores, slopes);
        TensorPrimitives.Subtract(slopes, y, slopes);
        for (var i = 0; i < scores.Length; i++)
            TensorPrimitives.MultiplyAdd(problem.Row(first + i), slopes[i], gradient, gradient);

        // log(1 + eˢ) − y s; scores of this problem are far from where eˢ overflows.
        var line = TensorPrimitives.Dot(y, scores);
        TensorPrimitives.Exp(scores, slopes);
        TensorPrimitives.LogP1(slopes, slopes);
        return TensorPrimitives.Sum(slopes) - line;
    }

    private void StepOnBatch(
        ReadOnlySpan<int> batch, double[] w, double[] gradient, double[] slopes, double rate)
    {
        Array.Clear(gradient);
        var s = slopes.AsSpan(0, batch.Length);
        for (var i = 0; i < batch.Length; i++)
            s[i] = TensorPrimitives.Dot(problem.Row(batch[i]), w);
        TensorPrimitives.Sigmoid(s, s);
        for (var i = 0; i < batch.Length; i++)
            TensorPrimitives.MultiplyAdd(problem.Row(batch[i]), s[i] - _y[batch[i]], gradient, gradient);
        TensorPrimitives.MultiplyAdd(gradient, -rate / batch.Length, w, w);
    }

    private void StepOnSample(int i, double[] w, double rate)
    {
        var row = problem.Row(i);
        var p = 1 / (1 + Math.Exp(-TensorPrimitives.Dot(row, w)));
        TensorPrimitives.MultiplyAdd(row, -rate * (p - _y[i]), w, w);
    }
}
