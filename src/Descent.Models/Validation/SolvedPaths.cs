using Descent.Linq;

namespace Descent.Models;

/// <summary>Paths on the whole data and on each training part, and the scores of the latter.</summary>
internal static class SolvedPaths
{
    public static SelectedPath<TModel> Choose<TModel>(
        Folds folds, PathSettings settings, Func<Vector, double, TModel> modelOf, Metric metric)
        where TModel : class, IModel
    {
        var strengths = settings.StrengthsFor(folds.Data);
        var whole = settings.Solve(folds.Data, strengths);
        double[][] scores =
        [
            .. folds.Select(fold => settings.Solve(fold.Train, strengths)
                .Select(point => metric.Of(fold.Test, Model(point))).ToArray()),
        ];
        return new(
            metric,
            [
                .. whole.Select((point, k) => new SelectedPoint<TModel>(
                    point.Strength, Model(point), point.Certificate,
                    new(Vector.From(scores.Select(fold => fold[k]))))),
            ]);

        TModel Model(PathPoint<State<CoordinateMemory>> point) =>
            modelOf(point.Parameters[..^1], point.Parameters[^1]);
    }
}
