using System.Text.Json;
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

    [Theory, MemberData(nameof(Pairs))]
    public void A_nearer_point_has_a_lesser_gap(string name)
    {
        var fit = Fits().Single(one => one.Name == name);
        var gaps = new[] { 1.0, 0.1, 0.01, 1e-3 }.Select(size =>
            DualityGap.At(fit.Risk, fit.Best + (size * Vector.Ones(fit.Best.Count)), fit.Penalty).Gap);
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.Second < pair.First));
    }

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
        string name, JsonElement fit, EmpiricalRisk risk, IProximalPenalty? penalty, double factor = 1) => new(
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
