using Descent.Models;

namespace Descent.Properties;

/// <summary>A linear learner with data, whatever its model, for laws that hold for all.</summary>
internal sealed record LinearSubject(
    string Name,
    Dataset Data,
    Risk Risk,
    Func<Dataset, IFit<IModel>> Fit,
    Func<Dataset, IModel, IFit<IModel>> FitFrom,
    Func<IEnumerable<IState>> Training,
    Func<Vector, IModel> ModelOf)
{
    private static readonly Lazy<LinearSubject[]> Everything = new(Make);

    public static IReadOnlyList<LinearSubject> All => Everything.Value;

    public static LinearSubject Of(string name) => All.Single(subject => subject.Name == name);

    public override string ToString() => Name;

    private static LinearSubject[] Make()
    {
        var (diabetes, cancer, irises) =
            (ReferenceFits.Diabetes, ReferenceFits.BreastCancer, ReferenceFits.Irises);
        return
        [
            Linear("least squares", diabetes, new()),
            Linear("least squares through 0", diabetes, new() { Bias = false }),
            Linear("ridge", diabetes, new(new Ridge(0.1))),
            Linear("ridge with factors", diabetes, new(new Ridge(0.1) { Factors = Vector.Ones(10) })),
            Linear("lasso", diabetes, new(new Lasso(1))),
            Linear("elastic net", diabetes, new(new ElasticNet(0.1))),
            Linear("not negative", diabetes, new(new NonNegative())),
            Linear("in a ball", diabetes, new(new UnitBall())),
            Linear("pseudo-Huber penalty", diabetes, new(new Smoothed())),
            Logistic("logistic ridge", cancer, new(new Ridge(0.01))),
            Logistic("logistic ridge through 0", cancer, new(new Ridge(0.01)) { Bias = false }),
            Logistic("logistic lasso", cancer, new(new Lasso(0.02))),
            Logistic("logistic in a box", cancer, new(new Box(-1, 1))),
            Softmax("softmax ridge", irises, new(new Ridge(0.01))),
            Softmax("softmax lasso", irises, new(new Lasso(0.01))),
            Softmax("softmax through 0", irises, new(new Ridge(0.01)) { Bias = false }),
            Huber("Huber", diabetes, new(50)),
            Huber("Huber ridge", diabetes, new(1.35, new Ridge(0.01))),
            Polynomial("parabola", diabetes, new(2)),
            Polynomial("parabola with lasso", diabetes, new(2, new Lasso(1))),
        ];
    }

    private static LinearSubject Linear(string name, Dataset data, LinearRegression learner) => new(
        name, data, learner.Risk(data), learner.Fit, (rows, start) => learner.Fit(rows, (LinearModel)start),
        () => learner.Training(data), parameters => learner.ModelOf(data, parameters));

    private static LinearSubject Logistic(string name, Dataset data, LogisticRegression learner) => new(
        name, data, learner.Risk(data), learner.Fit, (rows, start) => learner.Fit(rows, (LogisticModel)start),
        () => learner.Training(data), parameters => learner.ModelOf(data, parameters));

    private static LinearSubject Softmax(string name, Dataset data, SoftmaxRegression learner) => new(
        name, data, learner.Risk(data), learner.Fit, (rows, start) => learner.Fit(rows, (SoftmaxModel)start),
        () => learner.Training(data), parameters => learner.ModelOf(data, parameters));

    private static LinearSubject Huber(string name, Dataset data, HuberRegression learner) => new(
        name, data, learner.Risk(data), learner.Fit, (rows, start) => learner.Fit(rows, (LinearModel)start),
        () => learner.Training(data), parameters => learner.ModelOf(data, parameters));

    private static LinearSubject Polynomial(string name, Dataset data, PolynomialRegression learner) => new(
        name, data, learner.Risk(data), learner.Fit,
        (rows, start) => learner.Fit(rows, (PolynomialModel)start),
        () => learner.Training(data), parameters => learner.ModelOf(data, parameters));

    /// <summary>Σ √(1 + wⱼ²), a penalty of a user's own that tells no second derivatives.</summary>
    private sealed class Smoothed : ISmoothPenalty
    {
        public double Value(Vector weights) => weights.Sum(w => Math.Sqrt(1 + (w * w)));

        public Vector Gradient(Vector weights) => weights.Map(w => w / Math.Sqrt(1 + (w * w)));
    }
}
