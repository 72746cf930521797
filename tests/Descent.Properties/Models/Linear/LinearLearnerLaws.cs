using Descent.Linq;
using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>What holds for every linear learner that minimizes.</summary>
public sealed class LinearLearnerLaws
{
    public static TheoryData<string> Names => [.. LinearSubject.All.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_converges_and_its_report_reads_well(string name)
    {
        var report = ReportOf(LinearSubject.Of(name));

        Assert.True(report.Converged, report.ToString());
        var lines = report.ToString().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains(" loss", lines[0], StringComparison.Ordinal);
        Assert.Contains(", by ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("stopped at step ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("loss ", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("not converged", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_is_the_model_of_the_state_of_the_training_at_which_it_stopped(string name)
    {
        var subject = LinearSubject.Of(name);
        var fit = subject.Fit(subject.Data);
        var report = (MinimizationReport)fit.Report;
        var state = subject.Training().First(state => state.Step == report.Steps);

        Assert.Equal(fit.Model, subject.ModelOf(state.Parameters));
        Assert.Equal(report.Loss, state.Loss);
        Assert.Equal(report.Optimality, state.Optimality);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fitting_twice_gives_equal_models_and_reports(string name)
    {
        var subject = LinearSubject.Of(name);
        var (first, second) = (subject.Fit(subject.Data), subject.Fit(subject.Data));

        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Report, second.Report);
    }

    // A model that converged is a start that has converged, but for what a polynomial loses on the way to its
    // coefficients and back; a classifier looks at one step before it takes a small gradient for a minimum.
    // The rate of FISTA is not in a model, and a step at another may raise an entry of the gradient above the
    // tolerance, which the next two lower. From there no step leads up, so that the loss is the same to what
    // the rule leaves open, 1e-10 of it.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_from_its_own_model_takes_hardly_a_step(string name)
    {
        var subject = LinearSubject.Of(name);
        var fit = subject.Fit(subject.Data);
        var again = subject.FitFrom(subject.Data, fit.Model);
        var (report, second) = ((MinimizationReport)fit.Report, (MinimizationReport)again.Report);

        Assert.InRange(second.Steps, 0, report.Method.EndsWith("FISTA", StringComparison.Ordinal) ? 3 : 1);
        Assert.True(second.Converged, second.ToString());
        Near.Equal(report.Loss, second.Loss, 2e-10);
    }

    // Both objectives are the same function. A relative gap of 1e-10 is the rule for kinks; by a gradient of
    // 1e-10 the loss is known far better, since it is flat at its minimum.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_of_weight_two_counts_as_the_row_twice(string name)
    {
        var subject = LinearSubject.Of(name);
        var data = subject.Data;
        var weighted = new Dataset(
            data.Features,
            data.Targets,
            Vector.From(Enumerable.Range(0, data.Count).Select(i => i % 3 == 0 ? 2.0 : 1)));
        var repeated = data.Select(Enumerable.Range(0, data.Count)
            .SelectMany(i => Enumerable.Repeat(i, i % 3 == 0 ? 2 : 1)));
        var (first, second) = (subject.Fit(weighted), subject.Fit(repeated));
        var loss = ((MinimizationReport)second.Report).Loss;

        Near.Equal(loss, ((MinimizationReport)first.Report).Loss, 2e-10);

        // A squared loss is above its minimum by at least half the mean square of what predictions are off,
        // a Huber loss of errors that stay on one side of δ, too: each is off by √(2 · 1e-10 · loss), and all
        // rows together by √N times as much.
        if (subject.Risk is EmpiricalRisk { Loss: var of } && of == Loss.HalfSquared)
        {
            var off = first.Model.Predict(data.Features) - second.Model.Predict(data.Features);
            Assert.InRange(off.Norm, 0, 2 * Math.Sqrt(2e-10 * loss * repeated.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_of_weight_zero_counts_for_nothing(string name)
    {
        var subject = LinearSubject.Of(name);
        var data = subject.Data;
        var kept = Enumerable.Range(0, data.Count).Where(i => i % 5 != 0);
        var weighted = new Dataset(
            data.Features,
            data.Targets,
            Vector.From(Enumerable.Range(0, data.Count).Select(i => i % 5 == 0 ? 0.0 : 1)));
        var (all, some) = (subject.Fit(weighted), subject.Fit(data.Select(kept)));

        Near.Equal(
            ((MinimizationReport)some.Report).Loss, ((MinimizationReport)all.Report).Loss, 2e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sparse_rows_give_the_model_that_dense_rows_give(string name)
    {
        var subject = LinearSubject.Of(name);
        var sparse = subject.Data.WithFeatures(subject.Data.Features.ToSparse());
        var (first, second) = (subject.Fit(subject.Data), subject.Fit(sparse));

        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Report, second.Report);
        Assert.Equal(
            first.Model.Predict(subject.Data.Features), first.Model.Predict(sparse.Features));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_prediction_of_a_row_is_the_same_alone(string name)
    {
        var subject = LinearSubject.Of(name);
        var model = subject.Fit(subject.Data).Model;
        var all = model.Predict(subject.Data.Features);
        for (var i = 0; i < subject.Data.Count; i += 17)
            Assert.Equal(all[i], model.Predict(Vector.Create(subject.Data.Features.Row(i))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_start_is_the_model_of_zeros(string name)
    {
        var subject = LinearSubject.Of(name);
        var start = subject.Training().First();

        Assert.Equal(0, start.Step);
        Assert.Equal(Vector.Zeros(subject.Risk.Dimension), start.Parameters);
        Assert.Throws<ArgumentException>(
            () => subject.ModelOf(Vector.Zeros(subject.Risk.Dimension + 1)));
    }

    [Fact]
    public void A_rule_of_ones_own_is_where_a_fit_stops()
    {
        var data = ReferenceFits.BreastCancer;
        var learner = new LogisticRegression(new Ridge(0.01)) { Stop = StopRule.Steps(3) };
        var fit = learner.Fit(data);

        var last = learner.Training(data).Solve(learner.Stop).Last;

        Assert.Equal(fit.Model, learner.ModelOf(data, last.Parameters));
        Assert.False(fit.Report.Converged);
        Assert.Equal(3, ((MinimizationReport)fit.Report).Steps);
        Assert.Contains("not converged", fit.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_risk_can_be_trained_by_any_rule()
    {
        var data = ReferenceFits.BreastCancer;
        var learner = new LogisticRegression(new Ridge(0.1));
        var fit = learner.Fit(data);
        var last = new Adam(0.01).Minimize(learner.Risk(data), Vector.Zeros(31))
            .Until(state => state.Converged(1e-8)).Take(5000).Last();

        // The penalty makes the least curvature of a weight 0.1, so that they are within 1e-8 / 0.1.
        Assert.True(last.Converged(1e-8), last.ToString());
        var off = learner.ModelOf(data, last.Parameters).Weights - fit.Model.Weights;
        Assert.InRange(off.Norm, 0, 2e-7);
    }

    [Fact]
    public void A_start_near_the_answer_saves_steps()
    {
        var data = ReferenceFits.BreastCancer;
        var near = LogisticRegression.Fit(data, new Ridge(0.011));
        var learner = new LogisticRegression(new Ridge(0.01));

        Assert.True(StepsOf(learner.Fit(data, start: near.Model)) < StepsOf(learner.Fit(data)));
        Assert.Equal(
            near.Model.Parameters, learner.Training(data, start: near.Model).First().Parameters);
    }

    [Fact]
    public void A_penalty_without_gradient_and_proximal_map_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new LinearRegression(new Bare()));

        Assert.Equal("Penalty", refusal.ParamName);
        Assert.Throws<ArgumentException>(() => new SoftmaxRegression() with { Penalty = new Bare() });
    }

    // The same functions in another unit have the same minimum, and 1e-10 of what the slopes could be at 0,
    // entry by entry, leaves 1e-10 / 0.008 of the weights, 0.008 being the least eigenvalue of the
    // correlations.
    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e-3)]
    [InlineData(1e3)]
    [InlineData(1e8)]
    public void Bounded_weights_are_found_whatever_the_unit_of_the_features(double unit)
    {
        var data = ReferenceFits.Diabetes;
        var other = data.WithFeatures(
            Matrix.From(data.Count, data.FeatureCount, (i, j) => unit * data.Features[i, j]));
        var learner = new LinearRegression(new NonNegative());
        var (expected, fit) = (learner.Fit(data).Model, learner.Fit(other));

        Assert.True(fit.Report.Converged, fit.Report.ToString());
        Assert.InRange(
            ((unit * fit.Model.Weights) - expected.Weights).NormInf, 0, 2e-8 * expected.Weights.NormInf);
    }

    // FISTA finds no minimum soon where one feature is counted in another unit, and must
    // not say that it did: a norm over all entries of the gradient would not see that feature.
    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-4)]
    [InlineData(1e4)]
    public void A_feature_in_another_unit_is_not_overlooked(double unit)
    {
        var data = ReferenceFits.Diabetes;
        var other = data.WithFeatures(
            Matrix.From(data.Count, 10, (i, j) => data.Features[i, j] * (j == 2 ? unit : 1)));
        Vector factors = [.. Enumerable.Range(0, 10).Select(j => j == 2 ? unit : 1)];
        var expected = LossOf(new HuberRegression(50, new L1(0.1)).Fit(data));
        var fit = new HuberRegression(50, new L1(0.1) { Factors = factors }).Fit(other);

        Assert.True(!fit.Report.Converged || LossOf(fit) <= expected * (1 + 1e-9), fit.Report.ToString());

        static double LossOf(IFit<LinearModel> fit) => ((MinimizationReport)fit.Report).Loss;
    }

    [Fact]
    public void A_row_of_weight_zero_does_not_keep_a_minimum_from_being_one()
    {
        var features = Matrix.FromRows([0.0], [1.0], [2.0], [3.0], [1e100]);
        var far = new Dataset(features, [0, 1, 0, 1, 1], [1, 1, 1, 1, 0]);
        foreach (var learner in new ILearner[] { new LogisticRegression(), new SoftmaxRegression() })
        {
            var fit = learner.Fit(far);
            Assert.True(fit.Report.Converged, fit.Report.ToString());
            Assert.Equal(StepsOf(learner.Fit(far.Select([0, 1, 2, 3]))), StepsOf(fit));
        }
    }

    private static MinimizationReport ReportOf(LinearSubject subject) =>
        (MinimizationReport)subject.Fit(subject.Data).Report;

    private static long StepsOf(IFit<IModel> fit) => ((MinimizationReport)fit.Report).Steps;

    private sealed class Bare : IPenalty
    {
        public double Value(Vector weights) => 0;
    }
}
