using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class LearningCurveLaws
{
    [Property]
    public void Rows_of_a_smaller_size_are_the_first_of_a_greater_one(long seed)
    {
        var data = SpyLearner.Numbered(20);
        var spy = new SpyLearner(new MeanLearner());
        int[] sizes = [3, 1, 15, 7];
        LearningCurve.OfSize(data, spy, sizes, 4, new Seed(seed), ByHand.MeanSquaredError);
        Assert.Equal(16, spy.Seen.Count);
        foreach (var (fold, (train, _)) in data.KFold(4, new Seed(seed)).Index())
        {
            var all = spy.Seen[(2 * 4) + fold];
            Assert.Equal(SpyLearner.RowsOf(train), all.Order());
            foreach (var (k, size) in sizes.Index())
                Assert.Equal(all.Take(size), spy.Seen[(k * 4) + fold]);
        }
    }

    [Property]
    public void Scores_are_those_of_fits_by_hand(long seed)
    {
        var data = ToyData.NoisySine(20, seed: seed);
        var folds = data.KFold(4, new Seed(seed));
        int[] sizes = [2, 5, 15];
        var curve = LearningCurve.OfSize(
            folds, new ExactRidge(), sizes, new Seed(seed), ByHand.MeanSquaredError);
        foreach (var (fold, (train, test)) in folds.Index())
        {
            var order = new Seed(seed).Derive(fold).Permutation(train.Count);
            foreach (var (size, point) in sizes.Zip(curve.Points))
            {
                Assert.Equal(size, point.Setting);
                var part = train.Select(order.Take(size));
                var model = new ExactRidge().Fit(part).Model;
                Bits.Equal(ByHand.MeanSquaredError.Of(part, model), point.Train.Values[fold]);
                Bits.Equal(ByHand.MeanSquaredError.Of(test, model), point.Test.Values[fold]);
            }
        }
    }

    [Property]
    public void Every_beginning_has_its_share_of_each_class(long seed)
    {
        // Up to place p there are mp ± ½ of a class's m rows, so n = 25p ± 3/2 rows, and mn/25 ± (½ + 3m/50)
        // of the class.
        var data = SpyLearner.Numbered(25, classes: 3);
        data = new Dataset(data.Features, data.Features.Column(0).Map(i => i < 14 ? 0 : i < 20 ? 1 : 2));
        var order = NestedOrder.Of(data, ofClasses: true, new Seed(seed));
        Assert.Equal(Enumerable.Range(0, 25), order.Order());
        for (var n = 1; n <= 25; n++)
        {
            foreach (var (number, size) in new[] { 14, 6, 5 }.Index())
            {
                var met = order.Take(n).Count(row => data.Targets[row] == number);
                Assert.InRange(met - (n * size / 25.0), -0.5 - (0.06 * size), 0.5 + (0.06 * size));
            }
        }

        // Places 1/28, 1/12 and 1/10; the next is 3/28.
        Assert.Equal(3, order.Take(3).Select(row => data.Targets[row]).Distinct().Count());
    }

    [Property]
    public void Against_complexity_it_is_a_grid_search_with_training_scores(long seed)
    {
        var data = ToyData.NoisyLine(20, noise: 1, seed: seed);
        double[] strengths = [10, 0.1, 0];
        var curve = LearningCurve.OfComplexity(
            data, strengths, λ => new ExactRidge(λ), 4, new Seed(seed), ByHand.MeanSquaredError);
        var search = GridSearch.Of(
            data, strengths, λ => new ExactRidge(λ), 4, new Seed(seed), metric: ByHand.MeanSquaredError);
        Assert.Equal(search.Best.Setting, curve.Best.Setting);
        foreach (var (scored, point) in search.Points.Zip(curve.Points))
        {
            Bits.Equal(scored.Validation.Scores, point.Test.Values);
            Bits.Equal(scored.Validation.TrainScores, point.Train.Values);
        }

        // Least squares has the least error on what it learned from; ridge more with each strength. A tie of
        // rounding: errors of size 1 and sums of 15 squares.
        Assert.True(curve.Points[0].Train.Mean >= curve.Points[1].Train.Mean - 1e-14);
        Assert.True(curve.Points[1].Train.Mean >= curve.Points[2].Train.Mean - 1e-14);
    }

    [Fact]
    public void A_size_beyond_the_smallest_training_part_is_refused_by_its_place()
    {
        var folds = SpyLearner.Numbered(10).KFold(3);
        Assert.Equal(
            "sizes[1]",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => LearningCurve.OfSize(folds, new MeanLearner(), [6, 7])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LearningCurve.OfSize(folds, new MeanLearner(), [0]));
        Assert.Throws<ArgumentException>(() => LearningCurve.OfSize(folds, new MeanLearner(), []));
    }

    [Fact]
    public void A_table_tells_both_scores_and_the_best()
    {
        var metric = new Metric("rows", true, (part, _) => part.Count);
        var curve = LearningCurve.OfSize(
            SpyLearner.Numbered(10).KFold(2), new MeanLearner(), [2, 5], metric: metric);
        CommaHabits.Print(
            """
            setting  rows, train  rows, test
            2        2 ± 0        5 ± 0       best
            5        5 ± 0        5 ± 0
            """,
            curve);
    }
}
