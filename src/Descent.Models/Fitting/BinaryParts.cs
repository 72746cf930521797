using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>What learners made of binary ones share.</summary>
internal static class BinaryParts
{
    /// <summary>Which classes have a row that counts.</summary>
    public static bool[] PresentIn(Dataset data, int classes)
    {
        var present = new bool[classes];
        for (var i = 0; i < data.Count; i++)
            present[(int)data.Targets[i]] |= data.Weights[i] > 0;
        return present;
    }

    /// <summary>The rows with targets 1 where they are of a class, 0 elsewhere.</summary>
    public static Dataset Of(Dataset data, int one) => new(
        data.Features,
        data.Targets.Map(target => target == one ? 1 : 0),
        data.IsWeighted ? data.Weights : null,
        data.FeatureNames);

    /// <summary>The rows of two classes.</summary>
    public static Dataset Of(Dataset data, int zero, int one) => Of(
        data.Select(Enumerable.Range(0, data.Count)
            .Where(i => data.Targets[i] == zero || data.Targets[i] == one)),
        one);

    /// <summary>A fit that names what it is for.</summary>
    public static FitReport Named(FitReport report, string name) =>
        report with { Method = $"{name}: {report.Method}" };

    /// <summary>g_1 − g_0 of each row.</summary>
    public static Vector Scores(IClassifier model, Matrix features)
    {
        var discriminants = model.Discriminants(features);
        return discriminants.Column(1) - discriminants.Column(0);
    }

    /// <summary>0 and 1, 0 and 2, …, 1 and 2, ….</summary>
    public static (int Zero, int One)[] Pairs(int classes) =>
    [
        .. from zero in Enumerable.Range(0, classes)
           from one in Enumerable.Range(zero + 1, classes - zero - 1)
           select (zero, one),
    ];

    /// <summary>Demands at least two classes, one of which had rows.</summary>
    public static ImmutableArray<bool> Some(ImmutableArray<bool> present, string name = "Present")
    {
        if (present.IsDefault)
            throw new ArgumentNullException(name);
        return present.Length >= 2 && present.Contains(true) ? present : throw new ArgumentException(
            Guard.Text($"{name} has {present.Length} classes, {present.Count(one => one)} of them with ")
            + "rows; pass at least 2, of which 1 had rows.",
            name);
    }

    /// <summary>Demands so many models, each of two classes and of so many features, or null.</summary>
    public static ImmutableArray<TModel?> Fitting<TModel>(
        ImmutableArray<TModel?> models, int features, int count, string name = "Models")
        where TModel : class, IClassifier
    {
        if (models.IsDefault)
            throw new ArgumentNullException(name);
        Guard.SameLength(models.Length, count, "the list of classes or pairs", name);
        foreach (var model in models)
        {
            if (model is not null && (model.ClassCount != 2 || model.FeatureCount != features))
            {
                throw new ArgumentException(
                    Guard.Text($"{name} has one of {model.ClassCount} classes and {model.FeatureCount} ")
                    + Guard.Text($"features; each must have 2 classes and {features} features."),
                    name);
            }
        }

        return models;
    }

    /// <summary>A title, and a line for each model.</summary>
    public static string Text<TModel>(string title, ImmutableArray<TModel?> models)
        where TModel : class => string.Join(
            '\n', [title, .. models.Select(model => $"- {model?.ToString() ?? "no model"}")]);
}
