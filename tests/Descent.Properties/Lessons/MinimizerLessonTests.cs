using System.Globalization;
using System.Text.Json;
using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class MinimizerLessonTests
{
    [Fact]
    public void Rosenbrocks_valley_has_its_known_Hessian_and_residuals()
    {
        // Moré, Garbow, Hillstrom 1981, (1): f = (10 (y − x²))² + (1 − x)².
        var hessian = Rosenbrock.Objective.HessianAt([1, 1]).ToMatrix();
        Assert.Equal(Matrix.FromRows([802, -400], [-400, 200]), hessian);
        var check = HessianCheck.Of(
            Rosenbrock.Objective, x => Rosenbrock.Objective.HessianAt(x).ToMatrix(), at: [0.7, -0.4]);
        Assert.True(check.IsCorrect);
        Assert.True(GradientCheck.Of(Rosenbrock.AsResiduals, at: [0.7, -0.4]).IsCorrect);

        // √2 twice, and products of a handful of roundings.
        var (valley, residuals) = (
            Rosenbrock.Objective.Evaluate(Rosenbrock.Start),
            Rosenbrock.AsResiduals.Evaluate(Rosenbrock.Start));
        Assert.Equal(valley.Loss, residuals.Loss, 1e-14 * valley.Loss);
        Near.Equal(valley.Gradient, residuals.Gradient, 1e-14 * valley.Gradient.Norm);
    }

    [Fact]
    public void Every_walk_ends_at_the_minimum_and_says_so() => Assert.All(Walker.All, one =>
    {
        Assert.Equal("gradient norm", one.Reason.Metric);
        Assert.True(one.Reason.IsConvergence);
        Assert.Equal(one.Reason.Step, one.Last.Step);
        Assert.InRange(one.Last.Optimality, 0, 1e-10);
        // The least eigenvalue of the Hessian at (1, 1) is 0.3994: ‖x − x*‖ is about ‖∇f‖ over it.
        Assert.InRange((one.Last.Parameters - Vector.Ones(2)).Norm, 0, 1e-10 / 0.39);
        Assert.Equal(Rosenbrock.Start, one.States[0].Parameters);
        Assert.Equal(
            Enumerable.Range(0, one.States.Length).Select(k => (long)k),
            one.States.Select(state => state.Step));
    });

    [Fact]
    public void Memory_of_curvature_saves_a_factor_of_a_hundred_and_more()
    {
        var plain = Walker.All[0];
        Assert.Equal("gradient descent", plain.Name);
        Assert.All(
            Walker.All.Where(one => one.Name is not ("gradient descent" or "steepest descent")),
            one => Assert.InRange(one.Last.Evaluations, 1, plain.Last.Evaluations / 500));
        Assert.Equal(
            "Levenberg-Marquardt", Walker.All.MinBy(one => one.Last.Evaluations)!.Name);
    }

    [Fact]
    public void A_walk_never_goes_up() => Assert.All(Walker.All, one =>
        Assert.All(one.States.Zip(one.States.Skip(1)), pair =>
            Assert.True(pair.Second.Loss <= pair.First.Loss, one.Name)));

    [Fact]
    public void The_measurements_enter_in_the_published_order()
    {
        // Efron, Hastie, Johnstone, Tibshirani 2004, figure 3: variables 3, 9, 4, 7, 2, 10, 5, 8, 6, 1.
        Assert.Equal([3, 9, 4, 7, 2, 10, 5, 8, 6, 1], Diabetes.Entering.Select(feature => feature + 1));
        Assert.Equal(45.160030020462898, Diabetes.Path[0].Strength, 1e-12);
        Assert.Empty(Diabetes.Path[0].Support);
        Assert.All(Diabetes.Path, point => Assert.InRange(point.Certificate.RelativeGap, 0, 1e-9));
    }

    [Fact]
    public void At_the_greatest_strength_the_loss_is_half_the_variance() =>
        Assert.Equal(5929.8848969103828 / 2, Diabetes.Path[0].Certificate.Primal, 1e-9);

    [Theory]
    [InlineData("lasso", 1, 0)]
    [InlineData("ridge", 0, 0.1)]
    public void What_is_proven_is_true(string kind, double lasso, double ridge)
    {
        var least = ReferenceFits.Number(Reference(kind, lasso, ridge), "objective");
        var proofs = Diabetes.Proofs.Where(one => one.Objective.StartsWith(kind, StringComparison.Ordinal));
        Assert.Equal(2, proofs.Count());
        Assert.All(proofs, one =>
        {
            Assert.Equal("relative duality gap", one.Reason.Metric);
            Assert.InRange(one.Certificate.RelativeGap, 0, Diabetes.Proof.Tolerance);
            // The reference has 16 digits.
            Assert.InRange(one.Certificate.Primal - least, -1e-12, one.Certificate.Gap + 1e-12);
        });
    }

    [Fact]
    public void Weights_that_may_not_be_negative_satisfy_the_conditions_of_a_minimum()
    {
        var last = Diabetes.NotNegative.Last;
        Assert.True(Diabetes.NotNegative.Converged);
        Assert.All(last.Parameters.SkipLast(1).Zip(last.Gradient), pair =>
        {
            Assert.True(pair.First >= 0);
            Assert.InRange(pair.Second, -1e-9, pair.First > 0 ? 1e-9 : double.MaxValue);
        });
        Assert.Equal(["bmi", "bp", "s4", "s5", "s6"], Positive(last.Parameters));
    }

    [Fact]
    public void The_page_shows_what_was_computed()
    {
        var page = LessonPages.All.Value["l"];
        Assert.Contains(
            "They enter in this order: bmi, s5, bp, s3, sex, s6, s1, s4, s2, age.",
            page,
            StringComparison.Ordinal);
        Assert.All(Walker.All, one => Assert.Matches(
            string.Create(
                CultureInfo.InvariantCulture,
                $@"{one.Name} +{one.Sees} +{one.Last.Step} +{one.Last.Evaluations} "),
            page));
        Assert.DoesNotContain("-0.0000", page, StringComparison.Ordinal);
        Assert.Equal(4, MinimizerPictures.All.Count());
    }

    [Fact]
    public void The_patients_are_those_of_the_reference_fits()
    {
        var data = LessonData.Diabetes;
        Assert.Equal((442, 10), (data.Count, data.FeatureCount));
        Assert.Equal("age sex bmi bp s1 s2 s3 s4 s5 s6", string.Join(' ', data.FeatureNames));
        Assert.Equal(ReferenceFits.Diabetes.Targets, data.Targets);
        Assert.Equal(ReferenceFits.Diabetes.Features, Standardizer.Fit(data).Transform(data).Features);
    }

    private static IEnumerable<string> Positive(Vector parameters) =>
        parameters.SkipLast(1).Index().Where(weight => weight.Item > 0)
            .Select(weight => Diabetes.Names[weight.Index]);

    private static JsonElement Reference(string kind, double lasso, double ridge) =>
        ReferenceFits.OfDiabetes(kind).Single(fit =>
            ReferenceFits.Number(fit, "lambda1") == lasso && ReferenceFits.Number(fit, "lambda2") == ridge);
}
