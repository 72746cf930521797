using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class ModelsLessonTests
{
    private static readonly Contest[] Contests =
        [Contest.Iris, Contest.BreastCancer, Contest.TenDigits, Contest.Patients];

    [Fact]
    public void The_flowers_and_tumours_are_those_of_the_reference_fits()
    {
        AssertSame(ReferenceFits.RawIrises, LessonData.Iris);
        AssertSame(ReferenceFits.RawBreastCancer, LessonData.BreastCancer);
        Assert.Equal("petal_length_cm petal_width_cm", string.Join(' ', LessonData.Petals.FeatureNames));
        Assert.Equal(LessonData.Iris.Features.Column(3), LessonData.Petals.Features.Column(1));
    }

    [Fact]
    public void Every_model_is_better_than_none_and_every_fit_converged() => Assert.All(Contests, contest =>
    {
        var (none, models) = (contest.Scores.Candidates[0], contest.Scores.Candidates.Skip(1));
        Assert.All(models, model => Assert.True(model.Mean > none.Mean + 0.25, $"{contest.Name} {model}"));
        Assert.All(models.SelectMany(model => model.Folds), fold => Assert.True(fold.Fit.Report.Converged));
    });

    [Fact]
    public void Without_a_model_the_largest_class_is_right_and_no_variance_is_explained()
    {
        Assert.Equal(1.0 / 3, Contest.Iris.Scores.Candidates[0].Mean, 1e-12);
        Assert.Equal(357.0 / 569, Contest.BreastCancer.Scores.Candidates[0].Mean, 1e-3);
        Assert.InRange(Contest.Patients.Scores.Candidates[0].Mean, -0.05, 0);
    }

    [Fact]
    public void Straight_borders_win_on_flowers_and_tumours_and_neighbours_on_digits()
    {
        Assert.Equal("softmax", Contest.Iris.Scores.Best.Name);
        Assert.Equal("logistic", Contest.BreastCancer.Scores.Best.Name);
        Assert.Equal("7-NN", Contest.TenDigits.Scores.Best.Name);
        Assert.All(Contests, contest => Assert.NotEqual("tree", contest.Scores.Best.Name));
    }

    [Fact]
    public void Products_help_the_ten_means_less_than_the_other_measures_do()
    {
        double Mean(string name) => Score(Contest.BreastCancer, name);
        Assert.True(Mean("logistic, ten means") < Mean("  of degree 2"));
        Assert.True(Mean("  of degree 2") + 0.02 < Mean("logistic"));
    }

    [Fact]
    public void Linear_models_of_the_patients_are_as_good_as_equal_and_products_need_a_penalty()
    {
        string[] lines = ["least squares", "ridge", "lasso", "elastic net", "Huber"];
        Assert.All(lines, line =>
            Assert.Equal(Contest.Patients.Scores.Best.Mean, Score(Contest.Patients, line), 0.01));
        var (free, held) = (Score(Contest.Patients, "degree 2"), Score(Contest.Patients, "degree 2, ridge"));
        Assert.True(free + 0.05 < held && held < Score(Contest.Patients, "least squares"));
    }

    [Fact]
    public void Units_matter_to_penalties_and_distances_alone() => Assert.All(Units.All, line =>
    {
        var gain = line.Standardized.Mean - line.Plain.Mean;
        if (line.Method is "least squares" or "tree")
            Assert.Equal(0, gain, 1e-9);
        else
            Assert.True(gain > (line.Method.EndsWith("NN", StringComparison.Ordinal) ? 0.02 : 0.005));
    });

    [Fact]
    public void The_simplest_strength_is_the_greatest_within_one_standard_error_of_the_best()
    {
        var path = LassoChoice.Path;
        Assert.Equal(path.Points.Min(point => point.Mean), path.Best.Mean);
        var most = path.Best.Mean + path.Best.Summary.StandardError;
        var within = path.Points.Where(point => point.Mean <= most);
        Assert.Equal(within.Max(point => point.Strength), path.OneStandardError.Strength);
        Assert.Equal([10, 7, 5], LassoChoice.Models.Select(LassoChoice.Support));
        Assert.All(path.Points, point => Assert.InRange(point.Certificate.RelativeGap, 0, 1e-9));
    }

    [Fact]
    public void The_page_has_the_tables_as_the_library_prints_them()
    {
        var page = LessonPages.All.Value["n"];
        Assert.All(Contests, contest =>
            Assert.Contains(contest.Scores.ToString(), page, StringComparison.Ordinal));
        Assert.Matches("best +1.25 +7 ", page);
        Assert.Matches("simplest +5.08 +5 ", page);
    }

    [Fact]
    public void Each_border_between_flowers_is_that_of_a_method()
    {
        var sheet = (Sheet)ModelPictures.All.First().Picture;
        Assert.Equal(Contest.Flowers.Methods.Length, sheet.Plots.Length);
        Assert.All(sheet.Plots.Zip(Contest.Flowers.Methods), pair =>
            Assert.Contains(pair.Second.Name, pair.First.Title, StringComparison.Ordinal));
    }

    private static double Score(Contest contest, string method) =>
        contest.Scores.Candidates.Single(one => one.Name == method).Mean;

    private static void AssertSame(Dataset expected, Dataset actual)
    {
        Assert.Equal(expected.Features, actual.Features);
        Assert.Equal(expected.Targets, actual.Targets);
    }
}
