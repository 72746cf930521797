using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>However the nearest rows are looked for, they are the same.</summary>
[Properties(Arbitrary = [typeof(NeighborCases)])]
public sealed class NeighborSearchLaws
{
    [Property]
    public void The_tree_finds_what_looking_at_every_row_finds(NeighborCase one)
    {
        var (all, tree) = (one.Searched(NeighborSearch.BruteForce), one.Searched(NeighborSearch.KdTree));
        foreach (var point in Points(one))
            AssertSame(all.Neighbors(point), tree.Neighbors(point));
        Assert.Equal(all.Probabilities(one.Points), tree.Probabilities(one.Points));
        Assert.Equal(
            all.Predict(one.Points), one.Searched(NeighborSearch.Automatic).Predict(one.Points));
    }

    [Property]
    public void Neighbours_are_the_first_rows_by_distance_and_then_by_number(NeighborCase one)
    {
        var data = one.Data;
        var model = one.Searched(NeighborSearch.KdTree);
        foreach (var point in Points(one))
        {
            // A row of weight 2 is there twice, one of weight 0 not at all.
            var sorted = Enumerable.Range(0, data.Count)
                .Select(i => (Row: i,
                    Distance: one.Settings.Distance.Between(point, Vector.Create(data.Features.Row(i)))))
                .OrderBy(row => row.Distance)
                .SelectMany(row => Enumerable.Repeat(row, (int)data.Weights[row.Row]))
                .Take(one.Settings.K)
                .Distinct();
            Assert.Equal(sorted, model.Neighbors(point).Select(n => (n.Row, n.Distance)));
        }
    }

    [Property]
    public void Neither_the_form_of_the_matrix_nor_the_rows_beside_change_a_bit(NeighborCase one)
    {
        var (data, sparse) = (one.Data, one.Data.WithFeatures(one.Data.Features.ToSparse()));
        var dense = one.Settings.Fit(data).Model;
        foreach (var search in Enum.GetValues<NeighborSearch>())
        {
            var model = (one.Settings with { Search = search }).Fit(sparse).Model;
            Assert.Equal(dense.Probabilities(one.Points), model.Probabilities(one.Points.ToSparse()));
        }

        var (shares, classes) = (dense.Probabilities(one.Points), dense.Predict(one.Points));
        foreach (var (i, point) in Points(one).Index())
        {
            Bits.Equal(Vector.Create(shares.Row(i)), dense.Probabilities(point));
            Assert.Equal(classes[i], dense.Predict(point));
        }
    }

    [Property]
    public void A_view_of_rows_is_searched_as_a_copy_of_them_is(NeighborCase one)
    {
        int[] rows = [.. Enumerable.Range(0, one.Data.Count).Reverse()];
        var view = one.Data.Select(rows);
        var copy = new Dataset(
            Matrix.FromRows(rows.Select(i => one.Data.Features.Row(i).ToArray())),
            view.Targets, view.Weights);
        foreach (var search in Enum.GetValues<NeighborSearch>())
        {
            var learner = one.Settings with { Search = search };
            Assert.Equal(
                learner.Fit(copy).Model.Probabilities(one.Points),
                learner.Fit(view).Model.Probabilities(one.Points));
        }
    }

    // Thousands of boxes, in which rows lie at equal distances on all sides.
    [Fact]
    public void A_large_grid_is_searched_without_losing_a_tie()
    {
        var features = Matrix.From(
            4000, 3, (i, j) => (j == 0 ? i % 20 : j == 1 ? i / 20 % 20 : i / 400) / 10.0);
        var data = new Dataset(features, Vector.From(Enumerable.Range(0, 4000).Select(i => (double)(i % 3))));
        var (all, tree) = (
            new KNearestClassifier(9) { Search = NeighborSearch.BruteForce }.Fit(data).Model,
            new KNearestClassifier(9).Fit(data));
        Assert.Contains("k-d tree of 4000 points", tree.Report.ToString());
        for (var i = 0; i < 4000; i += 37)
        {
            Vector corner = [.. Vector.Create(features.Row(i)).Map(x => x + (i % 2 == 0 ? 0.05 : 0))];
            AssertSame(all.Neighbors(corner), tree.Model.Neighbors(corner));
        }
    }

    [Fact]
    public void The_search_is_chosen_by_distance_features_and_rows()
    {
        Assert.Contains("k-d tree", Method(new KNearestClassifier(3), 64, 15));
        Assert.Contains("every row", Method(new KNearestClassifier(3), 63, 15));
        Assert.Contains("every row", Method(new KNearestClassifier(3), 64, 16));
        Assert.Contains("every row", Method(new KNearestClassifier(17), 64, 15));
        Assert.Contains(
            "every row", Method(new KNearestClassifier(3) { Distance = Distance.Cosine }, 64, 15));
        Assert.Contains(
            "every row",
            Method(new KNearestClassifier(3) { Distance = Distance.From((_, _) => 0) }, 64, 15));
        Assert.Contains(
            "k-d tree", Method(new KNearestClassifier(3) { Search = NeighborSearch.KdTree }, 10, 30));
        Assert.Equal(
            "the 3 nearest of 10 rows, Euclidean, Uniform weights, every row looked at",
            Method(new KNearestClassifier(3), 10, 2));

        static string Method(KNearestClassifier learner, int rows, int features) => learner
            .Fit(new(Matrix.From(rows, features, (i, j) => i + j), Vector.Zeros(rows))).Report.Method;
    }

    [Fact]
    public void A_tree_is_refused_where_no_box_can_be_left_out()
    {
        var data = new Dataset(Matrix.FromRows([1, 2], [3, 4]), [0, 1]);
        foreach (var distance in new[] { Distance.Cosine, Distance.From((_, _) => 0) })
        {
            var learner = new KNearestRegressor(1) { Distance = distance, Search = NeighborSearch.KdTree };
            var error = Assert.Throws<InvalidOperationException>(() => learner.Fit(data));
            Assert.Contains(distance.ToString()!, error.Message);
        }
    }

    [Fact]
    public void Rows_without_features_are_all_at_distance_0()
    {
        // More of them than a leaf of a tree holds.
        var data = new Dataset(
            Matrix.From(100, 0, (_, _) => 0), Vector.From(Enumerable.Range(5, 100).Select(y => (double)y)));
        foreach (var search in Enum.GetValues<NeighborSearch>())
        {
            var model = new KNearestRegressor(2) { Search = search }.Fit(data).Model;
            Assert.Equal(5.5, model.Predict(Vector.Zeros(0)));
        }
    }

    private static IEnumerable<Vector> Points(NeighborCase one) =>
        Enumerable.Range(0, one.Points.Rows).Select(i => Vector.Create(one.Points.Row(i)));

    private static void AssertSame(IEnumerable<Neighbor> expected, IEnumerable<Neighbor> actual) =>
        Assert.Equal(expected, actual);
}
