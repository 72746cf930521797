using System.Text.Json;
using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>A certificate never claims more than is true, and claims all of it at the minimum.</summary>
public sealed class DualityGapLaws
{
    public static IEnumerable<object[]> Pairs =>
        Fits().Select(fit => new object[] { fit.Name });

    [Theory, MemberData(nameof(Pairs))]
    public void The_gap_at_a_reference_fit_is_rounding(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        var certificate = DualityGap.At(fit.Risk, fit.Best, fit.Penalty);
        Near.Equal(fit.Least, certificate.Primal, 1e-12);
        Assert.InRange(certificate.RelativeGap, 0, fit.Tolerance);
        Assert.True(certificate.Dual <= fit.Least);
    }

    // The minimum is known to 17 digits: 1e-16 of it may be missing.
    [Theory, MemberData(nameof(Pairs))]
    public void The_gap_is_at_least_the_distance_to_the_minimum(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        Seed seed = 11;
        foreach (var size in new[] { 1e-9, 1e-6, 1e-3, 0.1, 1, 10 })
        {
            for (var k = 0; k < 5; k++)
            {
                var noise = Vector.From(Enumerable.Range(0, fit.Best.Count)
                    .Select(j => Math.Sin((1.7 * j) + (31 * k) + size)));
                var certificate = DualityGap.At(fit.Risk, fit.Best + (size * noise), fit.Penalty);
                Assert.True(
                    certificate.Gap >= certificate.Primal - (fit.Least * (1 + 2e-16)),
                    $"{certificate} at {size}, minimum {fit.Least:R}");
            }
        }
    }

    // At the kink of a hinge only the points nearest to it choose their slopes: no step need bring it nearer.
    [Theory, MemberData(nameof(Pairs))]
    public void A_nearer_point_has_a_lesser_gap(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        var sizes = fit.Risk.Loss.Equals(Loss.Hinge) ? new[] { 1.0, 1e-6 } : [1.0, 0.1, 0.01, 1e-3];
        var gaps = sizes.Select(size =>
            DualityGap.At(fit.Risk, fit.Best + (size * Vector.Ones(fit.Best.Count)), fit.Penalty).Gap);
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.Second < pair.First));
    }

    // Powers of 2 round nothing; N = 442 does, once in each number.
    [Theory, MemberData(nameof(Pairs))]
    public void A_sum_has_as_many_times_the_gap_of_a_mean_as_there_are_rows(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        var at = fit.Best + (0.1 * Vector.Ones(fit.Best.Count));
        var count = fit.Risk.Data.Count;
        var sum = new EmpiricalRisk(
            fit.Risk.Data, fit.Risk.Loss, Times(count, fit.Risk.Penalty), Reduction.Sum);
        var mean = DualityGap.At(fit.Risk, at, fit.Penalty);
        var times = DualityGap.At(sum, at, Times(count, fit.Penalty));
        Near.Equal(count * mean.Primal, times.Primal, 1e-12);
        Assert.InRange(times.Gap / (count * mean.Gap), 1 - 1e-9, 1 + 1e-9);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_weight_of_2_is_a_row_twice(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        var at = fit.Best + (0.1 * Vector.Ones(fit.Best.Count));
        var data = fit.Risk.Data;
        int[] counts = [.. Enumerable.Range(0, data.Count).Select(i => i % 3 == 0 ? 2 : 1)];
        var twice = data.Select(counts.Index().SelectMany(row => Enumerable.Repeat(row.Index, row.Item)));
        var weighted = new Dataset(
            data.Features, data.Targets, Vector.From(counts.Select(count => (double)count)));
        var (one, other) = (GapOn(twice), GapOn(weighted));
        Near.Equal(one.Primal, other.Primal, 1e-12);

        // A hinge's choice at the kink is among so many rows, however often one is there.
        if (!fit.Risk.Loss.Equals(Loss.Hinge))
            Assert.InRange(other.Gap / one.Gap, 1 - 1e-9, 1 + 1e-9);

        Certificate GapOn(Dataset rows) =>
            DualityGap.At(new EmpiricalRisk(rows, fit.Risk.Loss, fit.Risk.Penalty), at, fit.Penalty);
    }

    [Fact]
    public void What_has_no_gap_is_told_at_the_call()
    {
        var data = ReferenceFits.TwoIrises;
        var error = Assert.Throws<ArgumentException>(
            () => DualityGap.At(new EmpiricalRisk(data, Loss.Huber(1), new L2(1)), Vector.Zeros(5)));
        Assert.Contains("Squared, HalfSquared, Logistic", error.Message, StringComparison.Ordinal);
        var risk = new EmpiricalRisk(data, Loss.Hinge);
        Assert.Throws<ArgumentException>(
            "penalty", () => DualityGap.At(risk, Vector.Zeros(5), new NonNegative()));
        error = Assert.Throws<ArgumentException>("penalty", () => DualityGap.At(risk, Vector.Zeros(5)));
        Assert.Contains("weight 0", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("parameters", () => DualityGap.At(risk, [1.0], new L1(1)));
        Assert.Throws<ArgumentException>("penalty", () => StopRule.DualityGap(0.1, risk));
    }

    [Fact]
    public void A_stop_rule_stops_where_the_gap_is_small_enough_and_says_so()
    {
        var risk = new EmpiricalRisk(ReferenceFits.BreastCancer, Loss.Logistic, new L2(0.1));
        var run = new GradientDescent(1 / risk.CurvatureBound()).Minimize(risk, Vector.Zeros(31));
        var rules = new (StopRule Rule, Func<Certificate, double> Of, string Text)[]
        {
            (StopRule.DualityGap(1e-3, risk), c => c.Gap, "duality gap"),
            (StopRule.RelativeDualityGap(1e-3, risk), c => c.RelativeGap, "relative duality gap"),
        };
        foreach (var (rule, of, text) in rules)
        {
            var solution = run.Solve(rule | StopRule.Steps(5000));
            Assert.True(solution.Converged);
            Assert.StartsWith(text, solution.Reason.Conditions[0].Metric, StringComparison.Ordinal);
            Assert.True(of(DualityGap.At(risk, solution.Last.Parameters)) <= 1e-3);
            var before = run.ElementAt((int)solution.Steps - 1);
            Assert.True(of(DualityGap.At(risk, before.Parameters)) > 1e-3);
        }

        var seldom = StopRule.DualityGap(1e-3, risk, every: 7) | StopRule.Steps(5000);
        Assert.Equal(0, run.Solve(seldom).Steps % 7);
    }

    [Fact]
    public void Parameters_that_overflow_are_no_proof()
    {
        var risk = new EmpiricalRisk(ReferenceFits.TwoIrises, Loss.SquaredHinge, new L2(1));
        var certificate = DualityGap.At(risk, 1e200 * Vector.Ones(5));
        Assert.Equal(double.PositiveInfinity, certificate.Gap);
    }

    private static L2? Times(double factor, ISmoothPenalty? penalty) =>
        penalty is L2 ridge ? new(factor * ridge.Strength) : null;

    private static IProximalPenalty? Times(double factor, IProximalPenalty? penalty) => penalty switch
    {
        L1 lasso => new L1(factor * lasso.Strength),
        ElasticNet net => net with { Strength = factor * net.Strength },
        _ => null,
    };

    private static IEnumerable<Fit> Fits()
    {
        var diabetes = new EmpiricalRisk(ReferenceFits.Diabetes, Loss.HalfSquared);
        var full = new EmpiricalRisk(ReferenceFits.Diabetes, Loss.Squared);
        foreach (var fit in ReferenceFits.OfDiabetes("ridge", "lasso", "elastic-net"))
        {
            var (l1, l2) = (ReferenceFits.Number(fit, "lambda1"), ReferenceFits.Number(fit, "lambda2"));
            yield return Of($"diabetes {l1} {l2}", fit, diabetes, new ElasticNet(l1 + l2, l1 / (l1 + l2)));
            if (l2 == 0)
                yield return Of($"diabetes lasso {l1}, squared", fit, full, new L1(2 * l1), 2);
            else
            {
                yield return Of(
                    $"diabetes {l1} {l2}, ridge in the risk",
                    fit,
                    new EmpiricalRisk(ReferenceFits.Diabetes, Loss.HalfSquared, new L2(l2)),
                    l1 == 0 ? null : new L1(l1));
            }
        }

        foreach (var fit in ReferenceFits.OfBreastCancer())
        {
            var lambda = ReferenceFits.Number(fit, "lambda");
            yield return Of(
                $"breast cancer {lambda}",
                fit,
                new EmpiricalRisk(ReferenceFits.BreastCancer, Loss.Logistic, new L2(lambda)),
                null);
        }

        foreach (var (name, loss) in new[] { ("squared_hinge", Loss.SquaredHinge), ("hinge", Loss.Hinge) })
        {
            foreach (var fit in ReferenceFits.OfTwoIrises(name))
            {
                var lambda = ReferenceFits.Number(fit, "lambda");
                var risk = new EmpiricalRisk(ReferenceFits.TwoIrises, loss, new L2(lambda));
                yield return Of($"iris {name} {lambda}", fit, risk, null);
            }
        }
    }

    private static Fit Of(
        string name,
        JsonElement fit,
        EmpiricalRisk risk,
        IProximalPenalty? penalty,
        double factor = 1) => new(
        name,
        risk,
        penalty,
        ReferenceFits.ParametersOf(fit),
        factor * ReferenceFits.Number(fit, "objective"),
        1e-11);

    private sealed record Fit(
        string Name,
        EmpiricalRisk Risk,
        IProximalPenalty? Penalty,
        Vector Best,
        double Least,
        double Tolerance);
}
