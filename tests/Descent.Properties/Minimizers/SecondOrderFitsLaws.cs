using System.Globalization;
using System.Text.Json;
using Descent.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Descent.Properties;

/// <summary>Fits by second derivatives, compared with values certified or computed in many digits.</summary>
public sealed class SecondOrderFitsLaws(ITestOutputHelper output)
{
    private const string Nist = "nist-nonlinear/cases.json";
    private const string Data = "tests/Descent.Properties/Objectives/data/";

    // Objectives to 1e-12 of them, coefficients to 1e-9 of the greatest: the standardized features are off by
    // rounding, 1e-14, and the least eigenvalue of any of these Hessians is 1e-3.
    [Fact]
    public void Logistic_ridge_and_softmax_fits_are_the_references()
    {
        foreach (var (risk, expected, loss) in References())
        {
            foreach (var run in SecondOrderLaws.Runs(risk, Vector.Zeros(risk.Dimension)))
            {
                var last = run[^1];
                Assert.True(last.Stall != Stall.None, $"{risk} {last} {run[^2]}");
                Near.Equal(loss, last.Loss, 1e-12);
                var off = (Determined(risk, last.Parameters) - expected).NormInf;
                Assert.InRange(off, 0, 1e-9 * expected.NormInf);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{risk}: {last.Step} steps, ‖g‖ {last.Optimality:G2}, {last.Stall}"));
            }
        }
    }

    [ReferenceFact(Nist)]
    public void Levenberg_Marquardt_has_nine_certified_digits_of_the_NIST_cases_from_both_starts()
    {
        foreach (var test in Read(Repository.SharedReference(Nist)).GetProperty("cases").EnumerateArray())
        {
            var name = test.GetProperty("name").GetString()!;
            var file = "nist-nonlinear/" + test.GetProperty("csv").GetString();
            var table = Table(Repository.SharedReference(file));
            var exact = test.GetProperty("recomputed_30_digits").GetProperty("b").EnumerateArray()
                .Select(b => double.Parse(b.GetString()!, CultureInfo.InvariantCulture)).ToArray();
            foreach (var start in new[] { "start1", "start2" })
            {
                Vector from = [.. Numbers(test.GetProperty(start), "b")];
                var last = new LevenbergMarquardt().Minimize(Curve(name, table), from).Take(1000).Last();
                var digits = last.Parameters
                    .Zip(exact, (a, b) => -Math.Log10(Math.Abs(a - b) / Math.Abs(b))).Min();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}, {start}: {digits:F1} digits in {last.Evaluations} evaluations, {last.Stall}"));
                Assert.True(digits >= 9, $"{name} {start}: {digits:R} digits");
                Assert.Equal(Stall.NoLowerLoss, last.Stall);
            }
        }
    }

    /// <summary>The parameters of a softmax with biases that add up to 0: only differences count.</summary>
    private static Vector Determined(Risk risk, Vector parameters)
    {
        if (risk is not SoftmaxRisk { Classes: var classes })
            return parameters;
        var length = parameters.Count / classes;
        var mean = Enumerable.Range(1, classes).Average(k => parameters[(k * length) - 1]);
        return Vector.From(parameters.Select((p, j) => (j + 1) % length == 0 ? p - mean : p));
    }

    private static IResidualObjective Curve(string name, double[][] table)
    {
        Func<Vector, double, (double Value, double[] Slopes)> model = name switch
        {
            "Misra1a" => Misra,
            "Chwirut2" => Chwirut,
            "Rat43" => Ratkowsky,
            _ => throw new NotSupportedException(name),
        };
        var n = model(Vector.Ones(4), 1).Slopes.Length;
        return Residuals.From(
            n,
            table.Length,
            b => Vector.From(table.Select(row => model(b, row[1]).Value - row[0])),
            b => Matrix.FromRows(table.Select(row => model(b, row[1]).Slopes)));
    }

    private static (double Value, double[] Slopes) Misra(Vector b, double x)
    {
        var decay = Math.Exp(-b[1] * x);
        return (b[0] * (1 - decay), [1 - decay, b[0] * x * decay]);
    }

    private static (double Value, double[] Slopes) Chwirut(Vector b, double x)
    {
        var divisor = b[1] + (b[2] * x);
        var value = Math.Exp(-b[0] * x) / divisor;
        return (value, [-x * value, -value / divisor, -x * value / divisor]);
    }

    private static (double Value, double[] Slopes) Ratkowsky(Vector b, double x)
    {
        var growth = Math.Exp(b[1] - (b[2] * x));
        var power = Math.Pow(1 + growth, -1 / b[3]);
        var inner = -b[0] * power / b[3] * growth / (1 + growth);
        return (
            b[0] * power,
            [power, inner, -x * inner, b[0] * power * Math.Log(1 + growth) / (b[3] * b[3])]);
    }

    private static IEnumerable<(Risk Risk, Vector Expected, double Loss)> References()
    {
        var cancer = Scaled("examples/QuickStart/data/breast_cancer.csv");
        foreach (var fit in Cases("breast_cancer_logistic.json"))
        {
            var risk = new EmpiricalRisk(cancer, Loss.Logistic, new L2(Number(fit, "lambda")));
            yield return (risk, [.. Numbers(fit, "w"), Number(fit, "b")], Number(fit, "objective"));
        }

        var diabetes = Scaled(Data + "diabetes.csv");
        foreach (var fit in Cases("diabetes_linear.json")
            .Where(fit => fit.GetProperty("kind").GetString() is "ols" or "ridge"))
        {
            var risk = new EmpiricalRisk(diabetes, Loss.HalfSquared, new L2(Number(fit, "lambda2")));
            yield return (risk, [.. Numbers(fit, "w"), Number(fit, "b")], Number(fit, "objective"));
        }

        var iris = Scaled(Data + "iris.csv");
        foreach (var fit in Cases("iris_softmax.json"))
        {
            Vector expected = [.. fit.GetProperty("W").EnumerateArray().Zip(
                Numbers(fit, "b"),
                (row, b) => row.EnumerateArray().Select(w => w.GetDouble()).Append(b))
                .SelectMany(row => row)];
            var risk = new SoftmaxRisk(iris, 3, new L2(Number(fit, "lambda")));
            yield return (risk, expected, Number(fit, "objective"));
        }
    }

    private static Dataset Scaled(string file)
    {
        var table = Table(Repository.PathOf(file));
        var raw = new Dataset(
            Matrix.FromRows(table.Select(row => row[..^1])), Vector.From(table.Select(row => row[^1])));
        return Standardizer.Fit(raw).Transform(raw);
    }

    private static JsonElement[] Cases(string file) =>
        [.. Read(Repository.PathOf(Data + file)).GetProperty("cases").EnumerateArray()];

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    private static double[][] Table(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line =>
            line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()),
    ];

    private static JsonElement Read(string path) =>
        JsonDocument.Parse(File.ReadAllText(path)).RootElement;
}
