namespace Descent.Models;

/// <summary>The trainings of all folds, one step at a time: a cross-validation score for every
/// step.</summary>
/// <remarks>
/// <para>Lazy: a point draws one state of each fold and scores it, and nothing is drawn before. The first
/// point is of the starts. A training that ended, having converged or stalled, keeps its last state and its
/// score while others go on; the points end with the last training.</para>
/// <para>How many steps to take is then chosen by the mean of all folds, and not by the luck of one part kept
/// aside. Cut and choose by LINQ:</para>
/// <code>
/// var best = LockStep.Of(data, new LogisticRegression(), folds: 10)
///     .Take(500).Patience(20).BestPoint();
/// Console.WriteLine(best);                // step 41: 0.9772 ± 0.018
/// </code>
/// </remarks>
public static class LockStep
{
    /// <summary>Trains a learner on folds in random order, in step.</summary>
    /// <param name="data">The rows, cut as by <see cref="CrossValidation"/>.</param>
    /// <param name="learner">What is trained on each training part.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/> or <paramref name="learner"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many folds.</exception>
    /// <exception cref="InvalidOperationException">
    /// The data cannot be cut so; or, when it is drawn, a training has no state.
    /// </exception>
    public static IEnumerable<LockStepPoint<IState>> Of<TModel>(
        Dataset data,
        IIterativeLearner<TModel> learner,
        int folds = 5,
        Seed seed = default,
        Metric? metric = null)
        where TModel : class, IModel
    {
        Guard.NotNull(data);
        var isClassifier = Partitions.IsClassifier(Guard.NotNull(learner));
        return Of(Partitions.Of(data, isClassifier, folds, seed, 1)[0], learner, metric);
    }

    /// <summary>Trains a learner on folds of one's own, in step.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="learner">What is trained on each training part.</param>
    /// <param name="metric">
    /// What scores; when omitted, accuracy for a classifier and R² for any other model.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/> or <paramref name="learner"/> is null.
    /// </exception>
    /// <exception cref="InvalidOperationException">When it is drawn: a training has no state.</exception>
    public static IEnumerable<LockStepPoint<IState>> Of<TModel>(
        Folds partition, IIterativeLearner<TModel> learner, Metric? metric = null)
        where TModel : class, IModel
    {
        Guard.NotNull(partition);
        var isClassifier = Partitions.IsClassifier(Guard.NotNull(learner));
        var known = metric ?? (isClassifier ? Metric.Accuracy : Metric.RSquared);
        return Points(
            partition,
            fold =>
            {
                var run = BoundTraining.Of(learner, fold.Train);
                return new LockStepRun<IState>(
                    run.States, state => known.Of(fold.Test, run.ModelOf(state.Parameters)));
            },
            known.HigherIsBetter);
    }

    /// <summary>Trains anything on folds, in step.</summary>
    /// <remarks>
    /// For trainings of one's own: <c>LockStep.Of(folds, train => new Adam(0.01).Minimize(
    /// new EmpiricalRisk(train, Loss.Logistic), start).EveryEpoch(), (state, test) =>
    /// new EmpiricalRisk(test, Loss.Logistic).Evaluate(state.Parameters).Loss)</c>.
    /// </remarks>
    /// <param name="partition">Any folds.</param>
    /// <param name="training">From the rows to learn from to the states; at least one.</param>
    /// <param name="score">From a state and rows to test on to a score; pure.</param>
    /// <param name="higherIsBetter">Whether a greater score is better; otherwise a lower one is.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="partition"/>, <paramref name="training"/> or <paramref name="score"/> is null.
    /// </exception>
    /// <exception cref="InvalidOperationException">When it is drawn: a training has no state.</exception>
    public static IEnumerable<LockStepPoint<TState>> Of<TState>(
        Folds partition,
        Func<Dataset, IEnumerable<TState>> training,
        Func<TState, Dataset, double> score,
        bool higherIsBetter = false)
        where TState : IState
    {
        Guard.NotNull(partition);
        Guard.NotNull(training);
        Guard.NotNull(score);
        return Points(
            partition,
            fold => new LockStepRun<TState>(training(fold.Train), state => score(state, fold.Test)),
            higherIsBetter);
    }

    private static IEnumerable<LockStepPoint<TState>> Points<TState>(
        Folds folds,
        Func<TrainTestSplit, LockStepRun<TState>> begin,
        bool higherIsBetter)
        where TState : IState
    {
        var runs = new List<LockStepRun<TState>>();
        try
        {
            foreach (var fold in folds)
                runs.Add(begin(fold));

            for (long step = 0; Advance(runs); step++)
            {
                yield return new(
                    step, [.. runs.Select(run => run.State)], Vector.From(runs.Select(run => run.Score)),
                    higherIsBetter);
            }
        }
        finally
        {
            foreach (var run in runs)
                run.Dispose();
        }
    }

    // Every run is asked, whatever the ones before it said.
    private static bool Advance<TState>(IEnumerable<LockStepRun<TState>> runs)
        where TState : IState =>
        runs.Aggregate(false, (any, run) => run.Next() || any);
}
