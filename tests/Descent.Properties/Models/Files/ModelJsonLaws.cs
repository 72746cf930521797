using System.Text;
using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class ModelJsonLaws
{
    private static readonly Dataset Cars = new(
        Matrix.FromRows([1.5, 0, 10, 1], [2.5, 1, 30, 0], [3.5, 0, 10, 0], [4.5, 2, 20, 0]),
        [0, 1, 0, 1],
        names: ["size", "colour", "doors \"4\"", "size is missing"]);

    private static readonly Dictionary<string, Categories> Known =
        new() { ["colour"] = Categories.InOrder(["z", "ä", "b"]) };

    private static readonly IPreparation[] Preparations =
    [
        Prepare.Nothing, Prepare.Standardize(), Prepare.MinMax(-1, 1), Prepare.OneHot(["colour"]),
        Prepare.OneHot(["colour"], dropFirst: false, ignoreUnknown: true),
        Prepare.OneHot(Known),
        Prepare.Polynomial(3), Prepare.Polynomial(2, interactionOnly: true), Prepare.Select("colour", "size"),
        Prepare.Standardize().On("colour", "size"), Prepare.Polynomial().Except("colour"),
        Prepare.Impute(Imputation.Mean), Prepare.Impute(Imputation.Constant(1), keepMarks: true),
        Prepare.Standardize().Then(Prepare.Polynomial()).Then(Prepare.MinMax()),
    ];

    private static PipelineModel<LogisticModel> Example =>
        Preparations[^1].Then(new LogisticRegression(new Ridge(1))).Fit(Cars).Model;

    [Property]
    public void Reading_what_was_written_gives_every_bit(
        AnyDouble[] weights, AnyDouble bias, Values row)
    {
        Vector numbers = [.. weights.Select(x => x.Value)];
        var linear = new LinearModel(numbers, bias);
        var logistic = new LogisticModel(numbers, bias);

        var readLinear = ModelJson.Read<LinearModel>(ModelJson.Write(linear));
        var readLogistic = ModelJson.Read<LogisticModel>(ModelJson.Write(logistic));

        Bits.Equal(linear.Weights, readLinear.Weights);
        Bits.Equal(linear.Bias, readLinear.Bias);
        Bits.Equal(logistic.Parameters, readLogistic.Parameters);
        Assert.Equal(linear, readLinear);
        var features = Matrix.From(1, numbers.Count, (_, j) => row.Items[j % row.Length]);
        Bits.Equal(linear.Predict(features), readLinear.Predict(features));
        Assert.Equal(ModelJson.Write(linear), ModelJson.Write(readLinear));
    }

    [Fact]
    public void Every_preparation_comes_back_with_its_model()
    {
        foreach (var preparation in Preparations)
        {
            var model = preparation.Then(new LogisticRegression(new Ridge(1))).Fit(Cars).Model;
            var text = ModelJson.Write(model);
            var read = ModelJson.Read<PipelineModel<LogisticModel>>(text);

            Assert.Equal(model, read);
            Assert.Equal(model.Map.FeatureNames.AsEnumerable(), read.Map.FeatureNames);
            Bits.Equal(model.Predict(Cars.Features), read.Predict(Cars.Features));
            Assert.Equal(model.Probabilities(Cars.Features), read.Probabilities(Cars.Features));
            Assert.Equal(text, ModelJson.Write(read));
        }
    }

    [Fact]
    public void A_pipeline_in_a_pipeline_comes_back_as_one()
    {
        var model = Prepare.Select("size", "colour")
            .Then(Prepare.Standardize().Then(new LinearRegression(new Ridge(1)))).Fit(Cars).Model;
        var read = ModelJson.Read<PipelineModel<PipelineModel<LinearModel>>>(ModelJson.Write(model));
        Assert.Equal(model, read);
        Bits.Equal(model.Predict(Cars.Features), read.Predict(Cars.Features));
    }

    [Fact]
    public void The_text_is_for_people()
    {
        var expected =
            """
            {
              "format": "descent-model",
              "version": 1,
              "model": {
                "kind": "linear",
                "weights": [0.1, -0, 1E+300, "NaN", "Infinity", "-Infinity"],
                "bias": -3
              }
            }
            """;
        var model = new LinearModel(
            [0.1, -0.0, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity], -3);
        Assert.Equal(expected, ModelJson.Write(model));
        Assert.Equal(expected, CommaHabits.In(() => ModelJson.Write(model)));
        Assert.Equal(model, CommaHabits.In(() => ModelJson.Read(expected)));
    }

    [Fact]
    public void Every_public_model_has_a_kind()
    {
        var models = typeof(IModel).Assembly.GetExportedTypes().Where(type =>
            typeof(IModel).IsAssignableFrom(type) && !type.IsInterface && !type.IsAbstract);
        var known = ModelKinds.All.Select(kind =>
            kind.Type.IsGenericType ? kind.Type.GetGenericTypeDefinition() : kind.Type);
        Assert.Empty(models.Except(known).Select(type => type.Name));
        Assert.Equal(ModelKinds.All.Length, ModelKinds.All.DistinctBy(kind => kind.Name).Count());
    }

    [Fact]
    public void Every_map_has_a_kind()
    {
        var maps = typeof(IFeatureMap).Assembly.GetTypes()
            .Where(type => typeof(IFeatureMap).IsAssignableFrom(type) && !type.IsInterface)
            .Except([typeof(FunctionMap)]);
        var written = Preparations.Select(one => one.Fit(Cars).GetType()).Distinct();
        Assert.Empty(maps.Except(written).Select(type => type.Name));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(ModelJson.Write(Example));
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = new MemoryStream(bytes[..length]);
            Assert.Throws<InvalidDataException>(() => ModelFile.Load(cut));
        }

        Assert.Equal(Example, ModelFile.Load(new MemoryStream(bytes)));
        Assert.Throws<InvalidDataException>(() => ModelFile.Load(new MemoryStream([.. bytes, (byte)'1'])));
    }

    [Fact]
    public void Every_field_that_is_missing_or_of_another_type_is_refused_by_its_path()
    {
        var lines = ModelJson.Write(Example).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var name = lines[i].Split('"').ElementAtOrDefault(1);
            if (!lines[i].Contains("\": ", StringComparison.Ordinal) || name is null)
                continue;
            var renamed = string.Join(
                '\n', [.. lines[..i], lines[i].Replace(name, "other"), .. lines[(i + 1)..]]);
            var refusal = Assert.Throws<InvalidDataException>(() => ModelJson.Read(renamed));
            Assert.Contains($"has no field '{name}'", refusal.Message);
            Assert.Contains("$", refusal.Message);
        }

        Refused("{}", "$ has no field 'format'");
        Refused("[1]", "$ must be an object");
        Refused(Of("\"weights\": [1, true], \"bias\": 0"), "$.model.weights[1] must be a number");
        Refused(Of("\"weights\": [1, 1e999], \"bias\": 0"), "$.model.weights[1] must be a number");
        Refused(Of("\"weights\": {}, \"bias\": 0"), "$.model.weights must be a list");
        Refused(Of("\"weights\": [1], \"bias\": \"nan\""), "$.model.bias must be a number");
        Refused(Of("\"weights\": [1], \"bias\": 1, \"bias\": 2"), "bias");
        var whole = Of("\"weights\": [1], \"bias\": 0");
        Refused(whole.Replace("linear", "cubic"), "kind is 'cubic'");
        Refused(whole.Replace("\"version\": 1", "\"version\": 2"), "$.version is 2");
        Refused(whole.Replace("descent-model", "recipe"), "$.format is 'recipe'");

        static string Of(string fields) =>
            "{\"format\": \"descent-model\", \"version\": 1, \"model\": {\"kind\": \"linear\", "
            + fields + "}}";
    }

    [Fact]
    public void Numbers_that_do_not_go_together_are_refused()
    {
        var standardized = ModelJson.Write(
            Prepare.Standardize().Then(new LinearRegression(new Ridge(1))).Fit(Cars).Model);
        Refused(standardized.Replace("\"constantColumns\": []", "\"constantColumns\": [9]"), "$.model.map");
        Refused(standardized.Replace("\"mean\": [3, ", "\"mean\": ["), "mean has length 3");
        Refused(standardized.Replace("\"size\",", ""), "$.model");

        var ranged = ModelJson.Write(
            Prepare.MinMax().Then(new LinearRegression(new Ridge(1))).Fit(Cars).Model);
        Refused(ranged.Replace("\"lower\": 0", "\"lower\": \"NaN\""), "lower is NaN");
        Refused(ranged.Replace("\"upper\": 1", "\"upper\": 0"), "upper is 0");
    }

    [Fact]
    public void What_is_no_data_is_refused_by_name()
    {
        var own = PipelineModel.Of(
            Prepare.From("logs", _ => row => row).Fit(Cars), new LinearModel([1, 2, 3, 4], 0));
        var logs = Assert.Throws<NotSupportedException>(() => ModelJson.Write(own));
        Assert.Contains("'logs' cannot be written", logs.Message);
        var foreign = Assert.Throws<NotSupportedException>(() => ModelJson.Write(new Constant()));
        Assert.Contains("A Constant cannot be written", foreign.Message);
        var typed = Assert.Throws<InvalidDataException>(
            () => ModelJson.Read<LinearModel>(ModelJson.Write(Example)));
        Assert.Contains("PipelineModel<LogisticModel>, not a LinearModel", typed.Message);
    }

    [Fact]
    public void A_file_is_replaced_whole_and_left_alone_by_what_cannot_be_written()
    {
        var folder = Directory.CreateTempSubdirectory("descent-model").FullName;
        try
        {
            var path = Path.Combine(folder, "model.json");
            ModelFile.Save(path, new LinearModel([1], 2));
            ModelFile.Save(path, Example);
            Assert.Throws<NotSupportedException>(() => ModelFile.Save(path, new Constant()));

            Assert.Equal(Example, ModelFile.Load<PipelineModel<LogisticModel>>(path));
            Assert.Equal([path], Directory.GetFiles(folder));
            Assert.Throws<FileNotFoundException>(() => ModelFile.Load(path + ".absent"));
            var other = Assert.Throws<InvalidDataException>(() => ModelFile.Load<LinearModel>(path));
            Assert.Contains(path, other.Message);
            var stream = new MemoryStream();
            ModelFile.Save(stream, Example);
            Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Property]
    public void Matrices_come_back_in_their_form(Regression sample)
    {
        foreach (var matrix in new[] { sample.Data.Features, sample.Data.Features.ToSparse() })
        {
            var buffer = new MemoryStream();
            using (var json = new System.Text.Json.Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                new FieldWriter(json).Matrix("m", matrix);
                json.WriteEndObject();
            }

            using var document = System.Text.Json.JsonDocument.Parse(buffer.ToArray());
            var read = new FieldReader(document.RootElement, "$").Matrix("m");
            Assert.Equal(matrix, read);
            Assert.Equal(matrix.IsSparse, read.IsSparse);
        }
    }

    private static void Refused(string json, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => ModelJson.Read(json)).Message);

    private sealed record Constant : IModel
    {
        public int FeatureCount => 1;

        public Vector Predict(Matrix features) => Vector.Zeros(features.Rows);
    }
}
