using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)], MaxTest = 100)]
public sealed class LinearSvmLaws
{
    private static readonly Dataset Irises = ReferenceFits.TwoIrises;

    [Fact]
    public void A_fitted_machine_takes_three_lines()
    {
        var fit = LinearSvm.Fit(Irises, new Ridge(0.01));
        Assert.StartsWith(
            "SquaredHinge loss + Ridge(0.01) on 100 samples of 4 features, by Newton's method\n",
            $"{fit.Report}", StringComparison.Ordinal);
        Assert.Equal(1, fit.Model.Predict(Vector.Create(Irises.Features.Row(99))));
    }

    // As the reference states them: coefficients to 1e-12 times the condition, which is below 100.
    [Theory]
    [InlineData("squared_hinge")]
    [InlineData("hinge")]
    public void The_reference_fits_are_found_to_their_digits(string name)
    {
        var fits = ReferenceFits.OfTwoIrises(name).ToArray();
        Assert.Equal(3, fits.Length);
        foreach (var reference in fits)
        {
            var loss = name == "hinge" ? Loss.Hinge : Loss.SquaredHinge;
            var fit = new LinearSvm(new Ridge(ReferenceFits.Number(reference, "lambda"))) { Loss = loss }
                .Fit(Irises);
            var report = (MinimizationReport)fit.Report;
            Assert.True(report.Converged, report.ToString());
            Near.Equal(ReferenceFits.Number(reference, "objective"), report.Loss, 1e-14);
            Assert.InRange(report.Certificate!.RelativeGap, 0, 5e-12);
            Assert.InRange((fit.Model.Parameters - ReferenceFits.ParametersOf(reference)).NormInf, 0, 1e-12);
            var right = fit.Model.Predict(Irises.Features).Zip(Irises.Targets, (p, y) => p == y ? 1 : 0);
            Assert.Equal(ReferenceFits.Number(reference, "training_correct"), right.Sum());
            var inside = fit.Model.SupportVectors(Irises).Length;
            Assert.Equal(
                ReferenceFits.Number(reference, "rows_with_positive_loss")
                + (name == "hinge" ? reference.GetProperty("rows_on_the_margin").GetArrayLength() : 0),
                inside);
        }
    }

    // Rounding of the smaller system may differ, coefficients of size 2 by a few ε of its condition.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Support_vectors_alone_give_the_same_machine(bool hinge)
    {
        var learner = new LinearSvm(new Ridge(0.05)) { Loss = hinge ? Loss.Hinge : Loss.SquaredHinge };
        var whole = learner.Fit(Irises).Model;
        var held = Irises.Select(whole.SupportVectors(Irises));

        // The mean is over fewer rows: λ N stays.
        var other = (learner with { Penalty = new Ridge(0.05 * 100 / held.Count) }).Fit(held).Model;
        Assert.True(held.Count < 60);
        Assert.InRange((whole.Parameters - other.Parameters).NormInf, 0, 1e-12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_weight_of_2_is_a_row_twice_and_the_classes_may_change_their_names(bool hinge)
    {
        var learner = new LinearSvm(new Ridge(0.02)) { Loss = hinge ? Loss.Hinge : Loss.SquaredHinge };
        var weights = Vector.From(Enumerable.Range(0, 100).Select(i => (double)(i % 3)));
        var weighted = learner.Fit(new Dataset(Irises.Features, Irises.Targets, weights)).Model;
        var repeated = learner.Fit(Irises.Select(
            Enumerable.Range(0, 100).SelectMany(i => Enumerable.Repeat(i, i % 3)))).Model;
        Assert.InRange((weighted.Parameters - repeated.Parameters).NormInf, 0, 1e-11);

        var swapped = learner.Fit(
            new Dataset(Irises.Features, Irises.Targets.Map(y => 1 - y), weights)).Model;
        Assert.InRange((weighted.Parameters + swapped.Parameters).NormInf, 0, 1e-11);
    }

    [Property]
    public void The_hinge_reaches_a_minimum_on_any_data(Classification one)
    {
        var fit = new LinearSvm(new Ridge(0.1)) { Loss = Loss.Hinge }.Fit(one.Data);
        var report = (MinimizationReport)fit.Report;
        Assert.True(report.Converged, report.ToString());

        // No point is below what the certificate proves.
        var risk = new EmpiricalRisk(one.Data, Loss.Hinge, new L2(0.1));
        Assert.True(risk.Evaluate(one.Parameters).Loss >= report.Certificate!.Dual);
        Assert.Equal(report.Loss, risk.Evaluate(fit.Model.Parameters).Loss);
    }

    [Property]
    public void The_score_the_margins_and_the_prediction_are_one_story(Classification one)
    {
        var model = new LinearClassifier(one.Parameters[..^1], one.Parameters[^1]);
        var (rows, norm) = (one.Data.Features, model.Weights.Norm);
        for (var i = 0; i < one.Data.Count; i++)
        {
            var (row, y) = (Vector.Create(rows.Row(i)), one.Data.Targets[i]);
            var score = model.Score(row);
            Assert.Equal(score, model.Scores(rows)[i]);
            Assert.Equal([0, score], model.Discriminants(row));
            Assert.Equal(score > 0 ? 1 : 0, model.Predict(row));
            Assert.Equal(y == 1 ? score : -score, model.Margin(row, y));
            if (norm > 0)
                Assert.Equal(model.Margin(row, y) / norm, model.GeometricMargin(row, y));
        }
    }

    [Fact]
    public void Without_weights_there_is_no_distance()
    {
        var level = new LinearClassifier([0, 0], 0);
        Assert.Equal(0, level.GeometricMargin([1, 2], 1));
        var above = level with { Bias = 2 };
        Assert.Equal(double.PositiveInfinity, above.GeometricMargin([1, 2], 1));
        Assert.Equal(double.NegativeInfinity, above.GeometricMargin([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => above.Margin([1, 2], -1));
    }

    // Two points: the widest street between them. w·x + b = ±1 on them, for a penalty weak enough.
    [Fact]
    public void Two_points_are_divided_half_way()
    {
        var data = new Dataset(Matrix.FromRows([0.0, 0.0], [3.0, 4.0]), [0, 1]);
        var model = new LinearSvm(new Ridge(0.01)) { Loss = Loss.Hinge }.Fit(data).Model;
        Near.Equal([0.24, 0.32], model.Weights, 1e-14);
        Near.Equal(-1, model.Bias, 1e-14);
        Near.Equal(2.5, model.GeometricMargin([3, 4], 1), 1e-14);
    }

    [Fact]
    public void A_start_saves_steps_and_a_rule_of_one_s_own_is_obeyed()
    {
        var cancer = ReferenceFits.BreastCancer;
        var learner = new LinearSvm(new Ridge(0.01));
        var fit = learner.Fit(cancer);
        var again = learner.Fit(cancer, fit.Model);
        Assert.True(((MinimizationReport)again.Report).Steps < ((MinimizationReport)fit.Report).Steps);
        Assert.Equal(2, ((MinimizationReport)(learner with { Stop = StopRule.Steps(2) }).Fit(cancer).Report)
            .Steps);

        var hinge = learner with { Loss = Loss.Hinge };
        var other = hinge.Fit(cancer, fit.Model);
        Assert.True(other.Report.Converged, other.Report.ToString());
        Near.Equal(
            ((MinimizationReport)hinge.Fit(cancer).Report).Loss, ((MinimizationReport)other.Report).Loss,
            1e-13);
        Assert.False((hinge with { Stop = StopRule.Steps(2) }).Fit(cancer).Report.Converged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fit_is_its_training_drawn_to_the_end(bool hinge)
    {
        var learner = new LinearSvm(new Ridge(0.1)) { Loss = hinge ? Loss.Hinge : Loss.SquaredHinge };
        var fit = learner.Fit(Irises);
        var steps = ((MinimizationReport)fit.Report).Steps;
        var state = learner.Training(Irises).ElementAt((int)steps);
        Assert.Equal(fit.Model, learner.ModelOf(Irises, state.Parameters));
        Assert.Equal(0, (learner with { Bias = false }).Fit(Irises).Model.Bias);
    }

    [Fact]
    public void A_lasso_makes_the_squared_hinge_choose_features()
    {
        var fit = new LinearSvm(new Lasso(0.1)).Fit(Irises);
        Assert.True(fit.Report.Converged, fit.Report.ToString());
        Assert.Contains(0.0, fit.Model.Weights.AsEnumerable());
        Assert.True(fit.Model.Weights.NormInf > 0);
    }

    [Fact]
    public void What_a_machine_cannot_do_is_refused_at_the_call()
    {
        Assert.Throws<ArgumentException>("Loss", () => new LinearSvm { Loss = Loss.Logistic });
        var hinge = new LinearSvm { Loss = Loss.Hinge };
        Assert.Contains("give every weight a penalty", Refusal(hinge), StringComparison.Ordinal);
        Assert.Contains(
            "the hinge takes Ridge",
            Refusal(hinge with { Penalty = new Lasso(1) }),
            StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(
            () => new LinearSvm().Fit(new Dataset(Irises.Features, 2 * Irises.Targets)));

        string Refusal(LinearSvm learner)
        {
            var atFit = Assert.ThrowsAny<ArgumentException>(() => learner.Fit(Irises)).Message;
            Assert.Equal(
                atFit, Assert.ThrowsAny<ArgumentException>(() => { learner.Training(Irises); }).Message);
            return atFit;
        }
    }
}
