using Descent.Properties;

namespace Descent.Bits;

/// <summary>The risk of every loss and its gradient: plain and weighted, mean and sum.</summary>
internal static class RiskBits
{
    private const int Rows = 600;
    private const int Features = 13;

    private static readonly (string Name, ILoss Loss)[] Losses =
    [
        ("squared", Loss.Squared),
        ("half-squared", Loss.HalfSquared),
        ("logistic", Loss.Logistic),
        ("hinge", Loss.Hinge),
        ("squared-hinge", Loss.SquaredHinge),
        ("perceptron", Loss.Perceptron),
        ("custom", Loss.From((s, y) => (s - y) * (s - y) * s, (s, y) => (s - y) * ((3 * s) - y))),
    ];

    public static IEnumerable<(string Name, string Hash)> All() =>
        from loss in Losses
        from weighted in new[] { false, true }
        let name = $"risk.{loss.Name}{(weighted ? ".weighted" : "")}"
        select (name, Hash(Data(weighted), loss.Loss));

    /// <summary>Features between −1 and 1 of mixed size, targets 0 and 1, some weights of 0.</summary>
    public static Dataset Data(bool weighted)
    {
        var x = UglyNumbers.Matrix(Rows, Features, 1);
        var features = Matrix.From(Rows, Features, (i, j) => x[i, j] / (1 + Math.Abs(x[i, j])));
        var targets = UglyNumbers.Vector(Rows, 2).Map(y => y > 0 ? 1 : 0);
        var weights = UglyNumbers.Vector(Rows, 3).Map(c => c > 1 ? 0 : Math.Abs(c));
        return new Dataset(features, targets, weighted ? weights : null);
    }

    private static string Hash(Dataset data, ILoss loss) => BitHash.Of(
        from reduction in new[] { Reduction.Mean, Reduction.Sum }
        let risk = new EmpiricalRisk(data, loss, new L2(0.1), reduction)
        from seed in Enumerable.Range(10, 5)
        let evaluation = risk.Evaluate(UglyNumbers.Vector(risk.Dimension, seed))
        from value in evaluation.Gradient.Append(evaluation.Loss)
        select value);
}
