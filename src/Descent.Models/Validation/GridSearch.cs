using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The best of a list of settings, by cross-validation on the same folds.</summary>
/// <remarks>
/// <para>A setting is anything: a number, a record, a learner. LINQ makes a grid of two lists:</para>
/// <code>
/// var grid = from λ in new[] { 1.0, 0.1, 0.01 } from α in new[] { 0.5, 1.0 } select (λ, α);
/// var search = GridSearch.Of(data, grid, s => new LinearRegression(new ElasticNet(s.λ, s.α)));
/// Console.WriteLine(search);              // a table
/// var model = search.Fit().Model;         // the best setting, fitted to all data
/// </code>
/// <para>The best score is too good, for it was chosen by; <see cref="Learner"/> makes the search itself a
/// learner, whose cross-validation is honest (Stone 1974; Cawley, Talbot 2010).</para>
/// </remarks>
public static class GridSearch
{
    /// <summary>Scores each setting on folds in random order.</summary>
    /// <remarks>
    /// The folds are made as in <see cref="CrossValidation"/>, stratified where all learners are of
    /// classifiers.
    /// </remarks>
    /// <param name="data">The rows.</param>
    /// <param name="settings">At least one; the simplest first, for the rule of one standard error.</param>
    /// <param name="learner">From a setting to a learner; pure.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="repeats">How often it is done, each time on other folds; at least 1.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/>, <paramref name="settings"/>, one of them or <paramref name="learner"/> is
    /// null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are too few or too many folds, or <paramref name="repeats"/> is less than 1.
    /// </exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static GridScores<TSetting> Of<TSetting, TLearner>(
        Dataset data,
        IEnumerable<TSetting> settings,
        Func<TSetting, TLearner> learner,
        int folds = 5,
        Seed seed = default,
        int repeats = 1,
        Metric? metric = null)
        where TLearner : class, ILearner
    {
        Guard.NotNull(data);
        var all = Given.Items(settings);
        var learners = Learners(all, Guard.NotNull(learner));
        var ofClasses = learners.All(Partitions.IsClassifier);
        return Scores(Partitions.Of(data, ofClasses, folds, seed, repeats), all, learners, metric);
    }

    /// <summary>Scores each setting on folds of one's own.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="settings">At least one; the simplest first, for the rule of one standard error.</param>
    /// <param name="learner">From a setting to a learner; pure.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/>, <paramref name="settings"/>, one of them or <paramref name="learner"/>
    /// is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    public static GridScores<TSetting> Of<TSetting, TLearner>(
        Folds partition,
        IEnumerable<TSetting> settings,
        Func<TSetting, TLearner> learner,
        Metric? metric = null)
        where TLearner : class, ILearner
    {
        Guard.NotNull(partition);
        var all = Given.Items(settings);
        return Scores([partition], all, Learners(all, Guard.NotNull(learner)), metric);
    }

    /// <summary>A learner that searches the settings and fits the best to all it is given.</summary>
    /// <remarks>
    /// Inside a cross-validation it searches in each training part anew: nested cross-validation. The inner
    /// folds are made as in <see cref="CrossValidation"/>.
    /// </remarks>
    /// <param name="settings">At least one; the simplest first, for the rule of one standard error.</param>
    /// <param name="learner">From a setting to a learner; pure.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="repeats">How often it is done, each time on other folds; at least 1.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <param name="oneStandardError">
    /// Whether it takes the simplest setting within one standard error of the best, and not the best.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="settings"/>, one of them or <paramref name="learner"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="folds"/> is less than 2 or <paramref name="repeats"/> less than 1.
    /// </exception>
    public static ILearner<TModel> Learner<TSetting, TModel>(
        IEnumerable<TSetting> settings,
        Func<TSetting, ILearner<TModel>> learner,
        int folds = 5,
        Seed seed = default,
        int repeats = 1,
        Metric? metric = null,
        bool oneStandardError = false)
        where TModel : class, IModel => new GridSearchLearner<TSetting, TModel>(
            Given.Items(settings), Guard.NotNull(learner), Guard.AtLeast(folds, 2), seed,
            Guard.AtLeast(repeats, 1), metric, oneStandardError);

    private static ImmutableArray<ILearner> Learners<TSetting, TLearner>(
        ImmutableArray<TSetting> settings, Func<TSetting, TLearner> learner)
        where TLearner : class, ILearner =>
        [.. settings.Select(setting => Given.Learner(learner, setting))];

    private static GridScores<TSetting> Scores<TSetting>(
        ImmutableArray<Folds> partitions,
        ImmutableArray<TSetting> settings,
        ImmutableArray<ILearner> learners,
        Metric? metric)
    {
        var names = settings.Select(ScoreTable.Cell);
        var scores = Comparison.Of(partitions, learners, names, metric).Candidates;
        return new(
        [
            .. settings.Select((setting, k) =>
                new GridPoint<TSetting>(setting, learners[k], scores[k])),
        ]);
    }
}
