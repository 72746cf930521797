using System.Text.Json;
using Descent.Models;
using Xunit;
using Xunit.Abstractions;

namespace Descent.Properties;

/// <summary>What the learners fit, compared with values computed in many digits.</summary>
public sealed class LinearReferenceLaws(ITestOutputHelper output)
{
    // Objectives to 1e-12 of them, coefficients to 1e-9 of the greatest: the standardized features are off
    // by rounding, 1e-14, and the least eigenvalue of any of these Hessians is 1e-3. Where a kink ends a
    // support, the weights that are not 0 solve a linear system, which the last step solves exactly.
    [Fact]
    public void Linear_regression_has_the_reference_fits_and_their_supports()
    {
        var fits = ReferenceFits.OfDiabetes("ols", "ridge", "lasso", "elastic-net").ToArray();
        Assert.Equal(["elastic-net", "lasso", "ols", "ridge"],
            fits.Select(fit => fit.GetProperty("kind").GetString()).Distinct().Order());
        foreach (var reference in fits)
        {
            var fit = new LinearRegression(PenaltyOf(reference)).Fit(ReferenceFits.Diabetes);
            var expected = ReferenceFits.ParametersOf(reference);
            AssertReference(reference, fit.Report, expected, fit.Model.Parameters);
            Assert.Equal(
                expected.Select(w => w is 0), fit.Model.Parameters.Select(w => w is 0));
        }
    }

    [Fact]
    public void Logistic_regression_has_the_reference_fits()
    {
        foreach (var reference in ReferenceFits.OfBreastCancer())
        {
            var penalty = new Ridge(ReferenceFits.Number(reference, "lambda"));
            var fit = LogisticRegression.Fit(ReferenceFits.BreastCancer, penalty);
            AssertReference(
                reference, fit.Report, ReferenceFits.ParametersOf(reference), fit.Model.Parameters);
        }
    }

    // The biases of a softmax count by their differences alone: the reference has those that sum to 0.
    [Fact]
    public void Softmax_regression_has_the_reference_fits()
    {
        foreach (var reference in ReferenceFits.OfIrises())
        {
            var penalty = new Ridge(ReferenceFits.Number(reference, "lambda"));
            var fit = SoftmaxRegression.Fit(ReferenceFits.Irises, penalty);
            var biases = fit.Model.Biases.Map(b => b - fit.Model.Biases.Average());
            Vector expected = [.. Rows(reference, "W").SelectMany(row => row), .. Numbers(reference, "b")];
            Vector actual =
                [.. Enumerable.Range(0, 3).SelectMany(k => fit.Model.Weights.Row(k).ToArray()), .. biases];
            AssertReference(reference, fit.Report, expected, actual);

            var classes = fit.Model.Predict(ReferenceFits.Irises.Features);
            Assert.Equal(
                reference.GetProperty("training_correct").GetInt32(),
                classes.Zip(ReferenceFits.Irises.Targets).Count(pair => pair.First == pair.Second));
        }
    }

    private void AssertReference(JsonElement reference, FitReport report, Vector expected, Vector actual)
    {
        output.WriteLine($"{report}\n");
        Assert.True(report.Converged, report.ToString());
        Near.Equal(
            ReferenceFits.Number(reference, "objective"), ((MinimizationReport)report).Loss, 1e-12);
        Assert.InRange((actual - expected).NormInf, 0, 1e-9 * expected.NormInf);
    }

    private static IPenalty? PenaltyOf(JsonElement fit)
    {
        var (absolute, square) =
            (ReferenceFits.Number(fit, "lambda1"), ReferenceFits.Number(fit, "lambda2"));
        return fit.GetProperty("kind").GetString() switch
        {
            "ols" => null,
            "ridge" => new Ridge(square),
            "lasso" => new Lasso(absolute),
            _ => new ElasticNet(absolute + square, absolute / (absolute + square)),
        };
    }

    private static IEnumerable<double[]> Rows(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray()
            .Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray());

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];
}
