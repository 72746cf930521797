using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>
/// Classes told apart by binary models of one type: their fields, and the models that there are.
/// </summary>
internal static class MulticlassKinds
{
    /// <summary>One against the rest and one against one, by models of a type.</summary>
    /// <param name="inner">What the file calls the models.</param>
    public static IEnumerable<ModelKind> By<TModel>(string inner)
        where TModel : class, IClassifier =>
    [
        ModelKind.Of<OneVsRestModel<TModel>>(
            $"oneVsRest of {inner}",
            (to, model) => Write(to, model.FeatureCount, model.Present, model.Models),
            from => new(from.Integer("features"), Present(from), Models<TModel>(from))),
        ModelKind.Of<OneVsOneModel<TModel>>(
            $"oneVsOne of {inner}",
            (to, model) => Write(to, model.FeatureCount, model.Present, model.Models),
            from => new(from.Integer("features"), Present(from), Models<TModel>(from))),
    ];

    private static void Write<TModel>(
        FieldWriter fields, int features, ImmutableArray<bool> present, ImmutableArray<TModel?> models)
        where TModel : class, IClassifier => fields
        .Integer("features", features)
        .Integers("present", present.Select(yes => yes ? 1 : 0))
        .Integers("fitted", models.Select(model => model is null ? 0 : 1))
        .Models("models", models.OfType<TModel>());

    private static ImmutableArray<bool> Present(FieldReader fields) => Flags(fields, "present");

    private static ImmutableArray<TModel?> Models<TModel>(FieldReader fields)
        where TModel : class, IClassifier
    {
        var (fitted, models) = (Flags(fields, "fitted"), fields.Models("models"));
        if (fitted.Count(yes => yes) != models.Length || !models.All(model => model is TModel))
            throw new InvalidDataException(
                $"{fields.Path}.models are not one {typeof(TModel).Name} for each 1 in "
                + $"{fields.Path}.fitted.");
        var next = 0;
        return [.. fitted.Select(yes => yes ? (TModel)models[next++] : null)];
    }

    private static ImmutableArray<bool> Flags(FieldReader fields, string name)
    {
        var numbers = fields.Integers(name);
        return numbers.All(number => number is 0 or 1)
            ? [.. numbers.Select(number => number == 1)]
            : throw new InvalidDataException($"{fields.Path}.{name} has a number that is neither 0 nor 1.");
    }
}
