using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class BoundaryLessonTests
{
    private const string Line = "logistic";
    private const string Cubic = "logistic, degree 3";
    private const string Neighbours = "7-NN";
    private const string Tree = "tree";

    [Fact]
    public void Between_round_clouds_a_line_is_as_good_as_any_border()
    {
        // Centres 3 deviations apart: the best border errs with probability Φ(−1.5) = 0.0668; of 240 points
        // the share has a deviation of 0.0161, and 0.05 is three of them.
        Assert.Equal(1 - 0.0668, Mean("blobs", Line), 0.05);
        Assert.Equal(Line, Problem("blobs").Scores.Best.Name);
        Assert.True(Mean("blobs", Tree) < Mean("blobs", Line));
    }

    [Theory]
    [InlineData("circles")]
    [InlineData("xor")]
    public void Where_no_line_parts_the_classes_logistic_regression_guesses(string problem)
    {
        Assert.InRange(Mean(problem, Line), 0.35, 0.65);
        Assert.All(new[] { Cubic, Neighbours, Tree }, method => Assert.True(Mean(problem, method) > 0.9));
    }

    [Fact]
    public void A_line_does_much_of_the_moons_and_a_cubic_nearly_all()
    {
        Assert.InRange(Mean("moons", Line), 0.8, 0.92);
        Assert.True(Mean("moons", Cubic) > 0.95);
    }

    [Fact]
    public void Spirals_have_more_bends_than_a_cubic_and_no_more_than_neighbours_can_follow()
    {
        Assert.InRange(Mean("spirals", Line), 0.5, 0.75);
        Assert.True(Mean("spirals", Cubic) < Mean("spirals", Tree));
        Assert.True(Mean("spirals", Tree) < Mean("spirals", Neighbours));
        Assert.True(Mean("spirals", Neighbours) > 0.98);
    }

    [Fact]
    public void Every_fit_converged_and_every_part_has_as_many_points_of_either_class() =>
        Assert.All(ToyProblem.All, problem =>
        {
            Assert.All(problem.Data.StratifiedKFold(10, 7), fold =>
                Assert.Equal(12, fold.Test.Targets.Sum()));
            Assert.All(problem.Scores.Candidates.SelectMany(one => one.Folds), fold =>
                Assert.True(fold.Fit.Report.Converged));
        });

    [Fact]
    public void One_product_parts_the_circles_and_the_corners()
    {
        var sum = Problem("circles").Data;
        Assert.True(Right(sum, row => (row[0] * row[0]) + (row[1] * row[1]) < 0.5625) > 0.95);
        Assert.True(Right(Problem("xor").Data, row => row[0] * row[1] < 0) > 0.95);
    }

    [Fact]
    public void Known_points_are_fitted_better_by_each_degree_and_new_ones_best_by_the_third()
    {
        var points = NoisySine.ByDegree.Points;
        Assert.Equal(Enumerable.Range(1, 15), points.Select(point => point.Setting));

        // A polynomial is one of the next degree, too; rounding is far below 1e-9.
        Assert.All(points.Zip(points.Skip(1)), pair =>
            Assert.True(pair.Second.Train.Mean <= pair.First.Train.Mean + 1e-9));
        Assert.Equal(3, NoisySine.ByDegree.Best.Setting);
        Assert.All(points.Take(2), point => Assert.True(point.Train.Mean > 1.5 * NoisySine.Noise));
        Assert.True(points[^1].Test.Mean > 100 * NoisySine.Noise);
    }

    [Fact]
    public void More_points_help_the_supple_curve_and_not_the_stiff_one()
    {
        var last = NoisySine.BySize.Select(curve => curve.Points[^1]).ToArray();
        Assert.Equal("1 3 12", string.Join(' ', NoisySine.Degrees));
        Assert.Equal(last[0].Train.Mean, last[0].Test.Mean, 0.02);
        Assert.True(last[0].Test.Mean > 1.5 * NoisySine.Noise);
        Assert.Equal(NoisySine.Noise, last[1].Test.Mean, 0.02);
        Assert.Equal(last[1].Test.Mean, last[2].Test.Mean, 0.02);
        Assert.All(NoisySine.BySize[2].Points.Take(4), point =>
            Assert.True(point.Test.Mean > NoisySine.BySize[1].Points[0].Test.Mean));
    }

    [Fact]
    public void The_page_has_every_score()
    {
        var page = LessonPages.All.Value["m"];
        Assert.All(ToyProblem.All, problem =>
        {
            var scores = problem.Scores.Candidates.Select(one =>
                $"{Show.Fixed(one.Mean, 3)} ± {Show.Fixed(one.Spread, 3)}");
            Assert.Matches($"{problem.Name} +{string.Join(" +", scores)}\n", page);
        });
        Assert.Contains(NoisySine.ByDegree.ToString(), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_shape_has_a_sheet_with_all_points_on_each_of_four_plots() =>
        Assert.All(ToyProblem.All, problem =>
        {
            var file = $"m-{problem.Name}.svg";
            var sheet = (Sheet)BoundaryPictures.All.Single(one => one.FileName == file).Picture;
            Assert.Equal(ToyProblem.Methods.Length, sheet.Plots.Length);
            Assert.All(sheet.Plots, plot =>
            {
                Assert.Single(plot.Marks.OfType<Regions>());
                Assert.Equal(problem.Data.Count, plot.Marks.OfType<Dots>().Sum(dots => dots.Points.Count()));
            });
        });

    private static ToyProblem Problem(string name) => ToyProblem.All.Single(one => one.Name == name);

    private static double Mean(string problem, string method) => Problem(problem).Score(method).Mean;

    private static double Right(Dataset data, Func<double[], bool> isOne) =>
        Enumerable.Range(0, data.Count).Average(row =>
            isOne(data.Features.Row(row).ToArray()) == (data.Targets[row] == 1) ? 1.0 : 0);
}
