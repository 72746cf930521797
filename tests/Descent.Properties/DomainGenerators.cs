using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>How datasets, parameters and objectives are drawn and shrunk.</summary>
/// <remarks>
/// Numbers are at most 4 in size, so that the scores of a few features reach both tails of a loss and no case
/// is decided by overflow. One number in four is a multiple of ½, where ties and kinks are.
/// </remarks>
public static class DomainGenerators
{
    private const int MaxRows = 20;
    private const int MaxFeatures = 9;

    private static readonly Gen<double> Number = Gen.Frequency(
        (1, Gen.Choose(-6, 6).Select(i => i / 2.0)),
        (3, Gen.Choose(-(1 << 29), 1 << 29).Select(i => i / (1.4 * (1 << 27)))));

    private static readonly Gen<double> Weight = Gen.Frequency(
        (1, Gen.Elements(0.0, 0.5, 1.0, 2.0, 3.0)),
        (1, Gen.Choose(1, 1 << 29).Select(i => i / (1.4 * (1 << 27)))));

    public static Arbitrary<Regression> Regression() => Arb.From(
        from data in Datasets(1, Number)
        from parameters in Parameters(data.FeatureCount + 1)
        select new Regression(data, parameters),
        c => Smaller(c.Data).Select(data => c with { Data = data }));

    public static Arbitrary<Classification> Classification() => Arb.From(
        from data in Datasets(1, Gen.Elements(0.0, 1.0))
        from parameters in Parameters(data.FeatureCount + 1)
        select new Classification(data, parameters),
        c => Smaller(c.Data).Select(data => c with { Data = data }));

    public static Arbitrary<RiskCase> RiskCase() => Arb.From(
        RiskCases(KnownLosses.All),
        c => Smaller(c.Risk.Data).Select(data => c with { Risk = With(c.Risk, data) }));

    /// <summary>An objective of one of the losses, with or without penalty, weights and bias.</summary>
    internal static Gen<RiskCase> RiskCases(IEnumerable<ILoss> losses) =>
        from loss in Gen.Elements(losses.ToArray())
        from bias in Gen.Elements(true, true, false)
        from data in Datasets(bias ? 0 : 1, KnownLosses.ReadsClasses(loss) ? Gen.Elements(0.0, 1.0) : Number)
        from reduction in Gen.Elements(Reduction.Mean, Reduction.Sum)
        from penalty in Gen.Elements<ISmoothPenalty?>(null, new L2(0), new L2(0.1), new L2(2))
        from parameters in Parameters(data.FeatureCount + (bias ? 1 : 0))
        select new RiskCase(new EmpiricalRisk(data, loss, penalty, reduction, bias), parameters);

    /// <summary>The same objective over other samples.</summary>
    internal static EmpiricalRisk With(EmpiricalRisk risk, Dataset data) =>
        new(data, risk.Loss, risk.Penalty, risk.Reduction, risk.HasBias);

    private static Gen<Dataset> Datasets(int minFeatures, Gen<double> target) =>
        from rows in Gen.Choose(1, MaxRows)
        from columns in Gen.Choose(minFeatures, MaxFeatures)
        from features in Number.ArrayOf(columns).ArrayOf(rows)
        from targets in target.ArrayOf(rows)
        from weights in Weights(rows)
        select new Dataset(
            Matrix.From(rows, columns, (i, j) => features[i][j]), Vector.Of(targets), weights);

    private static Gen<Vector?> Weights(int rows) => Gen.Frequency(
        (2, Gen.Constant<Vector?>(null)),
        (1, from weights in Weight.ArrayOf(rows)
            select (Vector?)Vector.From(weights.All(w => w == 0) ? weights.Select(_ => 1.0) : weights)));

    private static Gen<Vector> Parameters(int count) => Number.ArrayOf(count).Select(Vector.Of);

    /// <summary>The dataset without half of its rows, then without one of them.</summary>
    private static IEnumerable<Dataset> Smaller(Dataset data)
    {
        var rows = Enumerable.Range(0, data.Count).ToArray();
        var parts = rows.Select(i => rows.Where(k => k != i).ToArray());
        return parts.Prepend(rows[(rows.Length / 2)..]).Prepend(rows[..(rows.Length / 2)])
            .Where(part => part.Length < rows.Length && part.Any(i => data.Weights[i] > 0))
            .Select(data.Select);
    }
}
