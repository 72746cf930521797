using Descent.Models;

namespace Lessons;

/// <summary>Every model on every data set, scored on rows that it did not learn from.</summary>
public sealed class ModelsLesson : ILesson
{
    /// <inheritdoc/>
    public string Name => "n";

    /// <inheritdoc/>
    public string Title => "All models side by side, on rows they have not seen";

    /// <inheritdoc/>
    public void Print(Page page)
    {
        PrintClasses(page);
        PrintNumbers(page);
        PrintChoice(page);
        PrintUnits(page);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => ModelPictures.All;

    private static void PrintClasses(Page page)
    {
        page.Say("""
            Which model is the best? Ask rows that it has not seen. In a cross-validation the rows are cut in
            parts, and each part is judged by models of all the others; what is fitted to features beforehand,
            as means and deviations, is fitted there too, since it is a step of the learner. All learners get
            the same parts, so the last column compares them part by part. First line: no model at all.
            """);
        Compare(page, Contest.Iris);
        page.Say("""
            A flower is 0.0067 of the score, so the first methods differ by a flower or two, and the spreads
            say that this proves nothing. The drawing shows borders by the lengths of the petals alone.
            """);
        Compare(page, Contest.BreastCancer);
        page.Say("""
            The ten means are a third of the measures. Their 65 products of up to two factors help a little,
            the other twenty measures help far more. All thirty have 495 products, and to fit so many weights
            takes longer than the rest of this page; try it.
            """);
        Compare(page, Contest.TenDigits);
        page.Say("""
            No method wins everywhere. A border that is almost straight is found best by the models that
            assume one, in flowers and tumours. Images of one digit lie near each other, so there neighbours
            are ahead. One tree asks about a few features only; digits are not told by a few pixels.
            """);
    }

    private static void PrintNumbers(Page page)
    {
        Compare(page, Contest.Patients);
        page.Say("""
            R² is the share of the variance that is explained; the mean explains none, and on new rows a
            little less. Half of it cannot be told from these measures by any model here. The linear models
            are as good as equal: their differences are far below the spreads. 65 products without a penalty
            overfit, with one they are back near the line. A single tree is the coarsest.
            """);
    }

    private static void PrintChoice(Page page)
    {
        page.Say("""
            How strong should a penalty be? The lasso along 60 strengths from the one that leaves no weight,
            each scored on ten parts by its mean squared error:
            """);
        var path = LassoChoice.Path;
        page.Table(
            path.Points.Where((point, k) => k % 6 == 0 || Named(point) != ""),
            ("", Named),
            ("λ", point => Show.Brief(point.Strength)),
            ("weights not 0", point => Show.Whole(LassoChoice.Support(point.Model))),
            ("mean squared error", point => Show.Fixed(point.Mean, 0)),
            ("standard error", point => Show.Fixed(point.Summary.StandardError, 0)));
        page.Say("""
            Around the best the error hardly changes, far less than it varies from part to part. So one takes
            the greatest λ whose error is within one standard error of the best: the simplest model that is as
            good, but for chance. Its weights, beside those of the best λ and of no penalty:
            """);
        page.Table(
            LassoChoice.Data.FeatureNames.Index(),
            ("", feature => feature.Item),
            ("no penalty", feature => Weight(LassoChoice.Models[0], feature.Index)),
            ("best", feature => Weight(LassoChoice.Models[1], feature.Index)),
            ("simplest", feature => Weight(LassoChoice.Models[2], feature.Index)));
        page.Say("""
            (The measures were standardized on all rows at once, which lets the parts see each other's means
            but no target. The learner for an honest score of the whole is
            Prepare.Standardize().Then(PathSelection.LinearLearner(oneStandardError: true)).)
            """);
    }

    private static void PrintUnits(Page page)
    {
        page.Say("""
            Whom do the units of features matter to? The same learners with and without standardizing:
            """);
        page.Table(
            Units.All,
            ("", line => line.Data),
            ("", line => line.Method),
            ("", line => line.Plain.Metric.Name),
            ("as they are", line => Show.Fixed(line.Plain.Mean, 4)),
            ("standardized", line => Show.Fixed(line.Standardized.Mean, 4)));
        page.Say("""
            Not to least squares, whose weights take the unit up, nor to a tree, whose thresholds do. A
            penalty adds up weights, and a distance differences, of different units: there a centimetre counts
            as much as a kilogram, for no reason. So standardize for both.
            """);
    }

    private static void Compare(Page page, Contest contest) =>
        page.Lines([contest.Name, "", .. contest.Scores.ToString().Split('\n')]);

    private static string Named(SelectedPoint<LinearModel> point) =>
        point == LassoChoice.Path.Best ? "best"
        : point == LassoChoice.Path.OneStandardError ? "simplest"
        : "";

    private static string Weight(LinearModel model, int feature) =>
        model.Weights[feature] == 0 ? "0" : Show.Fixed(model.Weights[feature], 2);
}
