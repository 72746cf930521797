using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>How a learner's models score on rows that they did not learn from.</summary>
/// <remarks>
/// <para>For each fold the learner is fitted to the training part and to nothing else, and its model is
/// scored on the test part (Stone 1974). Whatever is fitted beforehand to all data, as a scaler, has seen the
/// test parts: put it into the learner.</para>
/// <para>Laws: equal arguments give equal bits; the scores are those of a loop over the folds by hand; one
/// repetition is what is done without the argument.</para>
/// <code>
/// var result = CrossValidation.Of(data, new LogisticRegression(new Ridge(0.01)), folds: 10, seed: 7);
/// Console.WriteLine(result);      // accuracy 0.9789 ± 0.017 over 10 folds
/// </code>
/// </remarks>
public sealed class CrossValidation
{
    private readonly ImmutableArray<Folds> _partitions;

    private CrossValidation(
        string name, Metric metric, ImmutableArray<Folds> partitions, ImmutableArray<FoldScore> folds)
    {
        (Name, Metric, _partitions, Folds) = (name, metric, partitions, folds);
        Summary = new(Vector.From(folds.Select(fold => fold.Score)));
    }

    /// <summary>Scores a learner on folds in random order.</summary>
    /// <remarks>
    /// The folds are those of <see cref="Dataset.StratifiedKFold(int, Seed)"/> where the learner is an
    /// <see cref="ILearner{TModel}"/> of classifiers, behind preparations or not, and otherwise those of
    /// <see cref="Dataset.KFold(int, Seed)"/>. Repetition 0 has the seed itself, repetition r its child r.
    /// </remarks>
    /// <param name="data">The rows.</param>
    /// <param name="learner">What is fitted to each training part.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2; 5 and 10 are common.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="repeats">How often it is done, each time on other folds; at least 1.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <param name="name">What the learner is called in a text; when omitted, what it says itself.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/> or <paramref name="learner"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are too few or too many folds, or <paramref name="repeats"/> is less than 1.
    /// </exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static CrossValidation Of(
        Dataset data,
        ILearner learner,
        int folds = 5,
        Seed seed = default,
        int repeats = 1,
        Metric? metric = null,
        string? name = null)
    {
        Guard.NotNull(data);
        var isClassifier = Partitions.IsClassifier(Guard.NotNull(learner));
        return Run(Partitions.Of(data, isClassifier, folds, seed, repeats), learner, metric, name);
    }

    /// <summary>Scores a learner on folds of one's own.</summary>
    /// <param name="partition">
    /// Any: <c>data.KFold(5)</c>, <c>data.LeaveOneOut()</c>, <c>data.LeaveOneGroupOut(patients)</c>.
    /// </param>
    /// <param name="learner">What is fitted to each training part.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <param name="name">What the learner is called in a text; when omitted, what it says itself.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/> or <paramref name="learner"/> is null.
    /// </exception>
    public static CrossValidation Of(
        Folds partition, ILearner learner, Metric? metric = null, string? name = null) =>
        Run([Guard.NotNull(partition)], Guard.NotNull(learner), metric, name);

    /// <summary>Scores several learners on the same folds.</summary>
    /// <remarks>
    /// The folds are made as for one learner, stratified where all learners are of classifiers.
    /// </remarks>
    /// <param name="data">The rows.</param>
    /// <param name="learners">What is fitted to each training part; at least one.</param>
    /// <param name="names">What they are called; when omitted, what they say themselves.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="repeats">How often it is done, each time on other folds; at least 1.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/>, <paramref name="learners"/> or one of them is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no learner, or not one name for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are too few or too many folds, or <paramref name="repeats"/> is less than 1.
    /// </exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static Comparison Compare(
        Dataset data,
        IEnumerable<ILearner> learners,
        IEnumerable<string>? names = null,
        int folds = 5,
        Seed seed = default,
        int repeats = 1,
        Metric? metric = null)
    {
        Guard.NotNull(data);
        var all = Given.Items(learners);
        var ofClasses = all.All(Partitions.IsClassifier);
        return Comparison.Of(Partitions.Of(data, ofClasses, folds, seed, repeats), all, names, metric);
    }

    /// <summary>Scores several learners on the same folds of one's own.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="learners">What is fitted to each training part; at least one.</param>
    /// <param name="names">What they are called; when omitted, what they say themselves.</param>
    /// <param name="metric">What scores all; when omitted, what would score the first.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/>, <paramref name="learners"/> or one of them is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no learner, or not one name for each.</exception>
    public static Comparison Compare(
        Folds partition,
        IEnumerable<ILearner> learners,
        IEnumerable<string>? names = null,
        Metric? metric = null)
    {
        Guard.NotNull(partition);
        return Comparison.Of([partition], Given.Items(learners), names, metric);
    }

    /// <summary>What the learner is called.</summary>
    public string Name { get; }

    /// <summary>What scored.</summary>
    public Metric Metric { get; }

    /// <summary>What each fold gave, repetition by repetition.</summary>
    public ImmutableArray<FoldScore> Folds { get; }

    /// <summary>Mean, spread and standard error of the scores.</summary>
    public ScoreSummary Summary { get; }

    /// <summary>The scores on the test parts, one for each fold of each repetition.</summary>
    public Vector Scores => Summary.Values;

    /// <summary>The mean of the scores.</summary>
    public double Mean => Summary.Mean;

    /// <summary>The sample standard deviation of the scores.</summary>
    public double Spread => Summary.Spread;

    /// <summary>The spread over the root of the number of scores; see <see cref="ScoreSummary"/>.</summary>
    public double StandardError => Summary.StandardError;

    /// <summary>How often it was done.</summary>
    public int Repeats => _partitions.Length;

    /// <summary>The scores of the same models on what they learned from; made when asked for.</summary>
    public Vector TrainScores => Vector.From(Folds.Select(fold =>
        Metric.Of(_partitions[fold.Repeat][fold.Fold].Train, fold.Fit.Model)));

    /// <summary>The prediction of each row by the model that did not see it; made when asked for.</summary>
    /// <remarks>In the order of the rows; of several repetitions those of the first.</remarks>
    public Vector Predictions => PredictionsOf(0);

    /// <summary>The score of all folds' predictions put together; made when asked for.</summary>
    /// <remarks>
    /// Where a fold tests one row, as in leave-one-out, R² of a fold is 0/0 and this is the score to look at:
    /// one R² of N predictions, each by a model that did not see the row. Of several repetitions the mean. It
    /// compares predictions of different models, so where it does not agree with <see cref="Mean"/>, as for
    /// the area under a curve, the mean is the better founded (Forman, Scholz 2010).
    /// </remarks>
    public double PooledScore => new ScoreSummary(Vector.From(
        Enumerable.Range(0, Repeats).Select(repeat =>
            Metric.Of(_partitions[repeat].Data, Pooled(repeat))))).Mean;

    /// <summary>The prediction of each row, in one repetition, by the model that did not see it.</summary>
    /// <param name="repeat">The number of the repetition, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such repetition.</exception>
    public Vector PredictionsOf(int repeat)
    {
        Guard.Index(repeat, Repeats);
        return Pooled(repeat).Predict(_partitions[repeat].Data.Features);
    }

    /// <summary>The metric, mean ± spread and the number of folds.</summary>
    public override string ToString()
    {
        var often = Repeats == 1 ? "" : Guard.Text($"{Repeats} times ");
        var pooled = double.IsFinite(Mean) ? "" : Guard.Text($", pooled {PooledScore:G4}");
        return Guard.Text($"{Metric} {Summary} over {often}{_partitions[0].Count} folds{pooled}");
    }

    /// <summary>The rows that were scored.</summary>
    internal Dataset Data => _partitions[0].Data;

    /// <summary>Fits and scores, fold by fold.</summary>
    internal static CrossValidation Run(
        ImmutableArray<Folds> partitions, ILearner learner, Metric? metric, string? name)
    {
        var scores = ImmutableArray.CreateBuilder<FoldScore>();
        foreach (var (repeat, folds) in partitions.Index())
        {
            foreach (var (fold, (train, test)) in folds.Index())
            {
                var fit = learner.Fit(train);
                metric ??= Metric.DefaultFor(fit.Model);
                scores.Add(new(repeat, fold, fit, metric.Of(test, fit.Model)));
            }
        }

        return new(name ?? ScoreTable.Cell(learner), metric!, partitions, scores.ToImmutable());
    }

    private PooledModel Pooled(int repeat) => PooledModel.Of(
        _partitions[repeat],
        [.. Folds.Where(fold => fold.Repeat == repeat).Select(fold => fold.Fit.Model)]);
}
