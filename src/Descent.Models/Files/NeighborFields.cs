namespace Descent.Models;

/// <summary>Nearest neighbours as fields: the settings and the rows that were kept.</summary>
internal static class NeighborFields
{
    private const string Minkowski = "minkowski";

    private static readonly (string Name, Distance Distance)[] Distances =
    [
        ("euclidean", Distance.Euclidean), ("manhattan", Distance.Manhattan),
        ("chebyshev", Distance.Chebyshev), ("cosine", Distance.Cosine),
    ];

    public static void Write(FieldWriter fields, KNearest settings, Dataset data)
    {
        fields
            .Integer("k", settings.K)
            .Text("neighborWeights", settings.Weights.ToString())
            .Text("search", settings.Search.ToString());
        WriteDistance(fields, settings.Distance);
        fields
            .Texts("names", data.FeatureNames)
            .Matrix("rows", data.Features)
            .Numbers("targets", data.Targets);
        if (data.IsWeighted)
            fields.Numbers("weights", data.Weights);
    }

    public static Dataset Data(FieldReader fields) => new(
        fields.Matrix("rows"),
        fields.Numbers("targets"),
        fields.Has("weights") ? fields.Numbers("weights") : null,
        fields.Texts("names"));

    public static KNearestClassifier Classifier(FieldReader fields) =>
        (KNearestClassifier)Settings(fields, new KNearestClassifier());

    public static KNearestRegressor Regressor(FieldReader fields) =>
        (KNearestRegressor)Settings(fields, new KNearestRegressor());

    private static KNearest Settings(FieldReader fields, KNearest usual) => usual with
    {
        K = fields.Integer("k"),
        Weights = One<NeighborWeights>(fields, "neighborWeights"),
        Search = One<NeighborSearch>(fields, "search"),
        Distance = ReadDistance(fields),
    };

    private static void WriteDistance(FieldWriter fields, Distance distance)
    {
        if (distance is MinkowskiDistance { Order: var order })
            fields.Text("distance", Minkowski).Number("order", order);
        else
            fields.Text("distance", Distances.FirstOrDefault(one => one.Distance == distance).Name
                ?? throw new NotSupportedException(
                    $"{distance} is a function of your own, which no file can hold: write its rows, and fit "
                    + "them again after reading."));
    }

    private static Distance ReadDistance(FieldReader fields)
    {
        var name = fields.Text("distance");
        return name == Minkowski
            ? Distance.Minkowski(fields.Number("order"))
            : Distances.FirstOrDefault(one => one.Name == name).Distance ?? throw new InvalidDataException(
                $"{fields.Path}.distance is '{name}', which is no distance that this version knows.");
    }

    private static TEnum One<TEnum>(FieldReader fields, string name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(fields.Text(name), out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidDataException(
                $"{fields.Path}.{name} is '{fields.Text(name)}', which is none of "
                + $"{string.Join(", ", Enum.GetNames<TEnum>())}.");
}
