using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>One against the rest, and one against one.</summary>
public sealed class MulticlassLaws
{
    private static readonly Dataset Irises = ReferenceFits.Irises;

    private static readonly ILearner<LinearClassifier> Machine = new LinearSvm(new Ridge(0.01));

    private static readonly ILearner<LogisticModel> Logistic = new LogisticRegression(new Ridge(0.01));

    [Fact]
    public void Three_classes_are_told_apart()
    {
        // No plane parts versicolor from the rest, so one against the rest is not as good: 9 rows of 150.
        IFit<IClassifier>[] fits =
        [
            Machine.OneVsRest().Fit(Irises), Machine.OneVsOne().Fit(Irises),
            Logistic.OneVsRest().Fit(Irises), Logistic.OneVsOne().Fit(Irises),
        ];
        foreach (var fit in fits)
        {
            Assert.True(fit.Report.Converged, fit.Report.ToString());
            Assert.Equal(3, ((CompositeReport)fit.Report).Parts.Length);
            Assert.Equal(3, fit.Model.ClassCount);
            var predictions = fit.Model.Predict(Irises.Features);
            Assert.InRange(predictions.Zip(Irises.Targets, (p, y) => p == y ? 1 : 0).Sum(), 141, 150);
        }
    }

    [Fact]
    public void Of_two_classes_both_are_the_binary_learner()
    {
        var data = ReferenceFits.TwoIrises;
        var alone = Machine.Fit(data).Model;
        var rest = Machine.OneVsRest().Fit(data).Model;
        var pairs = Machine.OneVsOne().Fit(data).Model;
        Assert.Equal(alone, Assert.Single(rest.Models));
        Assert.Equal(alone, Assert.Single(pairs.Models));
        Assert.Equal(alone.Discriminants(data.Features), rest.Discriminants(data.Features));
        Assert.Equal(alone.Predict(data.Features), rest.Predict(data.Features));
        Assert.Equal(alone.Predict(data.Features), pairs.Predict(data.Features));

        // And orders the rows alike.
        var scores = pairs.Discriminants(data.Features);
        var order = Enumerable.Range(0, 100).OrderBy(i => alone.Scores(data.Features)[i]).ToArray();
        Assert.All(order.Zip(order.Skip(1)), pair => Assert.True(Score(pair.First) <= Score(pair.Second)));

        double Score(int i) => scores[i, 1] - scores[i, 0];
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Other_numbers_for_the_classes_give_the_same_predictions(int first, int second, int third)
    {
        int[] names = [first, second, third];
        var renamed = new Dataset(Irises.Features, Irises.Targets.Map(y => names[(int)y]));
        Assert.Equal(
            Machine.OneVsRest().Fit(Irises).Model.Predict(Irises.Features).Map(y => names[(int)y]),
            Machine.OneVsRest().Fit(renamed).Model.Predict(Irises.Features));
        Assert.Equal(
            Machine.OneVsOne().Fit(Irises).Model.Predict(Irises.Features).Map(y => names[(int)y]),
            Machine.OneVsOne().Fit(renamed).Model.Predict(Irises.Features));
    }

    [Fact]
    public void Votes_decide_and_sums_of_scores_only_among_equal_votes()
    {
        // Constant scores: 0 against 1, 0 against 2, 1 against 2.
        static OneVsOneModel<LinearClassifier> Model(params double[] scores) =>
            new(1, [true, true, true], [.. scores.Select(score => new LinearClassifier([0], score))]);

        // Two votes for class 2, however sure the model of 0 and 1 is.
        Assert.Equal(2, Model(-1e300, 0.1, 0.1).Predict(new Vector([1])));

        // A vote each: 1 beats 0 by 5, 2 beats 1 by 1, 0 beats 2 by 1: the sums are −4, 4, 0.
        var equal = Model(5, -1, 1);
        Assert.Equal(1, equal.Predict(new Vector([1])));
        var g = equal.Discriminants(new Vector([1]));
        Near.Equal([1 - (4 / 15.0), 1 + (4 / 15.0), 1], g, 1e-15);

        // Equal sums, too: the lowest number.
        Assert.Equal(0, Model(1, -1, 1).Predict(new Vector([1])));
        Assert.True(Model(double.PositiveInfinity, -1, 1).Discriminants(new Vector([1])).IsFinite);
    }

    [Fact]
    public void The_greatest_score_decides_against_the_rest()
    {
        var model = new OneVsRestModel<LinearClassifier>(
            1, [true, true, true], [new([1], 0), new([0], 0.5), new([-1], 0)]);
        Assert.Equal([0.25, 0.5, -0.25], model.Discriminants(new Vector([0.25])));
        Assert.Equal(0, model.Predict(new Vector([2])));
        Assert.Equal(2, model.Predict(new Vector([-2])));
        Assert.Equal(0, model.Predict(new Vector([0.5])));
    }

    [Fact]
    public void A_class_without_rows_is_never_predicted()
    {
        var two = Irises.Select(Enumerable.Range(0, 100));
        var third = Irises.Select(Enumerable.Range(100, 50));
        var weightless = new Dataset(
            Irises.Features, Irises.Targets, Irises.Targets.Map(y => y == 2 ? 0 : 1));
        foreach (var data in new[] { two, weightless })
        {
            var rest = (Machine.OneVsRest() with { Classes = 3 }).Fit(data).Model;
            var pairs = (Machine.OneVsOne() with { Classes = 3 }).Fit(data).Model;
            Assert.Null(rest.Models[2]);
            Assert.Equal([false, true, true], pairs.Models.Select(model => model is null));
            Assert.Equal(3, rest.ClassCount);
            Assert.Equal(Machine.Fit(two).Model.Predict(Irises.Features), pairs.Predict(Irises.Features));
            Assert.Equal(Machine.Fit(two).Model.Predict(Irises.Features), rest.Predict(Irises.Features));
        }

        // Where it alone has rows it is always predicted, and no learner is asked anything.
        Assert.Equal(2 * Vector.Ones(150), Machine.OneVsRest().Fit(third).Model.Predict(Irises.Features));
        Assert.Equal(2 * Vector.Ones(150), Machine.OneVsOne().Fit(third).Model.Predict(Irises.Features));
        var zeros = Irises.Select(Enumerable.Range(0, 50));
        Assert.Equal(Vector.Zeros(150), Machine.OneVsRest().Fit(zeros).Model.Predict(Irises.Features));
        Assert.Equal(Vector.Zeros(150), Machine.OneVsOne().Fit(zeros).Model.Predict(Irises.Features));
    }

    [Fact]
    public void Row_weights_pass_through()
    {
        var weights = Vector.From(Enumerable.Range(0, 150).Select(i => (double)(i % 3)));
        var weighted = new Dataset(Irises.Features, Irises.Targets, weights);
        var repeated = Irises.Select(Enumerable.Range(0, 150).SelectMany(i => Enumerable.Repeat(i, i % 3)));
        foreach (var (one, other) in Machine.OneVsOne().Fit(weighted).Model.Models
            .Zip(Machine.OneVsOne().Fit(repeated).Model.Models))
        {
            Assert.InRange((one!.Parameters - other!.Parameters).NormInf, 0, 1e-10);
        }

        foreach (var (one, other) in Machine.OneVsRest().Fit(weighted).Model.Models
            .Zip(Machine.OneVsRest().Fit(repeated).Model.Models))
        {
            Assert.InRange((one!.Parameters - other!.Parameters).NormInf, 0, 1e-10);
        }
    }

    [Fact]
    public void Equal_data_make_equal_models_and_wrong_targets_are_refused()
    {
        Assert.Equal(Machine.OneVsRest().Fit(Irises).Model, Machine.OneVsRest().Fit(Irises).Model);
        Assert.Equal(Machine.OneVsOne().Fit(Irises).Model, Machine.OneVsOne().Fit(Irises).Model);
        Assert.Equal(
            Machine.OneVsOne().Fit(Irises).Model.GetHashCode(),
            Machine.OneVsOne().Fit(Irises).Model.GetHashCode());
        Assert.Equal(Machine.OneVsRest(), Machine.OneVsRest());
        Assert.Throws<ArgumentException>(
            "data", () => (Machine.OneVsRest() with { Classes = 2 }).Fit(Irises));
        Assert.Throws<ArgumentOutOfRangeException>("Classes", () => Machine.OneVsOne() with { Classes = 1 });
        Assert.Throws<ArgumentException>(
            "Models", () => new OneVsRestModel<LinearClassifier>(1, [true, true, true], [null]));
        Assert.Throws<ArgumentException>(
            "Models", () => new OneVsOneModel<LinearClassifier>(2, [true, true], [new([1], 0)]));
        Assert.Throws<ArgumentException>(
            "Present", () => new OneVsOneModel<LinearClassifier>(1, [false, false], [null]));
        Assert.Throws<ArgumentNullException>(
            "Models", () => new OneVsOneModel<LinearClassifier>(1, [true, false], default));
    }

    [Fact]
    public void The_report_names_each_part()
    {
        var text = $"{Machine.OneVsOne().Fit(Irises).Report}";
        Assert.StartsWith(
            "One class against one\n- class 0 against 1: SquaredHinge", text, StringComparison.Ordinal);
        Assert.Contains("- class 1 against 2: ", text, StringComparison.Ordinal);
        Assert.Contains(
            "- class 2: ", $"{Machine.OneVsRest().Fit(Irises).Report}", StringComparison.Ordinal);
    }
}
