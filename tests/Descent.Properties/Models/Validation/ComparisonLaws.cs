using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class ComparisonLaws
{
    [Property]
    public void Each_is_what_it_is_alone_on_the_same_folds(long seed)
    {
        var data = ToyData.NoisyLine(20, seed: seed);
        ILearner[] learners = [new MeanLearner(), new ExactRidge(), new ExactRidge(1)];
        var table = CrossValidation.Compare(data, learners, folds: 4, seed: new Seed(seed), repeats: 2);
        foreach (var (learner, candidate) in learners.Zip(table.Candidates))
        {
            var alone = CrossValidation.Of(data, learner, folds: 4, seed: new Seed(seed), repeats: 2);
            Bits.Equal(alone.Scores, candidate.Scores);
        }

        Assert.Equal(table.Candidates.Max(one => one.Mean), table.Best.Mean);
        Bits.Equal(
            table.Candidates[0].Scores.Zip(table.Best.Scores, (s, best) => s - best),
            table.Differences[0].Summary.Values);
    }

    [Fact]
    public void Lower_is_better_where_the_metric_says_so_and_of_equal_ones_the_first()
    {
        var data = ToyData.NoisyLine(20, seed: 1);
        var table = CrossValidation.Compare(
            data.KFold(4, 1),
            [new MeanLearner(), new ExactRidge(), new ExactRidge()],
            ["mean", "first", "second"],
            ByHand.MeanSquaredError);
        Assert.Equal("first", table.Best.Name);
        Assert.Equal(table.Candidates[2].Mean, table.Best.Mean);
        Assert.True(table.Differences[0].Summary.Mean > 0);
        Assert.All(table.Differences[1].Summary.Values, difference => Assert.Equal(0, difference));
    }

    [Fact]
    public void A_table_has_a_line_for_each()
    {
        var scores = new Queue<double>([0.5, 0.75, 1, 1]);
        var metric = new Metric("share", true, (_, _) => scores.Dequeue());
        var table = CrossValidation.Compare(
            SpyLearner.Numbered(4).KFold(2), [new MeanLearner(), new MeanLearner()], ["a", "long"], metric);
        CommaHabits.Print(
            """
            learner  share         to the best
            a        0.625 ± 0.18  -0.375 ± 0.18
            long     1 ± 0         best
            """,
            table);
    }

    [Fact]
    public void Folds_are_stratified_where_all_are_of_classifiers()
    {
        var data = ToyData.Blobs(20, classes: 2, seed: 1);
        var learner = new LogisticRegression(new Ridge(1));
        var both = CrossValidation.Compare(data, [learner, learner], seed: 4);
        Bits.Equal(
            CrossValidation.Of(data.StratifiedKFold(5, 4), learner).Scores, both.Candidates[1].Scores);
        var squares = Metric.MeanSquaredError;
        var mixed = CrossValidation.Compare(data, [learner, new MeanLearner()], seed: 4, metric: squares);
        Bits.Equal(
            CrossValidation.Of(data.KFold(5, 4), learner, squares).Scores, mixed.Candidates[0].Scores);
    }

    [Fact]
    public void Lists_must_have_learners_and_a_name_for_each()
    {
        var folds = SpyLearner.Numbered(4).KFold(2);
        Assert.Throws<ArgumentException>(() => CrossValidation.Compare(folds, []));
        Assert.Throws<ArgumentNullException>(() => CrossValidation.Compare(folds, [null!]));
        Assert.Throws<ArgumentException>(
            () => CrossValidation.Compare(folds, [new MeanLearner()], ["a", "b"]));
    }
}
