using Descent.Models;

namespace Descent.Bits;

/// <summary>What learners make of data: predictions, discriminants, scores.</summary>
internal static class ModelBits
{
    public static IEnumerable<Result> All()
    {
        var classes = ToyData.Blobs(120, classes: 3, seed: 1, spread: 1.5);
        var moons = ToyData.Moons(150, noise: 0.3, seed: 2);
        var sine = ToyData.NoisySine(100, noise: 0.2, seed: 3);
        return
        [
            .. Toys(), .. Linear(moons, classes, sine), .. Others(moons, classes, sine),
            .. Validation(moons, sine),
        ];
    }

    private static IEnumerable<Result> Toys() =>
    [
        Result.Of("model.toy.circles", Samples.NumbersOf(ToyData.Circles(50, noise: 0.1, seed: 4))),
        Result.Of("model.toy.xor", Samples.NumbersOf(ToyData.Xor(50, noise: 0.1, seed: 5))),
        Result.Of("model.toy.spirals", Samples.NumbersOf(ToyData.Spirals(50, noise: 0.1, seed: 6))),
        Result.Of("model.toy.line", Samples.NumbersOf(ToyData.NoisyLine(50, noise: 0.1, seed: 7))),
    ];

    private static IEnumerable<Result> Linear(Dataset moons, Dataset classes, Dataset sine) =>
    [
        Fit("least-squares", new LinearRegression(), sine),
        Fit("ridge", new LinearRegression(new Ridge(0.1)), sine),
        Fit("lasso", new LinearRegression(new Lasso(0.01)), sine),
        Fit("huber", new HuberRegression(0.2), sine),
        Fit("polynomial", new PolynomialRegression(5, new Ridge(0.01)), sine),
        Fit("logistic", new LogisticRegression(new Ridge(0.01)), moons),
        Fit("logistic.balanced", new LogisticRegression(new Lasso(0.01)).Balanced(), moons),
        Fit("svm.squared-hinge", new LinearSvm(new Ridge(0.01)), moons),
        Fit("svm.hinge", new LinearSvm(new Ridge(0.01)) { Loss = Loss.Hinge }, moons),
        Fit("quantile", new QuantileRegression(0.8), sine),
        Fit("perceptron", new Perceptron(Seed: 1, MaxEpochs: 20), moons),
        Fit("one-vs-rest", new LogisticRegression(new Ridge(0.01)).OneVsRest(), classes),
        Fit("one-vs-one", new LinearSvm(new Ridge(0.01)).OneVsOne(), classes),
        Fit("softmax", new SoftmaxRegression(new Ridge(0.01)), classes),
    ];

    private static IEnumerable<Result> Others(Dataset moons, Dataset classes, Dataset sine) =>
    [
        Fit("nearest.votes",
            new KNearestClassifier(7) { Weights = NeighborWeights.InverseDistance }, classes),
        Fit("nearest.means", new KNearestRegressor(3) { Distance = Distance.Minkowski(1.5) }, sine),
        Fit("nearest.cosine", new KNearestClassifier { Distance = Distance.Cosine }, moons),
        Fit("cart.gini", new CartClassifier(MaxDepth: 5), classes),
        Fit("cart.entropy", new CartClassifier(ClassificationCriterion.Entropy), moons),
        Fit("cart.squares", new CartRegressor(MinLeafSize: 5), sine),
        Fit("cart.distances", new CartRegressor(RegressionCriterion.AbsoluteError, MaxDepth: 4), sine),
        Fit("pipeline", Prepare.Standardize().Then(Prepare.Polynomial(3))
            .Then(new LogisticRegression(new Ridge(0.01))), moons),
    ];

    private static IEnumerable<Result> Validation(Dataset moons, Dataset sine)
    {
        var learner = new LogisticRegression(new Ridge(0.01));
        var model = learner.Fit(moons).Model;
        var path = PathSelection.Linear(sine, folds: 5, seed: 8, count: 10);
        return
        [
            Result.Of("model.cross-validation",
                CrossValidation.Of(moons, learner, seed: 9, repeats: 2).Scores),
            Result.Of("model.path", path.Points.SelectMany(
                point => (double[])[point.Strength, point.Summary.Mean, point.Summary.Spread])),
            Result.Of("model.metrics", new[]
            {
                Metric.LogLoss, Metric.Brier, Metric.AreaUnderRoc, Metric.AveragePrecision, Metric.F1,
            }.Select(metric => metric.Of(moons, model))),
        ];
    }

    private static Result Fit(string name, ILearner learner, Dataset data)
    {
        var model = learner.Fit(data).Model;
        var numbers = model is IClassifier classifier
            ? Enumerable.Range(0, data.Count).SelectMany(
                i => classifier.Discriminants(data.Features).Row(i).ToArray())
            : model.Predict(data.Features);
        return Result.Of("model." + name, numbers);
    }
}
