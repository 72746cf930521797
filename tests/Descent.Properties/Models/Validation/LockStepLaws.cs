using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class LockStepLaws
{
    [Property(MaxTest = 10)]
    public void A_point_scores_what_each_training_has_at_that_step(long seed)
    {
        var data = ToyData.Moons(24, seed: seed);
        var learner = new LogisticRegression(new Ridge(0.1));
        var folds = data.StratifiedKFold(3, new Seed(seed));
        foreach (var point in LockStep.Of(folds, learner, ByHand.HitRate).Take(4))
        {
            foreach (var (k, (train, test)) in folds.Index())
            {
                var state = learner.Training(train).Take((int)point.Step + 1).Last();
                Assert.Equal(state.Parameters, point.States[k].Parameters);
                var model = learner.ModelOf(train, state.Parameters);
                Bits.Equal(ByHand.HitRate.Of(test, model), point.Scores[k]);
            }
        }

        var first = LockStep.Of(data, learner, folds: 3, seed: new Seed(seed)).ElementAt(2);
        Bits.Equal(LockStep.Of(folds, learner).ElementAt(2).Scores, first.Scores);
    }

    [Fact]
    public void A_classifier_behind_preparations_is_scored_and_stratified_as_one()
    {
        // Four rows of class 1 among twenty: folds in plain random order share them unevenly for this seed.
        var data = new Dataset(
            Matrix.From(20, 1, (i, _) => i),
            Vector.From(Enumerable.Range(0, 20).Select(i => i < 4 ? 1.0 : 0)));
        var folds = data.StratifiedKFold(4, new Seed(1));
        Assert.NotEqual(folds.FoldOfRow, data.KFold(4, new Seed(1)).FoldOfRow);

        var plain = new LogisticRegression(new Ridge(0.1));
        var piped = Prepare.Standardize().Then(plain);
        var twice = Prepare.MinMax().Then(piped);
        Stratified(piped);
        Stratified(twice);

        void Stratified<TModel>(IIterativeLearner<TModel> learner)
            where TModel : class, IModel
        {
            var expected = CrossValidation.Of(folds, learner, Metric.Accuracy);
            Bits.Equal(expected.Scores, CrossValidation.Of(data, learner, 4, new Seed(1)).Scores);
            Bits.Equal(
                expected.Scores,
                CrossValidation.Of(data, GridSearch.Learner([0], _ => learner), 4, new Seed(1)).Scores);
            Assert.Equal(
                LockStep.Of(folds, learner, Metric.Accuracy).Take(3),
                LockStep.Of(data, learner, 4, new Seed(1)).Take(3));
        }
    }

    [Fact]
    public void A_preparation_is_learnt_once_for_each_training()
    {
        var learnt = 0;
        var counted = Prepare.From("counted", _ =>
        {
            learnt++;
            return row => 2 * row;
        });
        var learner = new LogisticRegression(new Ridge(0.1));
        var folds = ToyData.Moons(24).StratifiedKFold(3, default);
        var points = LockStep.Of(folds, counted.Then(Prepare.Nothing.Then(learner)), ByHand.HitRate).Take(4);
        var drawn = points.ToArray();
        Assert.Equal((4, 3), (drawn.Length, learnt));
        foreach (var (k, (train, test)) in folds.Index())
        {
            var model = counted.Then(learner).ModelOf(train, drawn[3].States[k].Parameters);
            Bits.Equal(ByHand.HitRate.Of(test, model), drawn[3].Scores[k]);
        }
    }

    [Fact]
    public void Nothing_is_drawn_before_it_is_asked_for_and_then_one_state_a_fold()
    {
        var sources = new List<Source>();
        var points = LockStep.Of(
            SpyLearner.Numbered(9).KFold(3),
            _ =>
            {
                sources.Add(new Source(5));
                return sources[^1];
            },
            (state, _) => state.Loss);
        Assert.Empty(sources);
        foreach (var point in points.Take(2))
            Assert.All(sources, source => Assert.Equal(point.Step + 1, source.Drawn));
        Assert.Equal([1, 1, 1], sources.Select(source => source.Disposed));
        Assert.Equal(3, sources.Count);
    }

    [Fact]
    public void What_has_ended_keeps_its_last_state_and_its_score_until_all_have()
    {
        var scored = 0;
        var points = LockStep.Of(
            SpyLearner.Numbered(6).KFold(2),
            train => States.Of(train.Features[0, 0] == 0 ? 2 : 4),
            (state, _) =>
            {
                scored++;
                return state.Step;
            }).ToArray();
        Assert.Equal([[0, 0], [1, 1], [2, 1], [3, 1]], points.Select(point => point.Scores));
        Assert.Equal([0, 1, 2, 3], points.Select(point => point.Step));
        Assert.Equal([0, 1, 1, 1], points.Select(point => point.States[1].Step));
        Assert.Equal(6, scored);
    }

    [Fact]
    public void A_point_tells_mean_and_spread_and_two_enumerations_are_equal()
    {
        var folds = SpyLearner.Numbered(6).KFold(2);
        var points = LockStep.Of(
            folds, _ => States.Of(3), (state, test) => state.Step + test.Features[0, 0]);
        Assert.Equal(points, points);
        var last = points.Last();
        Assert.Equal(new ScoreSummary([2, 5]), last.Summary);
        Assert.Equal((3.5, Math.Sqrt(4.5)), (last.Mean, last.Spread));
        CommaHabits.Print("step 2: 3.5 ± 2.1", last);
    }

    [Fact]
    public void Patience_waits_for_so_many_without_a_better_mean_and_the_best_is_the_first_of_the_best()
    {
        Assert.Equal([5, 3, 4, 3, 6], Means(Falling([5, 3, 4, 3, 6, 1]).Patience(3)));
        Assert.Equal([5, 3, 4], Means(Falling([5, 3, 4, 3, 6, 1]).Patience(1)));
        Assert.Equal([5, 4.5, 4.2], Means(Falling([5, 4.5, 4.2, 1]).Patience(2, minDelta: 1)));
        Assert.Equal(1, Falling([5, 3, 4, 3, 6]).BestPoint().Step);
        Assert.Equal(2, Falling([double.NaN, double.NaN, 7, double.NaN, 7]).BestPoint().Step);
        Assert.Equal(2, Means(Falling([double.NaN, double.NaN, 7]).Patience(2)).Length);
    }

    [Fact]
    public void Higher_is_better_where_it_is_said()
    {
        double[] scores = [5, 8, 7, 6, 9];
        var points = LockStep.Of(
            SpyLearner.Numbered(4).KFold(2), _ => States.WithLosses(scores), (state, _) => state.Loss, true);
        Assert.Equal([5, 8, 7, 6], Means(points.Patience(2)));
        Assert.Equal(4, points.BestPoint().Step);
    }

    [Fact]
    public void A_training_without_a_state_is_refused_when_it_is_drawn()
    {
        var points = LockStep.Of(
            SpyLearner.Numbered(4).KFold(2), _ => States.Of(0), (state, _) => state.Loss);
        Assert.Throws<InvalidOperationException>(() => points.First());
        Assert.Throws<InvalidOperationException>(() => points.Take(0).BestPoint());
        Assert.Throws<ArgumentOutOfRangeException>(() => points.Patience(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => points.Patience(1, -1));
    }

    private static double[] Means(IEnumerable<LockStepPoint<State<NoMemory>>> points) =>
        [.. points.Select(point => point.Mean)];

    /// <summary>Points with the means given, of which lower is better.</summary>
    private static IEnumerable<LockStepPoint<State<NoMemory>>> Falling(double[] means) => LockStep.Of(
        SpyLearner.Numbered(4).KFold(2), _ => States.WithLosses(means), (state, _) => state.Loss);
}
