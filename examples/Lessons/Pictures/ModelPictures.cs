using Descent.Models;

namespace Lessons;

/// <summary>The drawings of the lesson on all models.</summary>
public static class ModelPictures
{
    /// <summary>All drawings: the borders between flowers, and the choice of the lasso's strength.</summary>
    public static IEnumerable<Drawing> All =>
        [new("n-iris-borders.svg", Flowers()), new("n-lasso-choice.svg", Choice())];

    private static Sheet Flowers() => new("Iris by the petals: borders of four methods", 2,
    [
        .. Contest.Flowers.Methods.Select((method, k) => ClassPlane.Of(
            $"iris: {method.Name}, {Show.Fixed(Contest.Flowers.Scores.Candidates[k].Mean, 3)} right",
            LessonData.Petals,
            method.Learner.Fit(LessonData.Petals).Model,
            "setosa",
            "versicolor",
            "virginica")),
    ]);

    private static Plot Choice()
    {
        var path = LassoChoice.Path;
        var strength = new Axis("λ", path.Points[^1].Strength, path.Points[0].Strength, Logarithmic: true);
        var error = new Axis("mean squared error", 2500, 6500);
        return new Plot("The lasso's error on new patients, and two choices of λ", strength, error).With(
            Errors(path, 0, Ink.Blue, "mean"),
            Errors(path, 1, Ink.Grey, "one standard error more and less"),
            Errors(path, -1, Ink.Grey, null),
            Upright(path.Best, Ink.Red, "best"),
            Upright(path.OneStandardError, Ink.Green, "simplest as good"));

        Curve Upright(SelectedPoint<LinearModel> point, string ink, string name) => new(
            [new(point.Strength, error.Least), new(point.Strength, error.Greatest)],
            ink,
            name,
            1.5,
            Dashed: true);
    }

    private static Curve Errors(SelectedPath<LinearModel> path, int times, string ink, string? name) => new(
        path.Points.Select(point =>
            new Point(point.Strength, point.Mean + (times * point.Summary.StandardError))),
        ink,
        name,
        times == 0 ? 2 : 1);
}
