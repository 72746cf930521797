using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(NeighborCases)])]
public sealed class KNearestLaws
{
    private static readonly Dataset Line = new(
        Matrix.FromRows([0], [1], [2], [4], [8]), [0, 1, 1, 0, 2]);

    [Property]
    public void All_rows_with_equal_weights_vote_as_the_classes_are_shared(NeighborCase one)
    {
        var data = Unweighted(one.Data);
        var all = new KNearestClassifier(data.Count).Fit(data).Model;
        var shares = Enumerable.Range(0, all.ClassCount)
            .Select(k => data.Targets.Count(y => y == k) / (double)data.Count);
        Bits.Equal(Vector.From(shares), all.Probabilities(Point(one, 0)));

        // The difference from the nearest, the sum, the quotient, and the nearest added.
        var mean = new KNearestRegressor(data.Count).Fit(data).Model.Predict(Point(one, 0));
        Assert.InRange(
            mean - (data.Targets.Sum() / data.Count),
            -2 * Rounding.Gamma(data.Count + 3), 2 * Rounding.Gamma(data.Count + 3));
    }

    [Property]
    public void The_nearest_of_distinct_rows_is_the_row_itself(NeighborCase one)
    {
        var data = Unweighted(one.Data);
        int[] distinct =
        [
            .. Enumerable.Range(0, data.Count)
                .GroupBy(i => Vector.Create(data.Features.Row(i))).Select(rows => rows.First()),
        ];
        var part = data.Select(distinct);
        var learner = one.Settings with { K = 1 };
        Assert.Equal(part.Targets, learner.Fit(part).Model.Predict(part.Features));
        var regressor = new KNearestRegressor(1) { Distance = one.Settings.Distance };
        Bits.Equal(part.Targets, regressor.Fit(part).Model.Predict(part.Features));
    }

    [Property]
    public void Weight_2_is_the_row_twice(NeighborCase one)
    {
        var data = one.Data;
        var twice = Unweighted(data.Select(Enumerable.Range(0, data.Count)
            .SelectMany(i => Enumerable.Repeat(i, (int)data.Weights[i]))));
        var (weighted, repeated) = (one.Settings.Fit(data).Model, one.Settings.Fit(twice).Model);
        for (var i = 0; i < one.Points.Rows; i++)
        {
            var (p, q) = (weighted.Probabilities(Point(one, i)), repeated.Probabilities(Point(one, i)));
            for (var k = 0; k < q.Count; k++)
            {
                // Sums of whole numbers are exact; quotients of distances round, at most 20 of them a sum.
                if (one.Settings.Weights == NeighborWeights.InverseDistance)
                    Near.Equal(q[k], p[k], Rounding.Gamma(50));
                else
                    Bits.Equal(q[k], p[k]);
            }
        }
    }

    [Property]
    public void The_weights_are_those_of_the_places(NeighborCase one)
    {
        var k = one.Settings.K;
        var model = (one.Settings with { Weights = NeighborWeights.Uniform }).Fit(one.Data).Model;
        var rank = (one.Settings with { Weights = NeighborWeights.Rank }).Fit(one.Data).Model;
        for (var i = 0; i < one.Points.Rows; i++)
        {
            Assert.Equal(k, Sum(model.Neighbors(Point(one, i))));
            Assert.Equal(k * (k + 1) / 2, Sum(rank.Neighbors(Point(one, i))));
        }

        static double Sum(IEnumerable<Neighbor> neighbors) =>
            Vector.From(neighbors.Select(neighbor => neighbor.Weight)).Sum();
    }

    [Property]
    public void Shares_add_up_to_1_and_the_greatest_wins(NeighborCase one)
    {
        var model = one.Settings.Fit(one.Data).Model;
        var (shares, classes) = (model.Probabilities(one.Points), model.Predict(one.Points));
        Assert.Equal(shares, model.Discriminants(one.Points));
        for (var i = 0; i < one.Points.Rows; i++)
        {
            var row = Vector.Create(shares.Row(i));
            Near.Equal(1, row.Sum(), Rounding.Gamma(30));
            Assert.Equal(Enumerable.Range(0, row.Count).First(k => row[k] == row.Max()), classes[i]);
        }
    }

    [Property]
    public void Equal_targets_are_predicted_exactly(NeighborCase one)
    {
        var data = new Dataset(one.Data.Features, one.Data.Targets.Map(_ => 0.1));
        var learner = new KNearestRegressor(one.Settings.K) { Weights = one.Settings.Weights };
        Assert.All(learner.Fit(data).Model.Predict(one.Points), y => Bits.Equal(0.1, y));
    }

    // Where nothing underflows, a power of two goes through every operation of a distance unrounded.
    [Property]
    public void One_scale_for_all_features_changes_nothing(NeighborCase one)
    {
        if (one.Data.Features.Row(0).ToArray().Any(x => x != 0 && Math.Abs(x) < 1e-100))
            return;

        var scaled = one.Data.WithFeatures(Scaled(one.Data.Features));
        if (one.Settings.Distance is MinkowskiDistance or EuclideanDistance or ManhattanDistance)
        {
            Assert.Equal(
                one.Settings.Fit(one.Data).Model.Probabilities(one.Points),
                one.Settings.Fit(scaled).Model.Probabilities(Scaled(one.Points)));
        }

        static Matrix Scaled(Matrix features) =>
            Matrix.From(features.Rows, features.Columns, (i, j) => 4 * features[i, j]);
    }

    [Fact]
    public void The_scale_of_one_feature_decides_who_is_near()
    {
        var metres = new Dataset(Matrix.FromRows([0, 0], [3, 1]), [0, 1]);
        var millimetres = metres.WithFeatures(Matrix.FromRows([0, 0], [3, 1000]));
        var learner = new KNearestClassifier(1);
        Assert.Equal(1, learner.Fit(metres).Model.Predict([2, 0.4]));
        Assert.Equal(0, learner.Fit(millimetres).Model.Predict([2, 400]));
    }

    [Fact]
    public void Weights_are_1_or_ranks_or_shares_of_the_nearest_distance()
    {
        var learner = new KNearestClassifier(3);
        Assert.Equal([1.0, 1, 1], Weights(NeighborWeights.Uniform, 0.5));
        Assert.Equal([3.0, 2, 1], Weights(NeighborWeights.Rank, 0.5));
        Assert.Equal([1, 1, 0.5 / 1.5], Weights(NeighborWeights.InverseDistance, 0.5));
        Assert.Equal([1.0, 0, 0], Weights(NeighborWeights.InverseDistance, 1));

        double[] Weights(NeighborWeights weights, double point) =>
        [
            .. (learner with { Weights = weights }).Fit(Line).Model.Neighbors([point])
                .Select(neighbor => neighbor.Weight),
        ];
    }

    [Fact]
    public void Ties_go_to_the_lower_row_and_the_lower_class()
    {
        // 0.5 is as far from row 0 as from row 1, and 3 from row 2 as from row 3.
        var one = new KNearestClassifier(1).Fit(Line).Model;
        Assert.Equal((0, 1), (one.Predict([0.5]), one.Predict([3.0])));
        var two = new KNearestClassifier(2).Fit(Line).Model;
        Assert.Equal((0, 0), (two.Predict([0.5]), two.Predict([3.0])));
        Assert.Equal("row 0 at 0.5, weight 1", one.Neighbors([0.5])[0].ToString());
    }

    [Fact]
    public void A_row_takes_as_many_places_as_it_weighs_and_the_last_what_is_left()
    {
        var data = new Dataset(Line.Features, Line.Targets, [0.5, 1.5, 0, 2, 1]);
        var model = new KNearestRegressor(3).Fit(data).Model;
        Assert.Equal<IEnumerable<Neighbor>>(
            [new(0, 0, 0.5), new(1, 1, 1.5), new(3, 4, 1)], [.. model.Neighbors([0.0])]);
        Assert.Equal(0.5, model.Predict([0.0]));
        var rank = new KNearestRegressor(3) { Weights = NeighborWeights.Rank }.Fit(data).Model;
        // Half of the first place, its other half and the second, and the third.
        Assert.Equal([1.5, 1.5 + 2, 1], rank.Neighbors([0.0]).Select(neighbor => neighbor.Weight));
    }

    [Fact]
    public void Weights_that_add_up_to_k_but_for_rounding_fill_its_places()
    {
        var tenths = new Dataset(
            Matrix.From(10, 1, (i, _) => i), Vector.From(Enumerable.Range(0, 10).Select(i => (double)i)),
            Vector.Ones(10) * 0.1);
        Assert.Equal(10, new KNearestRegressor(1).Fit(tenths).Model.Neighbors([0.0]).Length);
        Near.Equal(4.5, new KNearestRegressor(1).Fit(tenths).Model.Predict([0.0]), Rounding.Gamma(14));
    }

    [Fact]
    public void More_neighbours_than_rows_are_refused_with_both_numbers()
    {
        var rows = Assert.Throws<ArgumentException>(() => new KNearestClassifier(6).Fit(Line)).Message;
        Assert.Contains("5 rows", rows);
        Assert.Contains("K is 6", rows);
        var light = new Dataset(Line.Features, Line.Targets, Vector.Ones(5) * 0.5);
        var weights = Assert.Throws<ArgumentException>(() => new KNearestRegressor(3).Fit(light)).Message;
        Assert.Contains("add up to 2.5", weights);
        Assert.Contains("K is 3", weights);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        var model = new KNearestClassifier(1).Fit(Line).Model;
        Assert.Throws<ArgumentException>(() => model.Predict(Matrix.FromRows([1, 2])));
        Assert.Throws<ArgumentException>(() => model.Neighbors([1, 2]));
        Assert.Throws<ArgumentException>(() => model.Neighbors([double.NaN]));
        Assert.Contains(
            "features[1]",
            Assert.Throws<ArgumentException>(
                () => model.Predict(Matrix.FromRows([1.0], [double.PositiveInfinity]))).Message);
        Assert.Throws<ArgumentException>(() => new KNearestClassifier(1).Fit(
            new Dataset(Line.Features, Line.Targets.Map(y => y / 2))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KNearestClassifier(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KNearestClassifier() with { K = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new KNearestClassifier { Weights = (NeighborWeights)7 });
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new KNearestClassifier { Search = (NeighborSearch)7 });
    }

    [Fact]
    public void Learners_and_models_are_values()
    {
        var learner = new KNearestClassifier { Distance = Distance.Minkowski(3) };
        Assert.Equal(new KNearestClassifier(5) { Distance = Distance.Minkowski(3) }, learner);
        Assert.Equal("KNearestClassifier(5, Uniform, Minkowski(3))", learner.ToString());
        var copy = new Dataset(Line.Features.ToSparse(), Line.Targets);
        Assert.Equal(learner.Fit(Line).Model, learner.Fit(copy).Model);
        Assert.Equal(learner.Fit(Line).Model.GetHashCode(), learner.Fit(copy).Model.GetHashCode());
        Assert.NotEqual(learner.Fit(Line).Model, (learner with { K = 4 }).Fit(Line).Model);
        Assert.NotEqual(learner.Fit(Line).Model, learner.Fit(Line.Select([1, 0, 2, 3, 4])).Model);
        var regressor = new KNearestRegressor();
        Assert.Equal(regressor.Fit(Line).Model, regressor.Fit(copy).Model);
        Assert.NotEqual(regressor.Fit(Line).Model, (regressor with { K = 4 }).Fit(Line).Model);
        Assert.Equal((1, 3), (learner.Fit(Line).Model.FeatureCount, learner.Fit(Line).Model.ClassCount));
        Assert.Same(Line, regressor.Fit(Line).Model.Data);
        Assert.True(regressor.Fit(Line).Report.Converged);
    }

    private static Vector Point(NeighborCase one, int i) => Vector.Create(one.Points.Row(i));

    private static Dataset Unweighted(Dataset data) => new(data.Features, data.Targets);
}
