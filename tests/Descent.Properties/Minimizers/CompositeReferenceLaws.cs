using System.Globalization;
using System.Text.Json;
using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>All composite minimizers have the reference fits, to the same tolerance and support.</summary>
public sealed class CompositeReferenceLaws
{
    private const string Data = "tests/Descent.Properties/Objectives/data/";

    // With the least eigenvalue 0.0085 of the squared loss, and more on the supports, an optimality of 2e-12
    // leaves coefficients within 3e-10, and the objective within its square; both are rounded by 4e-11.
    [Fact]
    public void The_lassos_and_elastic_nets_of_the_diabetes_data()
    {
        var raw = Table(Data + "diabetes.csv");
        var risk = new EmpiricalRisk(Standardizer.Fit(raw).Transform(raw), Loss.HalfSquared);
        var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(Data + "diabetes_linear.json")));
        var references = document.RootElement.GetProperty("cases").EnumerateArray()
            .Where(fit => fit.GetProperty("kind").GetString() is "lasso" or "elastic-net").ToArray();
        Assert.Equal(8, references.Length);
        foreach (var reference in references)
        {
            var absolute = reference.GetProperty("lambda1").GetDouble();
            var strength = absolute + reference.GetProperty("lambda2").GetDouble();
            var penalty = new ElasticNet(strength, absolute / strength);
            Vector expected =
            [
                .. reference.GetProperty("w").EnumerateArray().Select(w => w.GetDouble()),
                reference.GetProperty("b").GetDouble(),
            ];
            var objective = reference.GetProperty("objective").GetDouble();
            foreach (var fit in Fits(risk, penalty, 3e-12))
            {
                Near.Equal(objective, fit.Loss, 1e-12);
                Assert.All(
                    fit.Parameters.Zip(expected),
                    pair => Assert.InRange(pair.First - pair.Second, -1e-9, 1e-9));
                Assert.Equal(expected.Select(w => w == 0), fit.Parameters.Select(w => w == 0));
            }
        }
    }

    // The ridge part makes f 0.02-strongly convex: an optimality of 3e-12 is a distance of 1.5e-10.
    [Fact]
    public void A_logistic_elastic_net_of_the_breast_cancer_data_is_the_same_for_all()
    {
        var raw = Table("examples/QuickStart/data/breast_cancer.csv");
        var data = Standardizer.Fit(raw).Transform(raw);
        var risk = new EmpiricalRisk(data, Loss.Logistic, new L2(0.02));
        var fits = Fits(risk, new L1(0.01), 3e-12).ToArray();
        Assert.Contains(0, fits[0].Parameters);
        Assert.All(fits, fit =>
        {
            Near.Equal(fits[0].Loss, fit.Loss, 1e-13);
            Assert.True((fits[0].Parameters - fit.Parameters).NormInf <= 1e-9);
            Assert.Equal(fits[0].Parameters.Select(w => w == 0), fit.Parameters.Select(w => w == 0));
        });
    }

    private static IEnumerable<IState> Fits(EmpiricalRisk risk, IProximalPenalty penalty, double tolerance)
    {
        var start = Vector.Zeros(risk.Dimension);
        yield return Last(new Fista(penalty).Minimize(risk, start));
        yield return Last(new Fista(penalty, 1 / risk.CurvatureBound()).Minimize(risk, start));
        yield return Last(new Fista(penalty, null, FistaRestart.Loss).Minimize(risk, start));
        yield return Last(new ProximalSearch(penalty).Minimize(risk, start));
        yield return Last(new Saga(penalty, Seed: 1).Minimize(risk, start));
        yield return Last(new Svrg(penalty, Seed: 1).Minimize(risk, start));

        IState Last<TMemory>(Training<TMemory> run)
        {
            var last = run.Steps(5000).Until(state => state.Converged(tolerance)).Last();
            Assert.True(last.Converged(tolerance), $"{penalty}: {last}");
            return last;
        }
    }

    /// <summary>The columns of a file but the last as features, the last as target.</summary>
    private static Dataset Table(string file)
    {
        var rows = File.ReadLines(Repository.PathOf(file)).Skip(1)
            .Select(line => Array.ConvertAll(
                line.Split(','), x => double.Parse(x, CultureInfo.InvariantCulture)))
            .ToArray();
        return new(Matrix.FromRows(rows.Select(row => row[..^1])), Vector.From(rows.Select(row => row[^1])));
    }
}
