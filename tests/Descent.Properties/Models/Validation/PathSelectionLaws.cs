using Descent.Linq;
using Descent.Models;
using Xunit;

namespace Descent.Properties;

public sealed class PathSelectionLaws
{
    private static readonly Dataset Diabetes = ReferenceFits.Diabetes.Select(Enumerable.Range(0, 150));
    private static readonly Dataset Cancer = ReferenceFits.BreastCancer.Select(Enumerable.Range(0, 120));

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void The_models_of_all_rows_are_those_of_the_path(double ratio)
    {
        var chosen = PathSelection.Linear(Diabetes, ratio, folds: 3, count: 8);
        var risk = new EmpiricalRisk(Diabetes, Loss.HalfSquared);
        var path = RegularizationPath.Of(risk, ratio, count: 8, share: 1e-4).ToArray();
        Assert.Equal(path.Select(point => point.Strength), chosen.Strengths);
        foreach (var (alone, point) in path.Zip(chosen.Points))
        {
            // Both are within their gaps of the one minimum.
            var penalty = new ElasticNet(point.Strength, ratio);
            var loss = risk.Evaluate(point.Model.Parameters).Loss + penalty.Value(point.Model.Weights);
            Assert.InRange(point.Certificate.RelativeGap, 0, 1e-9);
            Assert.InRange(loss - alone.State.Loss, -alone.Certificate.Gap, point.Certificate.Gap);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Errors_are_those_of_separate_fits_at_each_strength(double ratio)
    {
        var folds = Diabetes.KFold(3, 7);
        Vector strengths = [30, 3, 0.3];
        var chosen = PathSelection.Linear(folds, ratio, strengths: strengths, tolerance: 1e-11);
        Assert.Equal(strengths, chosen.Strengths);
        foreach (var point in chosen.Points)
        {
            foreach (var (k, (train, test)) in folds.Index())
            {
                var risk = new EmpiricalRisk(train, Loss.HalfSquared);
                var penalty = new ElasticNet(point.Strength, ratio);
                var cold = new CoordinateDescent(penalty).Minimize(risk, Vector.Zeros(risk.Dimension))
                    .Until(state => state.Memory.RelativeGap <= 1e-11).Last();

                // The objective is λ(1 − α)-convex in w: ‖Δw‖ ≤ 2 √(2 gap / λ(1 − α)), from both ends, and
                // the bias follows: a prediction moves by ‖x − x̄‖ ‖Δw‖, and here ‖x − x̄‖ < 20. A root mean
                // square moves by no more than the greatest move.
                var gap = 1e-11 * cold.Loss;
                var move = 20 * 2 * Math.Sqrt(2 * gap / (point.Strength * (1 - ratio)));
                var model = new LinearModel(cold.Parameters[..^1], cold.Parameters[^1]);
                var error = Math.Sqrt(ByHand.MeanSquaredError.Of(test, model));
                Assert.InRange(Math.Sqrt(point.Summary.Values[k]), error - move, error + move);
                Assert.InRange(move, 0, 0.05 * error);
            }
        }
    }

    [Fact]
    public void Ridge_is_the_closed_form_at_each_strength()
    {
        var chosen = PathSelection.Linear(Diabetes, 0, folds: 3, count: 5, tolerance: 1e-13);
        foreach (var point in chosen.Points)
        {
            // λ-convex, as above, with the gap that is certified.
            var exact = NormalEquations.Ridge(Diabetes, point.Strength)[..^1];
            var bound = Math.Sqrt(2 * Math.Max(point.Certificate.Gap, 1e-13) / point.Strength);
            Assert.InRange((point.Model.Weights - exact).Norm, 0, bound + (1e-12 * exact.Norm));
        }
    }

    [Fact]
    public void Logistic_paths_are_scored_by_the_mean_loss_on_stratified_folds()
    {
        var chosen = PathSelection.Logistic(Cancer, folds: 3, seed: 7, count: 6);
        var greatest = PenaltyStrengths.Greatest(new EmpiricalRisk(Cancer, Loss.Logistic));
        Assert.Equal(greatest, chosen.Points[0].Strength);
        Assert.Equal(Vector.Zeros(Cancer.FeatureCount), chosen.Points[0].Model.Weights);

        // The same path, so the same parameters; the losses' sums differ by rounding alone: 40 terms, each
        // to a few ε of 1, and a mean above 1e-2.
        var folds = Cancer.StratifiedKFold(3, 7);
        foreach (var (k, (train, test)) in folds.Index())
        {
            var risk = new EmpiricalRisk(train, Loss.Logistic);
            var last = RegularizationPath.Through(risk, chosen.Strengths).Last();
            var expected = new EmpiricalRisk(test, Loss.Logistic).Evaluate(last.Parameters).Loss;
            Near.Equal(expected, chosen.Points[^1].Summary.Values[k], 1e-12);
        }
    }

    [Fact]
    public void The_best_has_the_least_mean_and_one_standard_error_the_greatest_strength_near_it()
    {
        var chosen = PathSelection.Linear(Diabetes, folds: 5, seed: 3, count: 20);
        var means = chosen.Points.Select(point => point.Mean).ToArray();
        Assert.Equal(means.Min(), chosen.Best.Mean);
        Assert.Equal(chosen.Strengths.OrderDescending(), chosen.Strengths);
        var limit = chosen.Best.Mean + chosen.Best.Summary.StandardError;
        Assert.Equal(chosen.Points.First(point => point.Mean <= limit), chosen.OneStandardError);
        Assert.True(chosen.OneStandardError.Strength > chosen.Best.Strength);

        var same = PathSelection.Linear(Diabetes, folds: 5, seed: 3, count: 20);
        Assert.Equal(chosen.Points.AsEnumerable(), same.Points);
        var length = new Metric("length", true, (_, model) => ((LinearModel)model).Weights.Norm1);
        var other = PathSelection.Linear(Diabetes, folds: 5, seed: 3, count: 20, metric: length);
        Assert.Equal(20, other.Points.Length);
        Assert.Same(other.Points[^1], other.Best);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_selection_that_is_a_learner_is_a_selection_in_each_training_part(bool oneStandardError)
    {
        var learner = PathSelection.LinearLearner(
            folds: 4, seed: 5, count: 12, oneStandardError: oneStandardError);
        var outer = Diabetes.KFold(3, 2);
        var nested = CrossValidation.Of(outer, learner, ByHand.MeanSquaredError);
        foreach (var (k, fold) in outer.Index())
        {
            var inner = PathSelection.Linear(fold.Train, folds: 4, seed: 5, count: 12);
            var chosen = oneStandardError ? inner.OneStandardError : inner.Best;
            Assert.Equal(chosen.Model, nested.Folds[k].Fit.Model);
            Assert.Equal($"path selection, λ chosen: {chosen}", nested.Folds[k].Fit.Report.ToString());
            Assert.True(nested.Folds[k].Fit.Report.Converged);
        }
    }

    [Fact]
    public void A_selection_of_logistic_models_is_a_learner_of_classifiers()
    {
        var learner = PathSelection.LogisticLearner(folds: 3, count: 5);
        var validation = CrossValidation.Of(Cancer, learner, folds: 3);
        Assert.Equal("accuracy", validation.Metric.Name);
        var alone = PathSelection.Logistic(Cancer.StratifiedKFold(3, 0)[1].Train, folds: 3, count: 5);
        Assert.Equal(alone.Best.Model, validation.Folds[1].Fit.Model);
    }

    [Fact]
    public void Strengths_of_ones_own_are_taken_falling_and_a_text_tells_what_was_chosen()
    {
        var data = SpyLearner.Numbered(8);
        var chosen = PathSelection.Linear(
            data.KFold(2), strengths: [1, 100, 10], metric: new("m", true, (_, _) => 2));
        Assert.Equal([100, 10, 1], chosen.Strengths);
        CommaHabits.Print(
            "m along 3 strengths\nbest: λ 100: 2 ± 0\nwithin one standard error: λ 100: 2 ± 0", chosen);
    }

    [Fact]
    public void Where_no_weight_would_move_there_is_one_strength_of_0()
    {
        var data = new Dataset(Matrix.FromRows([1], [2], [3], [4]), [5, 5, 5, 5]);
        var chosen = PathSelection.Linear(data, folds: 2);
        Assert.Equal([0], chosen.Strengths);
        Assert.Equal(5, chosen.Best.Model.Predict([7]), 1e-14);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        var folds = SpyLearner.Numbered(8).KFold(2);
        string? Name(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;
        Assert.Equal("l1Ratio", Name(() => PathSelection.Linear(folds, 1.5)));
        Assert.Equal("count", Name(() => PathSelection.Linear(folds, count: 0)));
        Assert.Equal("tolerance", Name(() => PathSelection.Linear(folds, tolerance: double.NaN)));
        Assert.Equal("strengths", Name(() => PathSelection.Linear(folds, strengths: Vector.Zeros(0))));
        Assert.Equal("strengths[1]", Name(() => PathSelection.Linear(folds, strengths: [1, -1])));
        Assert.ThrowsAny<ArgumentException>(() => PathSelection.Logistic(folds));
    }
}
