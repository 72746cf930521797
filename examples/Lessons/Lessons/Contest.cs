using System.Collections.Immutable;
using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>Data, and the methods that are compared on it.</summary>
/// <param name="Name">What the data is, and how it is cut.</param>
/// <param name="Folds">The parts they are cut in.</param>
/// <param name="Methods">What is fitted to all parts but one, and scored on that one.</param>
public sealed record Contest(string Name, Folds Folds, ImmutableArray<Method> Methods)
{
    private static readonly Seed Order = 11;

    private static readonly IPreparation Bent =
        Prepare.Standardize().Then(Prepare.Polynomial(2)).Then(Prepare.Standardize());

    private static readonly IPreparation Means = Prepare.Select(
    [
        .. LessonData.BreastCancer.FeatureNames.Where(name =>
            name.StartsWith("mean_", StringComparison.Ordinal)),
    ]);

    /// <summary>Three kinds of flowers.</summary>
    public static Contest Iris { get; } = new(
        "iris: three kinds of 150 flowers by four lengths, ten parts",
        LessonData.Iris.StratifiedKFold(10, Order),
        [
            new("largest class", new CartClassifier(MaxDepth: 0)),
            new("softmax", Prepare.Standardize().Then(new SoftmaxRegression(new Ridge(0.001)))),
            new("softmax, degree 2", Bent.Then(new SoftmaxRegression(new Ridge(0.001)))),
            new("SVM, one by one", Prepare.Standardize().Then(new LinearSvm(new Ridge(0.001)).OneVsOne())),
            new("7-NN", Prepare.Standardize().Then(new KNearestClassifier(7))),
            new("tree", new CartClassifier(MinLeafSize: 4)),
        ]);

    /// <summary>The same flowers, by the lengths of their petals alone.</summary>
    public static Contest Flowers { get; } = new(
        "iris by two lengths, ten parts",
        LessonData.Petals.StratifiedKFold(10, Order),
        [
            new("softmax", Prepare.Standardize().Then(new SoftmaxRegression(new Ridge(0.001)))),
            new("tree", new CartClassifier(MinLeafSize: 4)),
            new("7-NN", Prepare.Standardize().Then(new KNearestClassifier(7))),
            new("1-NN", Prepare.Standardize().Then(new KNearestClassifier(1))),
        ]);

    /// <summary>Malignant and benign tumours.</summary>
    public static Contest BreastCancer { get; } = new(
        "breast cancer: 569 tumours by thirty measures, five parts",
        LessonData.BreastCancer.StratifiedKFold(5, Order),
        [
            new("largest class", new CartClassifier(MaxDepth: 0)),
            new("logistic", Prepare.Standardize().Then(new LogisticRegression(new Ridge(0.01)))),
            new("logistic, lasso", Prepare.Standardize().Then(new LogisticRegression(new Lasso(0.01)))),
            new("SVM", Prepare.Standardize().Then(new LinearSvm(new Ridge(0.01)) { Loss = Loss.Hinge })),
            new("logistic, ten means", Means
                .Then(Prepare.Standardize())
                .Then(new LogisticRegression(new Ridge(0.01)))),
            new("  of degree 2", Means.Then(Bent).Then(new LogisticRegression(new Ridge(0.01)))),
            new("7-NN", Prepare.Standardize().Then(new KNearestClassifier(7))),
            new("tree", new CartClassifier(MinLeafSize: 8)),
        ]);

    /// <summary>Ten digits, of the images that lesson k learns from.</summary>
    public static Contest TenDigits { get; } = new(
        "digits: the first 500 images of 64 grey levels, three parts",
        Digits.Risk.Data.StratifiedKFold(3, Order),
        [
            new("largest class", new CartClassifier(MaxDepth: 0)),
            new("softmax", new SoftmaxRegression(new Ridge(0.001))),
            new("7-NN", new KNearestClassifier(7)),
            new("tree", new CartClassifier()),
        ]);

    /// <summary>How far the diabetes of patients went.</summary>
    public static Contest Patients { get; } = new(
        "diabetes: its progression in 442 patients by ten measures, ten parts",
        LessonData.Diabetes.KFold(10, Order),
        [
            new("mean", new CartRegressor(MaxDepth: 0)),
            new("least squares", Prepare.Standardize().Then(new LinearRegression())),
            new("ridge", Prepare.Standardize().Then(new LinearRegression(new Ridge(0.1)))),
            new("lasso", Prepare.Standardize().Then(new LinearRegression(new Lasso(1)))),
            new("elastic net", Prepare.Standardize().Then(new LinearRegression(new ElasticNet(0.5)))),
            new("Huber", Prepare.Standardize().Then(new HuberRegression(Delta: 70))),
            new("median", Prepare.Standardize().Then(new QuantileRegression())),
            new("degree 2", new PolynomialRegression(2)),
            new("degree 2, ridge", new PolynomialRegression(2, new Ridge(0.5))),
            new("15-NN", Prepare.Standardize().Then(new KNearestRegressor(15))),
            new("tree", new CartRegressor(MinLeafSize: 20)),
        ]);

    /// <summary>The methods' scores on the same folds.</summary>
    public Comparison Scores { get; } = Method.Compare(Folds, Methods);
}
