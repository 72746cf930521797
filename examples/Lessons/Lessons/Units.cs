using System.Collections.Immutable;
using Descent.Models;

namespace Lessons;

/// <summary>Whom the units of the features matter to.</summary>
public static class Units
{
    /// <summary>Methods on data as it is, and behind a standardizer, on the same folds.</summary>
    public static ImmutableArray<Line> All { get; } =
    [
        Of("diabetes", "least squares", new LinearRegression()),
        Of("diabetes", "tree", new CartRegressor(MinLeafSize: 20)),
        Of("diabetes", "ridge", new LinearRegression(new Ridge(0.1))),
        Of("diabetes", "lasso", new LinearRegression(new Lasso(1))),
        Of("diabetes", "15-NN", new KNearestRegressor(15)),
        Of("breast cancer", "tree", new CartClassifier(MinLeafSize: 8)),
        Of("breast cancer", "7-NN", new KNearestClassifier(7)),
    ];

    private static Line Of<TModel>(string data, string name, ILearner<TModel> learner)
        where TModel : class, IModel
    {
        var folds = data == "diabetes" ? Contest.Patients.Folds : Contest.BreastCancer.Folds;
        return new(data, name, Score(learner), Score(Prepare.Standardize().Then(learner)));

        CrossValidation Score(ILearner one) => CrossValidation.Of(folds, one);
    }

    /// <summary>A method with and without standardized features.</summary>
    public sealed record Line(
        string Data, string Method, CrossValidation Plain, CrossValidation Standardized);
}
