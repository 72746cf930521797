namespace Descent.Models;

/// <summary>
/// The strength λ of a lasso, ridge or elastic-net penalty, chosen by cross-validation along paths.
/// </summary>
/// <remarks>
/// <para>The minima of <c>f(w, b) + λ (α ‖w‖₁ + (1 − α)/2 ‖w‖²)</c>, f the mean loss: α = 1 is the lasso, 0
/// ridge regression, and between them is the elastic net. The whole data say which λ there are; then a path
/// is solved on the whole data and on each training part, through the same λ, each solution begun at the one
/// before, and each fold's solutions are scored on its test part (Friedman, Hastie, Tibshirani 2010:
/// cv.glmnet). Since f is a mean, one λ is as strong on a part as on the whole.</para>
/// <para>Unless they are given, the λ fall by one ratio from the least at which all weights are 0
/// (<see cref="PenaltyStrengths.Greatest"/>; for α below 0.001 that of 0.001) to a share of it: 1e-4 where
/// there are more rows than features, and 1e-2 where there are not.</para>
/// <para>Features are taken as they are: bring them to one scale first, or the penalty falls on the features
/// of small scale. Weights of rows count.</para>
/// <para>Laws: each solution is that of a fit at its λ alone, but for the tolerance; equal arguments give
/// equal bits.</para>
/// <code>
/// var chosen = PathSelection.Linear(data, folds: 10, seed: 7);
/// Console.WriteLine(chosen);                              // λ of the least error, and of the simplest model
/// var model = chosen.OneStandardError.Model;
/// </code>
/// </remarks>
public static class PathSelection
{
    /// <summary>Linear models by <see cref="Loss.HalfSquared"/>, on folds in random order.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2; 10 as in glmnet.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean squared error.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="strengths"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static SelectedPath<LinearModel> Linear(
        Dataset data,
        double l1Ratio = 1,
        int folds = 10,
        Seed seed = default,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9) =>
        Linear(
            Guard.NotNull(data).KFold(folds, seed), l1Ratio, count, strengths, metric, tolerance);

    /// <summary>Linear models by <see cref="Loss.HalfSquared"/>, on folds of one's own.</summary>
    /// <param name="partition">Any folds.</param>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean squared error.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="partition"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="strengths"/> is empty.</exception>
    public static SelectedPath<LinearModel> Linear(
        Folds partition,
        double l1Ratio = 1,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9) =>
        SolvedPaths.Choose(
            Guard.NotNull(partition),
            new(Loss.HalfSquared, l1Ratio, count, strengths, tolerance),
            (weights, bias) => new LinearModel(weights, bias),
            metric ?? Metric.MeanSquaredError);

    /// <summary>Logistic models by <see cref="Loss.Logistic"/>, on stratified folds in random
    /// order.</summary>
    /// <param name="data">The rows; targets are 0 and 1.</param>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2; 10 as in glmnet.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean logistic loss.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="strengths"/> is empty, or a target is not 0 or 1.
    /// </exception>
    /// <exception cref="InvalidOperationException">The data cannot be cut so.</exception>
    public static SelectedPath<LogisticModel> Logistic(
        Dataset data,
        double l1Ratio = 1,
        int folds = 10,
        Seed seed = default,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9) =>
        Logistic(
            Guard.NotNull(data).StratifiedKFold(folds, seed), l1Ratio, count, strengths, metric, tolerance);

    /// <summary>Logistic models by <see cref="Loss.Logistic"/>, on folds of one's own.</summary>
    /// <param name="partition">Any folds; targets are 0 and 1.</param>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean logistic loss.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="partition"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="strengths"/> is empty, or a target is not 0 or 1.
    /// </exception>
    public static SelectedPath<LogisticModel> Logistic(
        Folds partition,
        double l1Ratio = 1,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9) =>
        SolvedPaths.Choose(
            Guard.NotNull(partition),
            new(Loss.Logistic, l1Ratio, count, strengths, tolerance),
            (weights, bias) => new LogisticModel(weights, bias),
            metric ?? Metric.LogLoss);

    /// <summary>A learner that chooses λ for linear models, and gives the model of all its rows.</summary>
    /// <remarks>
    /// Inside a cross-validation it chooses in each training part anew, so that the score is honest.
    /// </remarks>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2; 10 as in glmnet.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean squared error.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <param name="oneStandardError">
    /// Whether it takes the greatest λ within one standard error of the best, and not the best.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="strengths"/> is empty.</exception>
    public static ILearner<LinearModel> LinearLearner(
        double l1Ratio = 1,
        int folds = 10,
        Seed seed = default,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9,
        bool oneStandardError = false)
    {
        Guard.AtLeast(folds, 2);
        PathSettings.Check(l1Ratio, count, strengths, tolerance);
        return new PathSelectionLearner<LinearModel>(
            data => Linear(data, l1Ratio, folds, seed, count, strengths, metric, tolerance),
            tolerance,
            oneStandardError);
    }

    /// <summary>A learner that chooses λ for logistic models, and gives the model of all its rows.</summary>
    /// <remarks>
    /// Inside a cross-validation it chooses in each training part anew, so that the score is honest.
    /// </remarks>
    /// <param name="l1Ratio">α, in [0, 1]: 1 is the lasso, 0 ridge regression.</param>
    /// <param name="folds">How many parts the rows are cut in, at least 2; 10 as in glmnet.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <param name="count">How many λ there are, at least 1, if none are given.</param>
    /// <param name="strengths">
    /// The λ, in any order; when omitted, those of <see cref="PathSelection"/>.
    /// </param>
    /// <param name="metric">What scores; when omitted, the mean logistic loss.</param>
    /// <param name="tolerance">Each is solved to this relative duality gap; at least 0.</param>
    /// <param name="oneStandardError">
    /// Whether it takes the greatest λ within one standard error of the best, and not the best.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="strengths"/> is empty.</exception>
    public static ILearner<LogisticModel> LogisticLearner(
        double l1Ratio = 1,
        int folds = 10,
        Seed seed = default,
        int count = 100,
        Vector? strengths = null,
        Metric? metric = null,
        double tolerance = 1e-9,
        bool oneStandardError = false)
    {
        Guard.AtLeast(folds, 2);
        PathSettings.Check(l1Ratio, count, strengths, tolerance);
        return new PathSelectionLearner<LogisticModel>(
            data => Logistic(data, l1Ratio, folds, seed, count, strengths, metric, tolerance),
            tolerance,
            oneStandardError);
    }
}
