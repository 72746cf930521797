using System.Globalization;
using System.Text.Json;

namespace Descent.Properties;

/// <summary>The reference fits and their data, as risks.</summary>
internal static class ReferenceFits
{
    private const string Data = "tests/Descent.Properties/Objectives/data/";

    /// <summary>The diabetes data, standardised.</summary>
    public static Dataset Diabetes { get; } = Standardised(Rows(Data + "diabetes.csv"));

    /// <summary>The breast-cancer data, standardised; 1 is benign.</summary>
    public static Dataset BreastCancer { get; } =
        Standardised(Rows("examples/QuickStart/data/breast_cancer.csv"));

    /// <summary>The iris flowers of species 1 and 2, standardised; 1 is virginica.</summary>
    public static Dataset TwoIrises { get; } = Standardised(
    [
        .. Rows(Data + "iris.csv").Where(row => row[^1] > 0)
            .Select(row => (double[])[.. row[..^1], row[^1] - 1]),
    ]);

    /// <summary>The iris flowers of all species, standardised.</summary>
    public static Dataset Irises { get; } = Standardised(Rows(Data + "iris.csv"));

    /// <summary>The diabetes data as they are.</summary>
    public static Dataset RawDiabetes { get; } = Plain(Rows(Data + "diabetes.csv"));

    /// <summary>The breast-cancer data as they are; 1 is benign.</summary>
    public static Dataset RawBreastCancer { get; } =
        Plain(Rows("examples/QuickStart/data/breast_cancer.csv"));

    /// <summary>The iris flowers as they are.</summary>
    public static Dataset RawIrises { get; } = Plain(Rows(Data + "iris.csv"));

    public static IEnumerable<JsonElement> OfIrises() =>
        Read("iris_softmax.json").GetProperty("cases").EnumerateArray();

    public static IEnumerable<JsonElement> OfDiabetes(params string[] kinds) =>
        Read("diabetes_linear.json").GetProperty("cases").EnumerateArray()
            .Where(fit => kinds.Contains(fit.GetProperty("kind").GetString()));

    public static IEnumerable<JsonElement> OfBreastCancer() =>
        Read("breast_cancer_logistic.json").GetProperty("cases").EnumerateArray();

    public static IEnumerable<JsonElement> OfTwoIrises(string loss) =>
        Read("iris_svm.json").GetProperty(loss).EnumerateArray();

    /// <summary>The coefficients, then the bias.</summary>
    public static Vector ParametersOf(JsonElement fit) =>
        [.. fit.GetProperty("w").EnumerateArray().Select(x => x.GetDouble()), Number(fit, "b")];

    public static double Number(JsonElement fit, string name) => fit.GetProperty(name).GetDouble();

    private static Dataset Standardised(double[][] rows)
    {
        var data = Plain(rows);
        return Standardizer.Fit(data).Transform(data);
    }

    private static Dataset Plain(double[][] rows) => new(
        Matrix.FromRows(rows.Select(row => row[..^1])), Vector.From(rows.Select(row => row[^1])));

    private static double[][] Rows(string file) =>
    [
        .. File.ReadLines(Repository.PathOf(file)).Skip(1).Select(line =>
            line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()),
    ];

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf(Data + name))).RootElement;
}
