namespace Descent.Benchmarks;

/// <summary>Rows of features with a target each, as plain arrays that every contender reads.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of features.</param>
/// <param name="Features">The rows, one after another.</param>
/// <param name="Targets">One target per row.</param>
internal sealed record Problem(string Name, int Rows, int Columns, double[] Features, double[] Targets)
{
    /// <summary>One row.</summary>
    public ReadOnlySpan<double> Row(int row) => Features.AsSpan(row * Columns, Columns);

    /// <summary>The risk that Descent's user writes for two classes, without a bias.</summary>
    /// <param name="threads">The most threads an evaluation uses.</param>
    /// <param name="penalty">A penalty on the weights.</param>
    public EmpiricalRisk LogisticRisk(int threads = 1, ISmoothPenalty? penalty = null) =>
        new(ToDataset(), Loss.Logistic, penalty, bias: false, maxDegreeOfParallelism: threads);

    /// <summary>The risk that Descent's user writes for several classes, without biases.</summary>
    /// <param name="classes">How many.</param>
    /// <param name="threads">The most threads an evaluation uses.</param>
    public SoftmaxRisk SoftmaxRisk(int classes, int threads = 1) =>
        new(ToDataset(), classes, bias: false, maxDegreeOfParallelism: threads);

    /// <summary>The rows as Descent's dataset.</summary>
    public Dataset ToDataset() =>
        new(Matrix.From(Rows, Columns, (i, j) => Features[(i * Columns) + j]), Vector.Of(Targets));
}
