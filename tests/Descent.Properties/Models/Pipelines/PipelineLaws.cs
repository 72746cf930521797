using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class PipelineLaws
{
    private static readonly Categories Colours = Categories.InOrder(["red", "green", "blue"]);

    private static readonly Dataset Cars = new(
        Matrix.FromRows([1.5, 0, 10], [2.5, 1, 30], [3.5, 0, 10], [4.5, 2, 20], [6, 1, 40], [5, 2, 5]),
        [0, 1, 0, 1, 0, 1],
        names: ["size", "colour", "doors"]);

    private static readonly LogisticRegression Logistic = new(new Ridge(0.1));

    private static readonly IPreparation[] All =
    [
        Prepare.Nothing, Prepare.Standardize(), Prepare.MinMax(-1, 1), Prepare.OneHot(["colour"]),
        Prepare.Polynomial(3), Prepare.Polynomial(2, interactionOnly: true), Prepare.Select("doors", "size"),
        Prepare.From("double", _ => row => 2 * row), Prepare.Standardize().On("doors", "size"),
        Prepare.Polynomial(2).Except("colour"), Prepare.Standardize().Then(Prepare.Polynomial()),
        Prepare.Impute(Imputation.Median),
    ];

    [Property]
    public void A_pipeline_is_the_same_steps_by_hand(Classification sample)
    {
        var data = sample.Data;
        var scaler = Standardizer.Fit(data);
        var products = new PolynomialFeatures(2);
        var byHand = Logistic.Fit(products.Transform(scaler.Transform(data)));

        var fit = Prepare.Standardize().Then(Prepare.Polynomial(2)).Then(Logistic).Fit(data);

        Bits.Equal(byHand.Model.Parameters, fit.Model.Inner.Parameters);
        Bits.Equal(
            byHand.Model.Predict(products.Transform(scaler.Transform(data)).Features),
            fit.Model.Predict(data.Features));
        for (var i = 0; i < data.Count; i++)
        {
            var row = Vector.Create(data.Features.Row(i));
            Bits.Equal(
                byHand.Model.Probabilities(products.Transform(scaler.Transform(row))),
                fit.Model.Probabilities(row));
            Bits.Equal(fit.Model.Predict(data.Features)[i], fit.Model.Predict(row));
        }
    }

    [Fact]
    public void Each_map_does_what_the_class_of_core_does()
    {
        var scaled = MinMaxScaler.Fit(Cars, -1, 1).Transform(Cars);
        var encoded = OneHot.Fit(Cars, ["colour"]).Transform(Cars);
        Same(scaled, Prepare.MinMax(-1, 1));
        Same(encoded, Prepare.OneHot(["colour"]));
        Same(new PolynomialFeatures(3).Transform(Cars), Prepare.Polynomial(3));
        Same(Standardizer.Fit(Cars).Transform(Cars), Prepare.Standardize());

        static void Same(Dataset expected, IPreparation preparation)
        {
            var made = preparation.Fit(Cars).Transform(Cars);
            Assert.Equal(expected.Features, made.Features);
            Assert.Equal(expected.FeatureNames.AsEnumerable(), made.FeatureNames);
        }
    }

    [Property]
    public void A_pipeline_of_nothing_is_the_learner(Regression sample)
    {
        var learner = new LinearRegression(new Ridge(1));
        var plain = learner.Fit(sample.Data);
        var piped = Prepare.Nothing.Then(learner).Fit(sample.Data);

        Assert.Equal(plain.Model, piped.Model.Inner);
        Assert.Equal(plain.Report, piped.Report);
        Bits.Equal(plain.Model.Predict(sample.Data.Features), piped.Model.Predict(sample.Data.Features));
    }

    [Fact]
    public void Then_is_associative_and_nothing_is_its_unit()
    {
        foreach (var a in All)
        {
            Assert.Equal(a, a.Then(Prepare.Nothing));
            Assert.Equal(a, Prepare.Nothing.Then(a));
            foreach (var b in All)
            {
                var c = Prepare.Select("size");
                Assert.Equal(a.Then(b).Then(c), a.Then(b.Then(c)));
                Assert.Equal(a.Then(b).Then(Logistic), a.Then(b).Then(Logistic));
            }
        }

        var (one, other) = (Prepare.Standardize(), Prepare.Polynomial());
        Bits.Equal(
            one.Then(other).Then(Logistic).Fit(Cars).Model.Predict(Cars.Features),
            one.Then(other.Then(Logistic)).Fit(Cars).Model.Predict(Cars.Features));
    }

    [Fact]
    public void Equal_preparations_of_equal_rows_give_equal_maps()
    {
        foreach (var preparation in All.Where(one => one.ToString() != "double"))
        {
            Assert.Equal(preparation.Fit(Cars), preparation.Fit(Cars));
            Assert.Equal(preparation.Fit(Cars).GetHashCode(), preparation.Fit(Cars).GetHashCode());
            Assert.Equal(
                preparation.Then(Logistic).Fit(Cars).Model,
                preparation.Then(Logistic).Fit(Cars).Model);
        }

        Assert.NotEqual(
            Prepare.Standardize().Fit(Cars), Prepare.Standardize().Fit(Cars.Select([0, 1, 2])));
    }

    [Property]
    public void What_is_learnt_comes_from_the_training_rows_alone(Regression sample, int seed)
    {
        if (sample.Data.Count < 4)
            return;

        var part = sample.Data.Split(0.5, seed);
        var seen = new List<Dataset>();
        var fit = Prepare.Standardize().Then(new Spy(seen)).Fit(part.Train);

        var own = Standardizer.Fit(part.Train);
        Assert.Equal(own.Transform(part.Train).Features, Assert.Single(seen).Features);
        Assert.Equal(part.Train.Targets, seen[0].Targets);
        Assert.Equal(part.Train.Weights, seen[0].Weights);
        Assert.Equal(own.Transform(part.Test).Features, fit.Model.Map.Transform(part.Test).Features);
        Assert.Equal(new StandardizingMap(own), fit.Model.Map);
    }

    [Property]
    public void The_map_of_a_row_depends_on_no_row_beside_it_and_on_no_form(Regression sample)
    {
        var data = sample.Data;
        IPreparation[] preparations =
        [
            Prepare.Standardize(), Prepare.MinMax(), Prepare.Polynomial(2), Prepare.Select("x1"),
            Prepare.Polynomial(2).On("x1"), Prepare.MinMax().Except("x1"),
        ];
        foreach (var preparation in preparations)
        {
            var map = preparation.Fit(data);
            var whole = map.Transform(data.Features);
            Assert.Equal(whole, map.Transform(data.Features.ToSparse()));
            for (var i = 0; i < data.Count; i++)
            {
                Assert.Equal(
                    Vector.Create(whole.Row(i)), map.Transform(Vector.Create(data.Features.Row(i))));
            }
        }
    }

    [Fact]
    public void Steps_on_some_columns_leave_the_others_in_their_places()
    {
        var scaled = Prepare.MinMax().On("doors", "size").Fit(Cars);
        Assert.Equal(["size", "colour", "doors"], scaled.FeatureNames.AsEnumerable());
        Assert.Equal([0, 2, (20 - 5) / 35.0], scaled.Transform([1.5, 2, 20]));
        Assert.Equal(scaled.Transform(Cars.Features), Prepare.MinMax().Except("colour").Fit(Cars)
            .Transform(Cars.Features));

        var products = Prepare.Polynomial(2).On("colour", "doors").Fit(Cars);
        Assert.Equal(
            ["size", "colour", "doors", "colour^2", "colour doors", "doors^2"],
            products.FeatureNames.AsEnumerable());
        Assert.Equal([1.5, 2, 3, 4, 6, 9], products.Transform([1.5, 2, 3]));

        var several = Prepare.Standardize().Except("colour").Then(Prepare.OneHot(["colour"])).Fit(Cars);
        Assert.Equal(
            ["size", "colour=1", "colour=2", "doors"], several.FeatureNames.AsEnumerable());
        Assert.Equal([1, 0], [.. several.Transform([1, 1, 1]).Skip(1).Take(2)]);
        Assert.Equal(
            ["colour", "size"],
            Prepare.Select("colour", "size").Fit(Cars).FeatureNames.AsEnumerable());
        Assert.Equal([2, 1], Prepare.Select("colour", "size").Fit(Cars).Transform([1, 2, 3]));
    }

    [Fact]
    public void A_column_that_is_not_there_is_refused_by_name()
    {
        IPreparation[] preparations =
        [
            Prepare.Select("weight"), Prepare.Standardize().On("weight"),
            Prepare.Standardize().Except("weight"),
            Prepare.OneHot(["weight"]), Prepare.Impute(Imputation.Mean, ["weight"]),
        ];
        foreach (var preparation in preparations)
        {
            var refusal = Assert.Throws<ArgumentException>(() => preparation.Fit(Cars));
            Assert.Contains("'weight' is the name of no feature", refusal.Message);
            Assert.Contains("size, colour, doors", refusal.Message);
        }

        var twice = Assert.Throws<ArgumentException>(() => Prepare.Select("a", "b", "a"));
        Assert.Contains("'a' comes twice in columns", twice.Message);
    }

    [Fact]
    public void An_unknown_category_is_refused_ignored_or_known_beforehand()
    {
        var train = Cars.Select([0, 1, 2]);
        var refusal = Assert.Throws<ArgumentException>(
            () => Prepare.OneHot(["colour"]).Then(Logistic).Fit(train).Model.Predict(Cars.Features));
        Assert.Contains("Row 3, column 1 (colour) is 2", refusal.Message);

        var ignored = Prepare.OneHot(["colour"], ignoreUnknown: true).Fit(train);
        Assert.Equal([4.5, 0, 20], ignored.Transform([4.5, 2, 20]));

        var known = Prepare.OneHot(new Dictionary<string, Categories> { ["colour"] = Colours }).Fit(train);
        Assert.Equal(
            ["size", "colour=green", "colour=blue", "doors"], known.FeatureNames.AsEnumerable());
        Assert.Equal([4.5, 0, 1, 20], known.Transform([4.5, 2, 20]));
    }

    [Fact]
    public void A_pipeline_is_the_kind_of_classifier_that_its_model_is()
    {
        var logistic = Prepare.Standardize().Then(Logistic).Fit(Cars);
        var linear = Prepare.Standardize().Then(new LinearRegression()).Fit(Cars);
        var bare = PipelineModel.Of(Prepare.Nothing.Fit(Cars), new BareClassifier());

        var classifier = Assert.IsAssignableFrom<IProbabilisticClassifier>(logistic.Model);
        Assert.Equal(2, classifier.ClassCount);
        Assert.Equal(
            logistic.Model.Inner.Probabilities(logistic.Model.Map.Transform(Cars.Features)),
            classifier.Probabilities(Cars.Features));
        Assert.Equal(classifier.Discriminants(Cars.Features), logistic.Model.Discriminants(Cars.Features));
        Assert.False(linear.Model is IClassifier);
        Assert.True((IModel)bare is IClassifier and not IProbabilisticClassifier);
        Assert.Equal([0, 7], bare.Discriminants([1, 2, 3]));

        // The typed forms, of whole matrices and of a row.
        Assert.Equal(
            Vector.Create(classifier.Probabilities(Cars.Features).Row(2)),
            logistic.Model.Probabilities([3.5, 0, 10]));
    }

    [Fact]
    public void An_iterative_learner_stays_iterative()
    {
        var learner = Prepare.Standardize().Then(Logistic);
        var fit = learner.Fit(Cars);
        var scaled = Standardizer.Fit(Cars).Transform(Cars);

        Assert.IsAssignableFrom<IIterativeLearner<PipelineModel<LogisticModel>>>(learner);
        Assert.Equal(
            Logistic.Training(scaled).Take(5).Select(state => state.Loss),
            learner.Training(Cars).Take(5).Select(state => state.Loss));
        Assert.Equal(fit.Model, learner.ModelOf(Cars, fit.Model.Inner.Parameters));
        Assert.Equal($"standardize, {Logistic.Fit(scaled).Report}", fit.Report.ToString());
        Assert.True(fit.Report.Converged);
        Assert.Equal(Prepare.Standardize().Then(Logistic), learner);
        Assert.Equal(
            fit.Model, Prepare.Standardize().Then((ILearner<LogisticModel>)Logistic).Fit(Cars).Model);
    }

    [Fact]
    public void Rows_of_another_length_are_refused()
    {
        var model = Prepare.Standardize().Then(Logistic).Fit(Cars).Model;

        Assert.Throws<ArgumentException>("features", () => model.Predict(Matrix.FromRows([1.0, 2])));
        Assert.Throws<ArgumentException>("row", () => model.Predict([1, 2]));
        var refusal = Assert.Throws<ArgumentException>(
            () => PipelineModel.Of(model.Map, new LogisticModel([1, 2], 0)));
        Assert.Contains("inner has 2 features, but map makes 3", refusal.Message);
    }

    [Fact]
    public void A_preparation_of_ones_own_is_a_function()
    {
        // Learns the largest row length, then divides by it and adds it as a feature.
        var own = Prepare.From("longest", train =>
        {
            var rows = Enumerable.Range(0, train.Count).Select(i => Vector.Create(train.Features.Row(i)));
            var longest = rows.Max(row => row.Norm);
            return row => [.. row / longest, longest];
        });
        var map = own.Fit(Cars);

        Assert.Equal(
            ["longest1", "longest2", "longest3", "longest4"], map.FeatureNames.AsEnumerable());
        Assert.Equal(4, map.Transform(Cars).FeatureCount);
        var least = new LinearRegression(new Ridge(1));
        Assert.Equal(
            $"longest, {least.Fit(map.Transform(Cars)).Report.Method}",
            own.Then(least).Fit(Cars).Report.Method);

        var uneven = Prepare.From("uneven", _ => row => Vector.Ones((int)row[0]));
        Assert.Throws<InvalidOperationException>(() => uneven.Fit(Cars).Transform(Cars));
    }

    [Fact]
    public void Preparations_name_themselves()
    {
        Assert.Equal(
            "impute the median, standardize except colour, one-hot of colour, polynomial of degree 2",
            Prepare.Impute(Imputation.Median).Then(Prepare.Standardize().Except("colour"))
                .Then(Prepare.OneHot(["colour"])).Then(Prepare.Polynomial()).ToString());
        CommaHabits.Print("scale to [-0.5, 0.5]", Prepare.MinMax(-0.5, 0.5));
        Assert.Equal("nothing", Prepare.Nothing.ToString());
        Assert.Equal("impute nothing", Prepare.Impute(Imputation.Mean).Fit(Cars).ToString());
    }

    private sealed record BareClassifier : IClassifier
    {
        public int FeatureCount => 3;

        public int ClassCount => 2;

        public Matrix Discriminants(Matrix features) => Matrix.From(features.Rows, 2, (_, k) => 7 * k);

        public Vector Predict(Matrix features) => Vector.Ones(features.Rows);
    }
}
