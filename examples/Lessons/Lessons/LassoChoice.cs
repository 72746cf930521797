using System.Collections.Immutable;
using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>The strength of the lasso on the diabetes data, chosen by cross-validation.</summary>
public static class LassoChoice
{
    /// <summary>The patients, their measurements standardized.</summary>
    public static Dataset Data { get; } =
        Standardizer.Fit(LessonData.Diabetes).Transform(LessonData.Diabetes);

    /// <summary>Falling strengths, each with its errors on ten parts and its model of all rows.</summary>
    public static SelectedPath<LinearModel> Path { get; } =
        PathSelection.Linear(Data, folds: 10, seed: 11, count: 60);

    /// <summary>The weights without a penalty, at the best strength, and at the simplest as good.</summary>
    public static ImmutableArray<LinearModel> Models { get; } =
        [new LinearRegression().Fit(Data).Model, Path.Best.Model, Path.OneStandardError.Model];

    /// <summary>How many weights of a model are not 0.</summary>
    public static int Support(LinearModel model) => model.Weights.Count(weight => weight != 0);
}
