using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class CrossValidationLaws
{
    [Property]
    public void Scores_are_those_of_a_loop_by_hand(long seed)
    {
        var data = ToyData.NoisyLine(23, seed: seed);
        var expected = data.KFold(4, new Seed(seed)).Select(fold =>
        {
            var mean = fold.Train.Targets.Sum() / fold.Train.Count;
            return fold.Test.Targets.Map(y => (mean - y) * (mean - y)).Sum() / fold.Test.Count;
        });
        var result = CrossValidation.Of(
            data, new MeanLearner(), folds: 4, seed: new Seed(seed), metric: ByHand.MeanSquaredError);
        Bits.Equal(Vector.From(expected), result.Scores);
        Assert.Equal(result.Scores, Vector.From(result.Folds.Select(fold => fold.Score)));
    }

    [Property]
    public void A_model_is_fitted_to_its_training_part_alone(long seed, SmallCount more)
    {
        var data = SpyLearner.Numbered(12 + more);
        var spy = new SpyLearner(new MeanLearner());
        var result = CrossValidation.Of(
            data, spy, folds: 5, seed: new Seed(seed), repeats: 2, metric: ByHand.MeanSquaredError);

        Assert.Equal(10, spy.Seen.Count);
        foreach (var (fit, rows) in spy.Seen.Index())
        {
            var own = fit < 5 ? new Seed(seed) : new Seed(seed).Derive(1);
            var fold = data.KFold(5, own)[fit % 5];
            Assert.Equal(SpyLearner.RowsOf(fold.Train), rows);
            Assert.Empty(rows.Intersect(SpyLearner.RowsOf(fold.Test)));
            Assert.Equal((fit / 5, fit % 5), (result.Folds[fit].Repeat, result.Folds[fit].Fold));
        }
    }

    [Property]
    public void Each_repetition_tests_every_row_once(long seed, SmallCount more)
    {
        var data = SpyLearner.Numbered(6 + more);
        var tested = new List<int>();
        var metric = new Metric("rows", true, (part, _) =>
        {
            tested.AddRange(SpyLearner.RowsOf(part));
            return part.Count;
        });
        var result = CrossValidation.Of(
            data, new MeanLearner(), folds: 3, seed: new Seed(seed), repeats: 2, metric: metric);
        Assert.Equal(2 * data.Count, result.Scores.Sum());
        Assert.Equal(Enumerable.Range(0, data.Count), tested.Take(data.Count).Order());
        Assert.Equal(Enumerable.Range(0, data.Count), tested.Skip(data.Count).Order());
    }

    [Property]
    public void One_repetition_begins_many_and_equal_seeds_give_equal_bits(long seed)
    {
        var data = ToyData.NoisySine(21, seed: seed);
        CrossValidation Run(int repeats) => CrossValidation.Of(
            data, new ExactRidge(), seed: new Seed(seed), repeats: repeats);
        var plain = CrossValidation.Of(data, new ExactRidge(), seed: new Seed(seed));
        Bits.Equal(plain.Scores, Run(1).Scores);
        Bits.Equal(plain.Scores, Run(3).Scores[..5]);
        Bits.Equal(Run(3).Scores, Run(3).Scores);
        Assert.Equal(15, Run(3).Scores.Distinct().Count());
    }

    [Fact]
    public void Left_out_rows_of_least_squares_have_the_residuals_of_the_closed_form()
    {
        // Allen 1974: eᵢ / (1 − hᵢᵢ). Both sides sum 11 terms of at most 1e3 and divide by 1 − h ≥ 0.1, from
        // coefficients that are exact but for rounding: errors below 11 · 11 · 1e3 · ε / 0.1 < 1e-9.
        var data = ReferenceFits.Diabetes.Select(Enumerable.Range(0, 60));
        var result = CrossValidation.Of(
            data.LeaveOneOut(), new ExactRidge(), ByHand.MeanSquaredError);
        var design = Matrix.From(60, 11, (i, j) => j < 10 ? data.Features[i, j] : 1);
        var full = design.Multiply(NormalEquations.LeastSquares(data));
        var press = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            // hᵢᵢ is the prediction for row i of targets that are 1 there and else 0.
            var row = Vector.Create(design.Row(i));
            var leverage = LeastSquares.Solve(design, Vector.Unit(60, i)).Coefficients.Dot(row);
            Assert.InRange(leverage, 0, 0.9);
            var residual = (data.Targets[i] - full[i]) / (1 - leverage);
            press.Add(residual * residual);
            Assert.InRange(data.Targets[i] - result.Predictions[i], residual - 1e-9, residual + 1e-9);
        }

        // Residuals are about 50, so squares move by 2e-9 / 50 of theirs.
        Near.Equal(press.Average(), result.Mean, 1e-10);
        Near.Equal(press.Average(), result.PooledScore, 1e-10);
    }

    [Property]
    public void Pooled_predictions_are_those_of_the_models_that_did_not_see_the_rows(long seed)
    {
        var data = ToyData.NoisyLine(17, seed: seed);
        var folds = data.KFold(3, new Seed(seed));
        var result = CrossValidation.Of(folds, new ExactRidge(), ByHand.MeanSquaredError);
        for (var i = 0; i < data.Count; i++)
        {
            var model = result.Folds[folds.FoldOfRow[i]].Fit.Model;
            Bits.Equal(model.Predict(Vector.Create(data.Features.Row(i))), result.Predictions[i]);
        }

        var squares = result.Predictions.Zip(data.Targets, (p, y) => (p - y) * (p - y));
        Bits.Equal(squares.Sum() / data.Count, result.PooledScore);
    }

    [Property(MaxTest = 10)]
    public void Pooled_probabilities_and_discriminants_are_those_of_each_fold(long seed)
    {
        var data = ToyData.Moons(24, seed: seed);
        var folds = data.KFold(4, new Seed(seed));
        IProbabilisticClassifier? pooled = null;
        var result = CrossValidation.Of(
            folds, new LogisticRegression(new Ridge(0.1)), new Metric("look", true, (_, model) =>
            {
                pooled = (IProbabilisticClassifier)model;
                return 0;
            }));
        Assert.Equal(0, result.PooledScore);
        Assert.Equal((2, 2), (pooled!.ClassCount, pooled.FeatureCount));
        var (probabilities, discriminants) =
            (pooled.Probabilities(data.Features), pooled.Discriminants(data.Features));
        for (var i = 0; i < data.Count; i++)
        {
            var model = (IProbabilisticClassifier)result.Folds[folds.FoldOfRow[i]].Fit.Model;
            var row = Vector.Create(data.Features.Row(i));
            Bits.Equal(model.Probabilities(row), Vector.Create(probabilities.Row(i)));
            Bits.Equal(model.Discriminants(row), Vector.Create(discriminants.Row(i)));
        }

        Assert.Throws<ArgumentException>(() => pooled.Predict(Matrix.FromRows([1, 2])));
    }

    [Fact]
    public void A_learner_of_classifiers_gets_stratified_folds_and_accuracy()
    {
        var data = ToyData.Blobs(30, classes: 2, seed: 5);
        var learner = new LogisticRegression(new Ridge(0.1));
        var result = CrossValidation.Of(data, learner, seed: 3);
        var same = CrossValidation.Of(data.StratifiedKFold(5, 3), learner, ByHand.HitRate);
        Assert.Equal("accuracy", result.Metric.Name);
        Assert.Equal(same.Scores, result.Scores);
        Assert.Equal(same.Folds.Select(fold => fold.Fit.Model), result.Folds.Select(fold => fold.Fit.Model));
    }

    [Fact]
    public void Any_other_learner_gets_plain_folds_and_R_squared()
    {
        var data = ToyData.NoisyLine(30, seed: 5);
        var result = CrossValidation.Of(data, new ExactRidge(), seed: 3);
        Assert.Equal("R²", result.Metric.Name);
        foreach (var (fold, (_, test)) in data.KFold(5, 3).Index())
        {
            // Sums of 6 numbers of size 1 in another order: a few ε.
            var predictions = result.Folds[fold].Fit.Model.Predict(test.Features);
            Assert.Equal(ByHand.RSquared(predictions, test.Targets), result.Scores[fold], 1e-14);
        }
    }

    [Fact]
    public void Folds_may_be_of_groups_and_each_group_is_tested_by_a_model_that_did_not_see_it()
    {
        var data = SpyLearner.Numbered(12);
        var spy = new SpyLearner(new MeanLearner());
        CrossValidation.Of(
            data.LeaveOneGroupOut(Enumerable.Range(0, 12).Select(i => i % 3)), spy, ByHand.MeanSquaredError);
        Assert.Equal(3, spy.Seen.Count);
        foreach (var (group, rows) in spy.Seen.Index())
            Assert.Equal(Enumerable.Range(0, 12).Where(i => i % 3 != group), rows);
    }

    [Fact]
    public void Training_scores_are_of_the_same_models_on_what_they_learned_from()
    {
        var data = ToyData.NoisySine(20, seed: 2);
        var folds = data.KFold(4, 2);
        var result = CrossValidation.Of(folds, new ExactRidge(), ByHand.MeanSquaredError);
        var expected = folds.Select((fold, k) =>
            ByHand.MeanSquaredError.Of(fold.Train, result.Folds[k].Fit.Model));
        Bits.Equal(Vector.From(expected), result.TrainScores);
    }

    [Fact]
    public void Mean_spread_and_standard_error_are_those_of_a_sample()
    {
        // Of 1, 2, 3, 4: the squares of the deviations add up to 5.
        var summary = new ScoreSummary([1, 2, 3, 4]);
        Assert.Equal(2.5, summary.Mean);
        Assert.Equal(Math.Sqrt(5.0 / 3), summary.Spread, 1e-15);
        Assert.Equal(Math.Sqrt(5.0 / 12), summary.StandardError, 1e-15);
        CommaHabits.Print("2.5 ± 1.3", summary);
    }

    [Fact]
    public void A_text_tells_the_metric_the_mean_the_spread_and_the_folds()
    {
        var count = 0;
        var metric = new Metric("score", true, (_, _) => ++count % 4 / 2.0);
        var data = SpyLearner.Numbered(8);
        CommaHabits.Print(
            "score 0.75 ± 0.65 over 4 folds",
            CrossValidation.Of(data.KFold(4), new MeanLearner(), metric));
        var repeated = CrossValidation.Of(data, new MeanLearner(), folds: 4, repeats: 2, metric: metric);
        CommaHabits.Print("score 0.75 ± 0.6 over 2 times 4 folds", repeated);
        Assert.Equal("mean", repeated.Name);
        var named = CrossValidation.Of(data.KFold(4), new MeanLearner(), metric, "the mean");
        Assert.Equal("the mean", named.Name);
    }

    [Fact]
    public void Where_a_fold_has_no_score_the_text_tells_the_pooled_one()
    {
        var data = SpyLearner.Numbered(4);
        var metric = new Metric("R", true, (part, _) => part.Count == 1 ? double.NaN : 0.5);
        CommaHabits.Print(
            "R NaN ± NaN over 4 folds, pooled 0.5",
            CrossValidation.Of(data.LeaveOneOut(), new MeanLearner(), metric));
    }

    [Fact]
    public void Folds_and_repetitions_that_cannot_be_are_refused()
    {
        var data = SpyLearner.Numbered(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossValidation.Of(data, new MeanLearner(), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossValidation.Of(data, new MeanLearner(), 5));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CrossValidation.Of(data, new MeanLearner(), 2, repeats: 0));
        var result = CrossValidation.Of(data, new MeanLearner(), 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.PredictionsOf(1));
    }
}
