using Descent.Models;

namespace Descent.Properties;

/// <summary>The one list of learners that every law of learners runs over.</summary>
public static class LearnerSubjects
{
    public static IReadOnlyList<LearnerSubject> All { get; } =
    [
        Of("least squares", new LinearRegression(), LearnerTask.Regression, 1e-9),
        Of("least squares without a bias",
            new LinearRegression { Bias = false }, LearnerTask.Regression, 1e-9),
        Of("ridge", new LinearRegression(new Ridge(0.1)), LearnerTask.Regression, 1e-9),
        Of("lasso", new LinearRegression(new Lasso(0.1)), LearnerTask.Regression, 1e-6),
        Of("elastic net", new LinearRegression(new ElasticNet(0.1)), LearnerTask.Regression, 1e-6),
        Of("Huber", new HuberRegression(), LearnerTask.Regression, 1e-8),
        Of("polynomial", new PolynomialRegression(2, new Ridge(0.1)), LearnerTask.Regression, 1e-8),

        Of("logistic", new LogisticRegression(new Ridge(0.1)), LearnerTask.TwoClasses, 1e-8),
        Of("logistic, lasso", new LogisticRegression(new Lasso(0.05)), LearnerTask.TwoClasses, 1e-5),
        Of("softmax", new SoftmaxRegression(new Ridge(0.1)), LearnerTask.ThreeClasses, 1e-8),
        Of("logistic, balanced",
            new LogisticRegression(new Ridge(0.1)).Balanced(), LearnerTask.TwoClasses, 1e-8),
        Of("softmax, weighted",
            new SoftmaxRegression(new Ridge(0.1)).WithClassWeights([1, 2, 0.5]),
            LearnerTask.ThreeClasses, 1e-8),

        Of("median", new QuantileRegression(0.5, new Ridge(0.1)), LearnerTask.Regression, 1e-6),
        Of("SVM, squared hinge", new LinearSvm(new Ridge(0.1)), LearnerTask.TwoClasses, 1e-8),
        Of("SVM, hinge", new LinearSvm(new Ridge(0.1)) { Loss = Loss.Hinge }, LearnerTask.TwoClasses, 1e-6),
        Of("one against the rest",
            new LogisticRegression(new Ridge(0.1)).OneVsRest(), LearnerTask.ThreeClasses, 1e-8),
        Of("one against one", new LinearSvm(new Ridge(0.1)).OneVsOne(), LearnerTask.ThreeClasses, 1e-8),
        Of("one tree against the rest",
            new CartClassifier(MaxDepth: 2).OneVsRest(), LearnerTask.ThreeClasses, 0),

        Of("nearest, votes", new KNearestClassifier(4), LearnerTask.ThreeClasses, 1e-12),
        Of("nearest, means", new KNearestRegressor(3) { Weights = NeighborWeights.InverseDistance },
            LearnerTask.Regression, 1e-12),
        Of("nearest, brute force", new KNearestClassifier(3)
        {
            Distance = Distance.Minkowski(3),
            Weights = NeighborWeights.Rank,
            Search = NeighborSearch.BruteForce,
        }, LearnerTask.TwoClasses, 1e-12),

        Of("CART, Gini", new CartClassifier(), LearnerTask.ThreeClasses, 0),
        Of("CART, entropy", new CartClassifier(ClassificationCriterion.Entropy, MaxDepth: 3),
            LearnerTask.TwoClasses, 0),
        Of("CART, squares", new CartRegressor(MaxDepth: 4), LearnerTask.Regression, 1e-12),
        Of("CART, distances", new CartRegressor(RegressionCriterion.AbsoluteError, MaxDepth: 4),
            LearnerTask.Regression, 0),

        Of("standardized ridge",
            Prepare.Standardize().Then(Prepare.Polynomial(2)).Then(new LinearRegression(new Ridge(0.1))),
            LearnerTask.Regression, 1e-8),
        Of("standardized neighbours", Prepare.MinMax().Then(new KNearestClassifier(4)),
            LearnerTask.ThreeClasses, 1e-12),
        Of("standardized softmax", Prepare.Standardize().Then(new SoftmaxRegression(new Ridge(0.1))),
            LearnerTask.ThreeClasses, 1e-8),
    ];

    private static LearnerSubject Of(string name, ILearner learner, LearnerTask task, double near) =>
        new(name, learner, task, near);
}
