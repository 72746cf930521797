using BenchmarkDotNet.Attributes;

namespace Descent.Benchmarks;

/// <summary>One evaluation, loss and gradient, of risks of few rows.</summary>
public class SmallRisks
{
    private EmpiricalRisk _risk = null!;
    private Vector _parameters;

    /// <summary>Rows × features; 6 × 1 is the line of README.</summary>
    [Params("6x1", "64x10", "64x100")]
    public string Shape { get; set; } = "";

    /// <summary>The loss.</summary>
    [Params(nameof(Loss.HalfSquared), nameof(Loss.Logistic), nameof(Loss.SquaredHinge))]
    public string LossName { get; set; } = "";

    /// <summary>Makes the risk.</summary>
    [GlobalSetup]
    public void MakeRisk()
    {
        var (rows, columns) = Shape switch { "6x1" => (6, 1), "64x10" => (64, 10), _ => (64, 100) };
        var loss = LossName switch
        {
            nameof(Loss.HalfSquared) => Loss.HalfSquared,
            nameof(Loss.Logistic) => Loss.Logistic,
            _ => Loss.SquaredHinge,
        };
        _risk = new EmpiricalRisk(new LogisticProblem(Shape, rows, columns).Draw().ToDataset(), loss);
        _parameters = Vector.Ones(_risk.Dimension);
    }

    [Benchmark]
    public Evaluation Evaluate() => _risk.Evaluate(_parameters);
}
