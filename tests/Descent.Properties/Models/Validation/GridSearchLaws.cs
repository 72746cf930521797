using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class GridSearchLaws
{
    private static readonly double[] Strengths = [10, 1, 0.1, 0.01, 0];

    [Property]
    public void The_best_is_the_first_of_the_best_means(long seed)
    {
        var data = ToyData.NoisyLine(20, noise: 2, seed: seed);
        var search = GridSearch.Of(data, Strengths, λ => new ExactRidge(λ), seed: new Seed(seed));
        var means = search.Points.Select(point => point.Mean).ToArray();
        Assert.Equal(Strengths, search.Points.Select(point => point.Setting));
        Assert.Equal(Strengths[Array.IndexOf(means, means.Max())], search.Best.Setting);
        foreach (var point in search.Points)
        {
            var alone = CrossValidation.Of(
                data, new ExactRidge(point.Setting), seed: new Seed(seed));
            Bits.Equal(alone.Scores, point.Validation.Scores);
        }
    }

    [Property]
    public void One_standard_error_takes_the_first_that_is_near_enough(long seed)
    {
        var data = ToyData.NoisyLine(20, noise: 2, seed: seed);
        var search = GridSearch.Of(
            data.KFold(5, new Seed(seed)), Strengths, λ => new ExactRidge(λ), ByHand.MeanSquaredError);
        var best = search.Best.Validation;
        var first = search.Points.First(point => point.Mean <= best.Mean + best.StandardError);
        Assert.Equal(first.Setting, search.OneStandardError.Setting);
        Assert.True(search.OneStandardError.Setting >= search.Best.Setting);
    }

    [Property]
    public void The_best_is_fitted_to_all_rows(long seed)
    {
        var data = ToyData.NoisyLine(20, seed: seed);
        var search = GridSearch.Of(data, Strengths, λ => new ExactRidge(λ));
        Assert.Equal(new ExactRidge(search.Best.Setting).Fit(data).Model, search.Fit().Model);
    }

    [Fact]
    public void Of_equal_settings_the_first_is_best_and_a_score_that_is_no_number_is_the_worst()
    {
        var folds = ToyData.NoisyLine(12, seed: 1).KFold(3);
        var equal = GridSearch.Of(folds, [("a", 1.0), ("b", 1.0)], s => new ExactRidge(s.Item2));
        Assert.Equal("a", equal.Best.Setting.Item1);

        var metric = new Metric("m", false, (_, model) => ((MeanModel)model).Value);
        static ILearner Constant(double value) => new ConstantLearner(value);
        double[] settings = [double.NaN, 3, 2, double.NaN, 2];
        var search = GridSearch.Of(folds, settings, Constant, metric);
        Assert.Equal(2, search.Best.Setting);
        Assert.Same(search.Points[2], search.Best);
        var none = GridSearch.Of(folds, [double.NaN, double.NaN], Constant, metric);
        Assert.Same(none.Points[0], none.Best);
        Assert.Same(none.Points[0], none.OneStandardError);
    }

    [Fact]
    public void Two_lists_make_a_grid_and_a_table_tells_it_all()
    {
        var grid = from a in new[] { 0.5, 1.5 } from b in new[] { 1, 2 } select (a, b);
        var metric = new Metric("m", true, (_, model) => ((MeanModel)model).Value);
        var search = GridSearch.Of(
            SpyLearner.Numbered(4).KFold(2), grid, s => new ConstantLearner(s.a * s.b), metric);
        CommaHabits.Print(
            """
            setting   m
            (0.5, 1)  0.5 ± 0
            (0.5, 2)  1 ± 0
            (1.5, 1)  1.5 ± 0
            (1.5, 2)  3 ± 0    best, and first within one standard error
            """,
            search);
    }

    [Property(MaxTest = 10)]
    public void A_search_that_is_a_learner_is_a_search_in_each_training_part(long seed)
    {
        var data = ToyData.NoisyLine(24, noise: 1, seed: seed);
        var learner = GridSearch.Learner(
            Strengths, λ => new ExactRidge(λ), folds: 3, seed: new Seed(seed));
        var outer = data.KFold(4, new Seed(seed));
        var nested = CrossValidation.Of(outer, learner, ByHand.MeanSquaredError);
        var byHand = outer.Select(fold =>
        {
            var inner = GridSearch.Of(
                fold.Train, Strengths, λ => new ExactRidge(λ), folds: 3, seed: new Seed(seed));
            return ByHand.MeanSquaredError.Of(fold.Test, inner.Fit().Model);
        });
        Bits.Equal(Vector.From(byHand), nested.Scores);
    }

    [Fact]
    public void A_search_that_is_a_learner_tells_what_it_chose_and_that_it_makes_classifiers()
    {
        var data = ToyData.Blobs(20, classes: 2, seed: 1);
        var learner = GridSearch.Learner(
            new[] { 1, 0.1 }, λ => new LogisticRegression(new Ridge(λ)), oneStandardError: true);
        var fit = learner.Fit(data);
        Assert.StartsWith(
            "grid search of 2 settings chose 1: accuracy 1 ± 0 over 5 folds", fit.Report.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(new LogisticRegression(new Ridge(1)).Fit(data).Model, fit.Model);
        Assert.Equal("accuracy", CrossValidation.Of(data, learner).Metric.Name);
    }

    [Fact]
    public void What_cannot_be_searched_is_refused()
    {
        var folds = SpyLearner.Numbered(4).KFold(2);
        Assert.Throws<ArgumentException>(
            () => GridSearch.Of(folds, Array.Empty<int>(), _ => new MeanLearner()));
        Assert.Throws<InvalidOperationException>(
            () => GridSearch.Of(folds, new[] { 1 }, _ => (ILearner)null!));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => GridSearch.Learner(new[] { 1 }, _ => new MeanLearner(), folds: 1));
    }

    /// <summary>A model of one value, whatever the data.</summary>
    private sealed record ConstantLearner(double Value) : ILearner<MeanModel>
    {
        public IFit<MeanModel> Fit(Dataset data) =>
            new Fit<MeanModel>(new(data.FeatureCount, Value), new FitReport("constant"));
    }
}
