namespace Descent.Benchmarks;

/// <summary>The loops that a C# user would write: arrays, <see cref="Math.Exp"/>, nothing else.</summary>
internal sealed class PlainLogistic(Problem problem) : ILogisticRival
{
    private readonly double[][] _x =
        [.. Enumerable.Range(0, problem.Rows).Select(i => problem.Row(i).ToArray())];

    private readonly double[] _y = problem.Targets;

    /// <inheritdoc/>
    public string Name => Names.PlainLoop;

    /// <inheritdoc/>
    public double FullBatch(int evaluations, double rate)
    {
        var w = new double[problem.Columns];
        var gradient = new double[problem.Columns];
        var loss = 0.0;
        for (var k = 0; k < evaluations; k++)
        {
            loss = Evaluate(w, gradient);
            Step(w, gradient, rate);
        }

        return loss;
    }

    /// <inheritdoc/>
    public double[] Epochs(int epochs, int size, double rate)
    {
        var w = new double[problem.Columns];
        var gradient = new double[problem.Columns];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var order = ShuffledRows.Of(epoch, problem.Rows).AsSpan();
            for (var first = 0; first < order.Length; first += size)
            {
                var batch = order.Slice(first, Math.Min(size, order.Length - first));
                if (size == 1)
                    StepOnSample(batch[0], w, rate);
                else
                    StepOnBatch(batch, w, gradient, rate);
            }
        }

        return w;
    }

    private double Evaluate(double[] w, double[] gradient)
    {
        Array.Clear(gradient);
        var loss = 0.0;
        for (var i = 0; i < _x.Length; i++)
        {
            var p = Probability(_x[i], w);
            loss -= _y[i] == 1 ? Math.Log(p) : Math.Log(1 - p);
            AddMultiple(gradient, _x[i], p - _y[i]);
        }

        for (var j = 0; j < gradient.Length; j++)
            gradient[j] /= _x.Length;
        return loss / _x.Length;
    }

    private void StepOnBatch(ReadOnlySpan<int> batch, double[] w, double[] gradient, double rate)
    {
        Array.Clear(gradient);
        foreach (var i in batch)
            AddMultiple(gradient, _x[i], Probability(_x[i], w) - _y[i]);
        Step(w, gradient, rate / batch.Length);
    }

    private void StepOnSample(int i, double[] w, double rate) =>
        AddMultiple(w, _x[i], -rate * (Probability(_x[i], w) - _y[i]));

    private static double Probability(double[] row, double[] w)
    {
        var score = 0.0;
        for (var j = 0; j < row.Length; j++)
            score += row[j] * w[j];
        return 1 / (1 + Math.Exp(-score));
    }

    private static void AddMultiple(double[] total, double[] row, double factor)
    {
        for (var j = 0; j < row.Length; j++)
            total[j] += factor * row[j];
    }

    private static void Step(double[] w, double[] gradient, double rate)
    {
        for (var j = 0; j < w.Length; j++)
            w[j] -= rate * gradient[j];
    }
}
