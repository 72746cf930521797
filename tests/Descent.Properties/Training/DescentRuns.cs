using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>Draws a <see cref="DescentRun"/>: any loss, any batches, any schedule, ugly starts.</summary>
public static class DescentRuns
{
    /// <summary>√(1 + (s − y)²) − 1, which no code of the library knows.</summary>
    public static ILoss OwnLoss { get; } = Loss.From(
        (s, y) => Math.Sqrt(1 + ((s - y) * (s - y))) - 1,
        (s, y) => (s - y) / Math.Sqrt(1 + ((s - y) * (s - y))));

    private static readonly (string Name, LearningRate Rate)[] Rates =
    [
        ("0.1", 0.1),
        ("1e-300", 1e-300),
        ("50", 50),
        ("step decay", LearningRate.StepDecay(0.5, 0.5, 3)),
        ("inverse time", LearningRate.InverseTime(0.3, 0.1)),
        ("warm-up and cosine", LearningRate.Cosine(0.2, 15, 0.01).WithWarmUp(4)),
        ("0 now and then", LearningRate.From(t => t % 3 == 1 ? 0 : 0.3 / (t + 1))),
        ("growing", LearningRate.From(t => Math.ScaleB(1, (int)Math.Min(40 * t, 1000)))),
        ("infinite at step 9", LearningRate.From(t => t == 9 ? double.PositiveInfinity : 0.05)),
        ("NaN at step 12", LearningRate.From(t => t == 12 ? double.NaN : 0.05)),
    ];

    private static readonly Gen<double> Ugly = Gen.Elements(
        0.0, -0.0, double.Epsilon, -double.Epsilon, 1e-310, 1.0, -1e10, 1e160, -1e308);

    public static Arbitrary<DescentRun> DescentRun() => Arb.From(
        from drawn in DomainGenerators.RiskCases([.. KnownLosses.All, OwnLoss])
        from ownPenalty in Gen.Elements(false, false, true)
        let sample = ownPenalty ? drawn with { Risk = WithOwnPenalty(drawn.Risk) } : drawn
        from batches in Batches(sample.Risk)
        from rate in Gen.Elements(Rates)
        from start in Starts(sample.Parameters)
        from skip in Gen.Elements(0, 0, 1, 5)
        from push in Gen.Elements(1, 1, -2.5, 0, -0.0, 1e300)
        from every in Gen.Choose(1, 25)
        select new DescentRun(
            sample, batches.Name, batches.Objective, rate.Name, rate.Rate, start, skip, push, every));

    private static EmpiricalRisk WithOwnPenalty(EmpiricalRisk risk) =>
        new(risk.Data, risk.Loss, new QuarticPenalty(), risk.Reduction, risk.HasBias);

    private static Gen<(string Name, IObjective Objective)> Batches(EmpiricalRisk risk) => Gen.Frequency(
        (1, Gen.Constant(("the full risk", (IObjective)risk))),
        (4, from sampling in Gen.Elements(Enum.GetValues<Sampling>())
            from size in Gen.Elements(1, 1, 1, 7, risk.Data.Count)
            from seed in Gen.Choose(0, 1000)
            select ($"{sampling} batches of {size}, seed {seed}",
                (IObjective)new MiniBatches(risk, size, seed, sampling))),
        (1, from lists in Gen.Choose(0, risk.Data.Count - 1).NonEmptyListOf().ArrayOf(3)
            select ($"lists {string.Join("; ", lists.Select(list => string.Join(' ', list)))}",
                (IObjective)new MiniBatches(risk, lists.Select(list => list.ToArray())))));

    private static Gen<Vector> Starts(Vector usual) =>
        from ugly in Ugly.ArrayOf(usual.Count)
        from share in Gen.Elements(0, 0, 1, 3)
        from chosen in Gen.Choose(0, 3).ArrayOf(usual.Count)
        select Vector.From(usual.Select((x, j) => chosen[j] < share ? ugly[j] : x));

    /// <summary>Σ w⁴ / 4, which no code of the library knows.</summary>
    private sealed class QuarticPenalty : ISmoothPenalty
    {
        public double Value(Vector weights) => weights.Sum(w => w * w * w * w) / 4;

        public Vector Gradient(Vector weights) => weights.Map(w => w * w * w);

        public override string ToString() => "a penalty of the user's";
    }
}
