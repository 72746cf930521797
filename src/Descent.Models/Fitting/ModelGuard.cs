using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>The checks that models share.</summary>
internal static class ModelGuard
{
    /// <summary>Demands rows of as many features as the model has.</summary>
    public static Matrix Features(Matrix features, int expected, string name = "features")
    {
        Guard.NotNull(features, name);
        return features.Columns == expected
            ? features
            : throw new ArgumentException(
                Guard.Text($"{name} has {features.Columns} columns, but the model has {expected} features; ")
                + "pass rows of the features it was fitted to.",
                name);
    }

    /// <summary>Demands that targets are classes 0, 1, …, classes − 1.</summary>
    public static void Classes(Dataset data, int classes, string name = "data")
    {
        for (var i = 0; i < data.Count; i++)
        {
            var target = data.Targets[i];
            if (!(target >= 0 && target < classes && target == Math.Floor(target)))
                throw new ArgumentException(
                    Guard.Text($"{name} has the target {target} in row {i}, which is none of the classes ")
                    + Guard.Text($"0 to {classes - 1}; number them so, for example by Categories.Of."),
                    name);
        }
    }

    /// <summary>How many classes the targets number, at least 2: the greatest plus 1.</summary>
    public static int ClassCount(Dataset data, string name = "data")
    {
        var greatest = data.Targets.Max();
        var classes = greatest < 1_000_000 ? Math.Max(2, (int)greatest + 1) : 1_000_000;
        Classes(data, classes, name);
        return classes;
    }

    /// <summary>
    /// The number of classes given, which the targets must keep to, or as many as they number.
    /// </summary>
    public static int ClassCount(Dataset data, int? given)
    {
        Guard.NotNull(data);
        if (given is not { } classes)
            return ClassCount(data);
        Classes(data, classes);
        return classes;
    }

    /// <summary>Accepts null, and whole numbers that are not too small.</summary>
    public static int? AtLeast(
        int? value, int minimum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is { } given ? Guard.AtLeast(given, minimum, name) : null;
}
