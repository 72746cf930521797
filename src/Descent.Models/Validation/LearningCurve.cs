using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Scores on training and test parts, against the number of rows or against complexity.</summary>
/// <remarks>
/// Where both scores are bad, the model underfits: more rows do not help, a richer model does. Where the
/// training score is far better than the test score, it overfits: more rows help, and so does a simpler model
/// or a stronger penalty.
/// </remarks>
public static class LearningCurve
{
    /// <summary>The scores against the number of rows that are learned from.</summary>
    /// <remarks>
    /// <para>The folds are made as in <see cref="CrossValidation"/>, from the same seed. Each fold's training
    /// part is put in an order, and a size takes so many of the first: the rows of a smaller size are among
    /// those of a greater one. The greatest size has all rows of the training part, in that order.</para>
    /// <para>The order of fold k is random, by the seed's child k. Where the learner is of classifiers, each
    /// class is spread evenly over it, so that the first rows have their share of each: the j-th of a
    /// class's m rows comes at place (j − ½) / m of the whole.</para>
    /// </remarks>
    /// <param name="data">The rows.</param>
    /// <param name="learner">What is fitted.</param>
    /// <param name="sizes">Numbers of rows, from 1 to those of the smallest training part.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds and orders, on every machine.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/>, <paramref name="learner"/> or <paramref name="sizes"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are too few or too many folds, or a size is not in its range.
    /// </exception>
    /// <exception cref="ArgumentException">There is no size, or all rows of one have weight 0.</exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static ScoreCurve<int> OfSize(
        Dataset data,
        ILearner learner,
        IEnumerable<int> sizes,
        int folds = 5,
        Seed seed = default,
        Metric? metric = null)
    {
        Guard.NotNull(data);
        var ofClasses = Partitions.IsClassifier(Guard.NotNull(learner));
        var all = Given.Items(sizes);
        return SizeCurve(Partitions.Of(data, ofClasses, folds, seed, 1)[0], learner, all, seed, metric);
    }

    /// <summary>The scores against the number of rows that are learned from, on folds of one's own.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="learner">What is fitted.</param>
    /// <param name="sizes">Numbers of rows, from 1 to those of the smallest training part.</param>
    /// <param name="seed">The same seed gives the same orders, on every machine.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/>, <paramref name="learner"/> or <paramref name="sizes"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not in its range.</exception>
    /// <exception cref="ArgumentException">There is no size, or all rows of one have weight 0.</exception>
    public static ScoreCurve<int> OfSize(
        Folds partition,
        ILearner learner,
        IEnumerable<int> sizes,
        Seed seed = default,
        Metric? metric = null) =>
        SizeCurve(Guard.NotNull(partition), Guard.NotNull(learner), Given.Items(sizes), seed, metric);

    /// <summary>The scores against the complexity of the learner.</summary>
    /// <remarks>
    /// What <see cref="GridSearch"/> finds, and the training scores beside it: a degree, a depth, a number of
    /// neighbours, the strength of a penalty. The folds are those of <see cref="GridSearch"/>.
    /// </remarks>
    /// <param name="data">The rows.</param>
    /// <param name="settings">At least one.</param>
    /// <param name="learner">From a setting to a learner; pure.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/>, <paramref name="settings"/>, one of them or <paramref name="learner"/> is
    /// null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many folds.</exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static ScoreCurve<TSetting> OfComplexity<TSetting, TLearner>(
        Dataset data,
        IEnumerable<TSetting> settings,
        Func<TSetting, TLearner> learner,
        int folds = 5,
        Seed seed = default,
        Metric? metric = null)
        where TLearner : class, ILearner =>
        WithTraining(GridSearch.Of(data, settings, learner, folds, seed, 1, metric));

    /// <summary>The scores against the complexity of the learner, on folds of one's own.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="settings">At least one.</param>
    /// <param name="learner">From a setting to a learner; pure.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/>, <paramref name="settings"/>, one of them or <paramref name="learner"/>
    /// is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    public static ScoreCurve<TSetting> OfComplexity<TSetting, TLearner>(
        Folds partition,
        IEnumerable<TSetting> settings,
        Func<TSetting, TLearner> learner,
        Metric? metric = null)
        where TLearner : class, ILearner =>
        WithTraining(GridSearch.Of(partition, settings, learner, metric));

    private static ScoreCurve<TSetting> WithTraining<TSetting>(GridScores<TSetting> scores) => new(
        scores.Metric,
        [
            .. scores.Points.Select(point => new ScorePoint<TSetting>(
                point.Setting, new(point.Validation.TrainScores), point.Validation.Summary)),
        ]);

    private static ScoreCurve<int> SizeCurve(
        Folds folds, ILearner learner, ImmutableArray<int> sizes, Seed seed, Metric? metric)
    {
        var ofClasses = Partitions.IsClassifier(learner);
        (Dataset Train, Dataset Test)[] parts = [.. folds.Select((fold, k) =>
            (fold.Train.Select(NestedOrder.Of(fold.Train, ofClasses, seed.Derive(k))), fold.Test))];
        CheckSizes(sizes, parts.Min(part => part.Train.Count));

        var points = ImmutableArray.CreateBuilder<ScorePoint<int>>();
        foreach (var size in sizes)
        {
            var (train, test) = (new double[parts.Length], new double[parts.Length]);
            foreach (var (k, part) in parts.Index())
            {
                var rows = part.Train.Select(Enumerable.Range(0, size));
                var model = learner.Fit(rows).Model;
                metric ??= Metric.DefaultFor(model);
                (train[k], test[k]) = (metric.Of(rows, model), metric.Of(part.Test, model));
            }

            points.Add(new(size, new(Vector.Own(train)), new(Vector.Own(test))));
        }

        return new(metric!, points.ToImmutable());
    }

    private static void CheckSizes(ImmutableArray<int> sizes, int most)
    {
        foreach (var (k, size) in sizes.Index())
        {
            if (size < 1 || size > most)
            {
                throw new ArgumentOutOfRangeException(
                    Guard.Text($"sizes[{k}]"),
                    size,
                    Guard.Text($"sizes[{k}] is {size}; it must be at least 1 and at most {most}, ")
                    + "the rows of the smallest training part.");
            }
        }
    }
}
