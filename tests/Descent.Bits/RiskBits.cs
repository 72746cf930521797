using Descent.Properties;

namespace Descent.Bits;

/// <summary>Risk and gradient of every loss, in every form, on one chunk of rows and on many.</summary>
internal static class RiskBits
{
    private const int Rows = 600;
    private const int Features = 13;

    // Parts of a chunk, one, one and a row; then trees of 4, 5, 8, 9 and 40 chunks.
    private static readonly int[] RowCounts = [9, 255, 256, 257, 1000, 1025, 2048, 2049, 10_001];

    private static readonly bool[] WithoutAndWith = [false, true];

    private static readonly Reduction[] Reductions = [Reduction.Mean, Reduction.Sum];

    public static IEnumerable<Result> All(Workers workers) =>
    [
        .. from loss in NamedLosses.All
           from weighted in WithoutAndWith
           let data = Samples.Of(Rows, Features, weighted)
           select Result.Of(
               $"risk.{loss.Name}{(weighted ? ".weighted" : "")}",
               from reduction in Reductions
               let risk = workers.Risk(data, loss.Loss, new L2(0.1), reduction)
               from number in Numbers(risk, points: 5)
               select number),
        OfEveryLoss("risk.without-bias", (data, loss) => workers.Risk(data, loss, new L2(0.1), bias: false)),
        OfEveryLoss("risk.without-penalty", (data, loss) => workers.Risk(data, loss)),
        OfEveryLoss("risk.sum", (data, loss) => workers.Risk(data, loss, reduction: Reduction.Sum)),
        OfEveryLoss("risk.view", (data, loss) => workers.Risk(data.Split(0.9, seed: 3).Train, loss)),
        OfEveryLoss("risk.sparse", (data, loss) => workers.Risk(Samples.Sparse(data), loss)),
        OfEveryLoss("risk.overflow", (data, loss) => workers.Risk(data, loss), scale: 1e304),
        .. RowCounts.Select(rows => OfRows(workers, rows)),
    ];

    private static Result OfEveryLoss(
        string name, Func<Dataset, ILoss, EmpiricalRisk> risk, double scale = 1) => Result.Of(
            name,
            from weighted in WithoutAndWith
            let data = Samples.Of(300, 5, weighted)
            from loss in NamedLosses.All
            from number in Numbers(risk(data, loss.Loss), points: 2, scale)
            select number);

    private static Result OfRows(Workers workers, int rows) => Result.Of(
        $"risk.rows.{rows}",
        from weighted in WithoutAndWith
        let data = Samples.Of(rows, Features, weighted)
        from loss in new[] { Loss.HalfSquared, Loss.Logistic }
        from number in Numbers(workers.Risk(data, loss), points: 1)
        select number);

    /// <summary>Gradients and losses at so many points.</summary>
    private static IEnumerable<double> Numbers(EmpiricalRisk risk, int points, double scale = 1) =>
        from seed in Enumerable.Range(10, points)
        let evaluation = risk.Evaluate(scale * UglyNumbers.Vector(risk.Dimension, seed))
        from number in evaluation.Gradient.Append(evaluation.Loss)
        select number;
}
