using System.Globalization;
using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>Every row of the reference neighbours.</summary>
public sealed class ReferenceNeighborsLaws
{
    private const string Folder = "tests/Descent.Properties/";

    // Lengths in centimetres are decimals: a difference of two up to 8 is off by 8u, and distances of 0.1 and
    // more that it goes into by 80u of themselves, with weights and means of 15 of them about ten times that.
    private const double Digits = 1e-13;

    [Theory]
    [InlineData(NeighborSearch.Automatic)]
    [InlineData(NeighborSearch.BruteForce)]
    [InlineData(NeighborSearch.KdTree)]
    public void Iris_classes_and_shares_are_the_reference_ones(NeighborSearch search)
    {
        var iris = Rows("Objectives/data/iris.csv");
        var right = new Dictionary<(int Fold, int K, string Weights), int>();
        foreach (var line in Lines("knn_iris_classifier.csv"))
        {
            var test = new Asked(line);
            var model = new KNearestClassifier(test.K) { Weights = test.Weights, Search = search }
                .Fit(Training(iris, test.Fold)).Model;
            var row = Point(iris, test.Row);
            Assert.Equal(iris.Targets[test.Row], test.Target);
            Assert.Equal(test.Prediction, model.Predict(row));
            AssertNeighbors(test, model.Neighbors(row), int.Parse(line[^1], CultureInfo.InvariantCulture));
            if (line[6].Length > 0)
                Near.Equal(Vector.From(line[6..9].Select(Number)), model.Probabilities(row), Digits);
            var key = (test.Fold, test.K, line[3]);
            right[key] = right.GetValueOrDefault(key) + (test.Prediction == test.Target ? 1 : 0);
        }

        foreach (var line in Lines("knn_iris_classifier_summary.csv"))
            Assert.Equal(Number(line[5]), right[((int)Number(line[0]), (int)Number(line[1]), line[2])]);
    }

    [Fact]
    public void Petal_widths_are_predicted_as_in_the_reference()
    {
        var iris = Rows("Objectives/data/iris.csv");
        var data = new Dataset(
            Matrix.From(iris.Count, 3, (i, j) => iris.Features[i, j]), iris.Features.Column(3));
        AssertPredictions(data, "knn_iris_regressor_petal_width_cm.csv", isScaled: false);
    }

    [Fact]
    public void Disease_progressions_are_predicted_as_in_the_reference() => AssertPredictions(
        Rows("Objectives/data/diabetes.csv"), "knn_diabetes_regressor_target.csv", isScaled: true);

    private static void AssertPredictions(Dataset data, string file, bool isScaled)
    {
        foreach (var line in Lines(file))
        {
            var test = new Asked(line);
            var training = Training(data, test.Fold);
            var row = Point(data, test.Row);
            if (isScaled)
            {
                var scaler = Standardizer.Fit(training);
                (training, row) = (scaler.Transform(training), scaler.Transform(row));
            }

            var model = new KNearestRegressor(test.K) { Weights = test.Weights }.Fit(training).Model;
            Assert.Equal(test.Target, data.Targets[test.Row]);
            Near.Equal(test.Prediction, model.Predict(row), Digits);
            AssertNeighbors(test, model.Neighbors(row), int.Parse(line[^1], CultureInfo.InvariantCulture));
        }
    }

    private static void AssertNeighbors(Asked test, IReadOnlyCollection<Neighbor> neighbors, int exact)
    {
        Assert.Equal(test.K, neighbors.Count);
        Assert.Equal(exact, neighbors.Count(neighbor => neighbor.Distance == 0));
        Near.Equal(test.LastDistance, neighbors.Last().Distance, Digits);
    }

    private static Dataset Training(Dataset data, int fold) =>
        data.Select(Enumerable.Range(0, data.Count).Where(i => i % 5 != fold));

    private static Vector Point(Dataset data, int row) => Vector.Create(data.Features.Row(row));

    private static Dataset Rows(string file)
    {
        var rows = Table(Folder + file).Select(line => line.Select(Number).ToArray()).ToArray();
        return new(Matrix.FromRows(rows.Select(row => row[..^1])), Vector.From(rows.Select(row => row[^1])));
    }

    private static IEnumerable<string[]> Lines(string file) =>
        Table(Folder + "Models/Neighbors/data/" + file);

    private static IEnumerable<string[]> Table(string file) =>
        File.ReadLines(Repository.PathOf(file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What a line of a file asks, and what it answers.</summary>
    private sealed class Asked(string[] line)
    {
        public int Fold { get; } = (int)Number(line[0]);

        public int Row { get; } = (int)Number(line[1]);

        public int K { get; } = (int)Number(line[2]);

        public NeighborWeights Weights { get; } =
            line[3] == "uniform" ? NeighborWeights.Uniform : NeighborWeights.InverseDistance;

        public double Target { get; } = Number(line[4]);

        public double Prediction { get; } = Number(line[5]);

        public double LastDistance { get; } = Number(line[^2]);
    }
}
