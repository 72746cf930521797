using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>Points of several classes in a plane, over what a model says at each place of it.</summary>
public static class ClassPlane
{
    private static readonly string[] Inks = [Ink.Blue, Ink.Orange, Ink.Green];

    /// <summary>The plane around the points.</summary>
    /// <param name="title">What is seen.</param>
    /// <param name="data">The points: two features, and a class 0, 1 or 2.</param>
    /// <param name="model">What says a class of each place.</param>
    /// <param name="classes">Their names.</param>
    public static Plot Of(string title, Dataset data, IModel model, params string[] classes) =>
        new Plot(title, Across(data, 0), Across(data, 1)).With(
        [
            new Regions(model.Predict, Inks, Columns: 92, Rows: 46),
            .. classes.Select((name, label) => new Dots(OfClass(data, label), Inks[label], name)),
        ]);

    private static Axis Across(Dataset data, int feature)
    {
        var values = data.Features.Column(feature);
        var margin = 0.08 * (values.Max() - values.Min());
        return new(data.FeatureNames[feature], values.Min() - margin, values.Max() + margin);
    }

    private static IEnumerable<Point> OfClass(Dataset data, int label) =>
        Enumerable.Range(0, data.Count)
            .Where(row => data.Targets[row] == label)
            .Select(row => new Point(data.Features[row, 0], data.Features[row, 1]));
}
