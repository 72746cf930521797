using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>All kinds of feature maps that a file can hold, in one place.</summary>
/// <remarks>As <see cref="ModelKinds"/>: a new map is one line more.</remarks>
internal static class MapKinds
{
    private static readonly ImmutableArray<MapKind> All =
    [
        MapKind.Of<StandardizingMap>(
            "standardize",
            (to, map) => to.Numbers("mean", map.Scaler.Mean).Numbers("scale", map.Scaler.Scale)
                .Integers("constantColumns", map.Scaler.ConstantColumns)
                .Texts("features", map.Scaler.FeatureNames),
            from => new(new Standardizer(
                Some(from, "mean"), Some(from, "scale"), Places(from, "constantColumns"),
                from.Texts("features")))),
        MapKind.Of<MinMaxMap>(
            "min-max",
            (to, map) => to.Numbers("minimum", map.Scaler.Minimum).Numbers("maximum", map.Scaler.Maximum)
                .Number("lower", map.Scaler.Lower).Number("upper", map.Scaler.Upper)
                .Texts("features", map.Scaler.FeatureNames),
            from => new(new MinMaxScaler(
                Some(from, "minimum"), Some(from, "maximum"), Guard.Finite(from.Number("lower"), "lower"),
                Guard.GreaterThan(from.Number("upper"), from.Number("lower"), "upper"),
                from.Texts("features")))),
        MapKind.Of<OneHotMap>(
            "one-hot",
            (to, map) => to.Flag("dropFirst", map.Encoder.DropFirst)
                .Flag("ignoreUnknown", map.Encoder.IgnoresUnknown)
                .Objects("features", map.Encoder.Columns, Write),
            from => new(OneHot.Of(
                from.Objects("features", ReadFeature), from.Flag("dropFirst"), from.Flag("ignoreUnknown")))),
        MapKind.Of<PolynomialMap>(
            "polynomial",
            (to, map) => to.Integer("degree", map.Products.Degree)
                .Flag("interactionOnly", map.Products.InteractionOnly)
                .Texts("features", map.InputNames.Items),
            from => new(
                new PolynomialFeatures(from.Integer("degree"), from.Flag("interactionOnly")),
                from.Texts("features"))),
        MapKind.Of<SelectingMap>(
            "select",
            (to, map) => to.Integer("featureCount", map.FeatureCount).Integers("places", map.Places.Items)
                .Texts("features", map.Names.Items),
            from => Fitting(
                new SelectingMap(
                    from.Integer("featureCount"), Places(from, "places", from.Integer("featureCount")),
                    from.Texts("features")),
                map => map.Places.Items.Length == map.Names.Items.Length)),
        MapKind.Of<OnColumnsMap>(
            "on-columns",
            (to, map) => to.Texts("features", map.InputNames.Items).Integers("places", map.Places.Items)
                .Map("map", map.Inner),
            from => Fitting(
                new OnColumnsMap(from.Texts("features"), Places(from, "places"), from.Map("map")),
                map => map.Places.Items.Length == map.Inner.FeatureCount)),
        MapKind.Of<ImputingMap>(
            "impute",
            (to, map) => to.Texts("features", map.InputNames.Items).Integers("places", map.Places.Items)
                .Integers("marks", map.Marks.Items).Numbers("fill", map.Fill)
                .Flag("keepMarks", map.KeepMarks),
            from => Fitting(
                new ImputingMap(
                    from.Texts("features"), Places(from, "places"), Places(from, "marks"),
                    from.Numbers("fill"), from.Flag("keepMarks")),
                map => map.Places.Items.Length == map.Fill.Count
                    && map.Marks.Items.Length == map.Fill.Count)),
        MapKind.Of<StepsMap>(
            "steps",
            (to, map) => to.Texts("features", map.InputNames.Items).Objects("maps", map.Maps.Items, Write),
            from => Fitting(new StepsMap(from.Texts("features"), from.Objects("maps", Read)), IsChain)),
    ];

    /// <exception cref="NotSupportedException">It is of no kind that a file can hold.</exception>
    public static void Write(FieldWriter fields, IFeatureMap map)
    {
        var kind = All.FirstOrDefault(one => one.Is(map)) ?? throw new NotSupportedException(
            $"The preparation '{map}' cannot be written: a function of your own is no data. Prepare the rows "
            + "by it before the pipeline, and write the rest.");
        kind.Write(fields.Text("kind", kind.Name), map);
    }

    /// <exception cref="InvalidDataException">
    /// The kind is not known, or a field is missing or wrong.
    /// </exception>
    public static IFeatureMap Read(FieldReader fields)
    {
        var name = fields.Text("kind");
        var kind = All.FirstOrDefault(one => one.Name == name) ?? throw new InvalidDataException(
            $"{fields.Path}.kind is '{name}', which is none of the maps this version knows: "
            + $"{string.Join(", ", All.Select(one => one.Name))}. Read it with a later version.");
        return fields.Valid(() => kind.Read(fields));
    }

    private static void Write(FieldWriter fields, OneHotFeature feature)
    {
        fields.Text("name", feature.Name);
        if (feature.Categories is { } categories)
            fields.Numbers("categories", categories);
        if (feature.Labels is { } labels)
            fields.Texts("labels", labels.Labels);
    }

    private static OneHotFeature ReadFeature(FieldReader fields) => new(
        fields.Text("name"),
        fields.Has("categories") ? fields.Numbers("categories") : null,
        fields.Has("labels") ? fields.Valid(() => Categories.InOrder(fields.Texts("labels"))) : null);

    // What the constructors trust their callers for is checked here.
    private static Vector Some(FieldReader fields, string name)
    {
        var (numbers, count) = (fields.Numbers(name), fields.Texts("features").Length);
        Guard.SameLength(numbers.Count, count, "the list of features", name);
        return numbers;
    }

    private static TMap Fitting<TMap>(TMap map, Func<TMap, bool> fits) => fits(map)
        ? map
        : throw new ArgumentException("its lists have lengths that do not go together.", nameof(map));

    private static bool IsChain(StepsMap steps)
    {
        var count = steps.FeatureCount;
        foreach (var map in steps.Maps.Items)
        {
            if (map.FeatureCount != count)
                return false;
            count = map.FeatureNames.Length;
        }

        return true;
    }

    private static ImmutableArray<int> Places(FieldReader fields, string name) =>
        Places(fields, name, fields.Texts("features").Length);

    private static ImmutableArray<int> Places(FieldReader fields, string name, int count)
    {
        var places = fields.Integers(name);
        Guard.Indices(places.AsSpan(), count, name);
        if (places.Distinct().Count() != places.Length)
            throw new ArgumentException($"{name} has a place twice; each comes once.", name);
        return places;
    }
}
