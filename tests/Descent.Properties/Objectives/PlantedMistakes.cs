namespace Descent.Properties;

/// <summary>Gradients as people get them wrong, each beside the right loss.</summary>
internal static class PlantedMistakes
{
    private static readonly Dictionary<string, Func<EmpiricalRisk, Func<Vector, Vector>>> ByName = new()
    {
        ["the sign"] = risk => w => -Right(risk, w),
        ["a missing 1/N"] = risk => Of(risk, reduction: Reduction.Sum),
        ["a missing bias"] = risk => w => Map(Right(risk, w), (g, j) => j == w.Count - 1 ? 0 : g),
        ["features off by one"] = risk => w =>
            Vector.From(Right(risk, w).Skip(1).Append(Right(risk, w)[0])),
        ["a penalty doubled"] = risk => Of(risk, penalty: new L2(2 * StrengthOf(risk))),
        ["a penalty forgotten"] = risk => Of(risk, penalty: new L2(0)),
        ["a penalised bias"] = risk => w =>
            Map(Right(risk, w), (g, j) => j == w.Count - 1 ? g + (StrengthOf(risk) * w[j]) : g),
        ["a label swapped"] = risk => Of(risk, new Dataset(
            risk.Data.Features, Map(risk.Data.Targets, (y, i) => i == 0 ? 1 - y : y))),
        ["a row left out"] = risk => w =>
            Right(DomainGenerators.With(risk, risk.Data.Select(Enumerable.Range(1, risk.Data.Count - 1))), w),
        ["one wrong coordinate"] = risk => w => Map(Right(risk, w), (g, j) => j == 1 ? g + 0.01 : g),
        ["a scale wrong by 0.1 %"] = risk => w => 1.001 * Right(risk, w),
        ["weights transposed"] = risk => w => Right(risk, Vector.From(w.SkipLast(1).Reverse().Append(w[^1]))),
        ["a constant"] = risk => _ => Right(risk, Vector.Zeros(risk.Dimension)),
        ["features of another scale"] = risk => Of(risk, risk.Data.WithFeatures(
            Matrix.From(risk.Data.Count, risk.Data.FeatureCount, (i, j) => 1.01 * risk.Data.Features[i, j]))),
        ["the gradient of another loss"] = risk => Of(risk, loss: Loss.SquaredHinge),
        ["the sigmoid forgotten"] = risk => Of(risk, loss: Loss.HalfSquared),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static IObjective Plant(string mistake, EmpiricalRisk risk) =>
        Objective.From(risk.Dimension, w => risk.Evaluate(w).Loss, ByName[mistake](risk));

    private static Vector Right(EmpiricalRisk risk, Vector w) => risk.Evaluate(w).Gradient;

    private static double StrengthOf(EmpiricalRisk risk) => ((L2)risk.Penalty!).Strength;

    private static Func<Vector, Vector> Of(
        EmpiricalRisk risk,
        Dataset? data = null,
        ILoss? loss = null,
        ISmoothPenalty? penalty = null,
        Reduction? reduction = null)
    {
        var wrong = new EmpiricalRisk(
            data ?? risk.Data, loss ?? risk.Loss, penalty ?? risk.Penalty, reduction ?? risk.Reduction);
        return w => Right(wrong, w);
    }

    private static Vector Map(Vector vector, Func<double, int, double> change) =>
        Vector.From(vector.Select(change));
}
